package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The names and account ids by which answers say whose an object is: {@code "user_id": 7}, {@code "author": "alice"}. A list that shows
 * everybody's objects does not make them everybody's where each names its owner.
 */
final class OwnerNames {
    private static final Pattern OWNER_MEMBER = Pattern.compile(
            "(owner|user|author|creator|createdby|account|customer|member|client|holder|belongsto|uploadedby|profile)"
                    + "(id|uuid|guid|ref|key|name|email)?");
    private static final Set<String> ACCOUNT_IDS =
            Set.of("id", "_id", "uid", "sub", "userid", "accountid", "uuid", "pk");
    private static final int DEPTH = 2;

    private final Map<String, Set<String>> words;
    private final Map<String, Set<String>> accounts;

    /**
     * @param words identity to the names that the portal knows it by
     * @param accounts identity to the ids of its account
     */
    OwnerNames(Map<String, Set<String>> words, Map<String, Set<String>> accounts) {
        this.words = alone(words);
        this.accounts = alone(accounts);
    }

    /** What several identities share names none of them. */
    private static Map<String, Set<String>> alone(Map<String, Set<String>> all) {
        Map<String, Set<String>> alone = new HashMap<>();
        all.forEach((identity, names) -> alone.put(
                identity,
                names.stream()
                        .map(OwnerNames::plain)
                        .filter(name -> all.entrySet().stream()
                                .noneMatch(other -> !other.getKey().equals(identity)
                                        && other.getValue().stream()
                                                .anyMatch(each -> plain(each).equals(name))))
                        .collect(Collectors.toUnmodifiableSet())));
        return alone;
    }

    /** The account's ids in the answer by which an identity is proved to be signed in: at the top, or one step below. */
    static Set<String> accounts(HttpAnswer proof) {
        Set<String> ids = new LinkedHashSet<>();
        JsonBody.parse(proof.text())
                .ifPresent(json -> json.scalars((path, value) -> {
                    if (!path.isEmpty()
                            && path.size() <= DEPTH
                            && ACCOUNT_IDS.contains(bare(path.get(path.size() - 1)))) {
                        value.text().ifPresent(ids::add);
                    }
                }));
        return ids;
    }

    /** The account's ids in the claims of a token. */
    static Set<String> accounts(Session session) {
        Set<String> ids = new LinkedHashSet<>();
        session.taken().values().stream()
                .flatMap(token -> OwnWords.claims(token).stream())
                .forEach(claims -> claims.scalars((path, value) -> {
                    if (path.size() == 1 && ACCOUNT_IDS.contains(bare(path.get(0)))) {
                        value.text().ifPresent(ids::add);
                    }
                }));
        return ids;
    }

    /** The identities that an answer names as owners of the object with these ids; none where it names nobody that is known. */
    Set<String> of(Json answer, Map<String, String> ids) {
        Set<String> named = new HashSet<>();
        if (!ids.isEmpty()) {
            search(answer, List.copyOf(ids.values()).get(ids.size() - 1), named);
        }
        return named;
    }

    private void search(Json json, String id, Set<String> named) {
        if (json instanceof Json.Arr arr) {
            arr.items().forEach(item -> search(item, id, named));
        } else if (json instanceof Json.Obj obj) {
            boolean about = obj.members().values().stream()
                    .anyMatch(member -> member.text().filter(id::equals).isPresent());
            if (about) {
                obj.members().forEach((name, member) -> owner(name, member, named));
            }
            obj.members().values().forEach(member -> search(member, id, named));
        }
    }

    private void owner(String name, Json member, Set<String> named) {
        if (member instanceof Json.Obj nested) {
            boolean person = OWNER_MEMBER.matcher(bare(name)).matches();
            nested.members()
                    .forEach((inner, value) -> value.text()
                            .ifPresent(text ->
                                    named(person && ACCOUNT_IDS.contains(bare(inner)) ? name : inner, text, named)));
        } else {
            member.text().ifPresent(text -> named(name, text, named));
        }
    }

    private void named(String member, String value, Set<String> named) {
        String plain = plain(value);
        words.forEach((identity, own) -> {
            if (own.contains(plain)) {
                named.add(identity);
            }
        });
        if (OWNER_MEMBER.matcher(bare(member)).matches()) {
            accounts.forEach((identity, own) -> {
                if (own.contains(plain)) {
                    named.add(identity);
                }
            });
        }
    }

    private static String bare(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static String plain(String value) {
        return value.strip().toLowerCase(Locale.ROOT);
    }
}
