package dev.launchready.session;

import dev.launchready.detect.MarkerSearch;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Json;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.Mark.Kind;
import dev.launchready.session.OwnedObject.Origin;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The marks of all identities, looked for in one pass. A mark is at least eight characters long, and such that it is met by no chance.
 * Holds personal values and credentials: lives inside {@code observe} alone.
 */
public final class Marks {
    private static final int LEAST_LENGTH = 8;
    private static final int LONGEST = 300;
    private static final int MOST_TEXTS = 3_000;

    /** Members of a person's own record that are the person's. */
    private static final Pattern PERSONAL =
            Pattern.compile("(?i)(full|display|first|last|user|given|family|sur)?_?-?name"
                    + "|phone(_?number)?|mobile|street|address(_?line)?_?1?|iban|tax_?id|vat_?(id|number)|birth_?(date|day)"
                    + "|sub|(user|account|customer|client)_?id");

    /** Members under which a person's own record has its address. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)e?_?-?mail(_?address)?|user_?name|login|user");

    private static final Pattern PROFILE = Pattern.compile(
            "(?i)/(me|self|whoami|profile|account|user|userinfo|session|current[-_]?user)(\\.json)?/?$");

    private final List<Mark> marks;
    private final MarkerSearch search;

    private Marks(List<Mark> marks) {
        this.marks = List.copyOf(marks);
        this.search = MarkerSearch.of(marks.stream().map(Mark::value).toList());
    }

    /**
     * @param own answers to the identities themselves, in which their own records are looked for
     * @throws ProbeException when an identity's own pages could not be read
     */
    public static Marks of(Sessions sessions, List<Session> able, List<HttpAnswer> own)
            throws ProbeException, InterruptedException {
        Map<Kind, Map<String, Set<String>>> found = new LinkedHashMap<>();
        Arrays.stream(Kind.values()).forEach(kind -> found.put(kind, new LinkedHashMap<>()));
        for (Session session : able) {
            String name = session.identity();
            session.secrets().values().stream()
                    .filter(secret -> secret.length() >= 2 * LEAST_LENGTH)
                    .forEach(secret -> add(found, Kind.SESSION, secret, name));
            Set<String> words = new LinkedHashSet<>(sessions.words(name));
            if (words.stream().noneMatch(word -> word.indexOf('@') > 0)) {
                own.stream()
                        .filter(answer -> answer.call().sender().equals(name) && profile(answer))
                        .forEach(answer -> profileAddress(answer).ifPresent(words::add));
            }
            own.stream()
                    .filter(answer -> answer.call().sender().equals(name))
                    .forEach(answer -> words.addAll(record(answer, words)));
            words.stream().filter(Marks::tells).forEach(word -> add(found, Kind.WORD, word, name));
            Holdings holdings = sessions.holdings(name);
            holdings.objects().stream()
                    .filter(object -> object.origin() != Origin.LEARNT && tells(object.id()))
                    .forEach(object -> add(found, Kind.OBJECT, object.id(), name));
            holdings.texts().stream().filter(Marks::tells).forEach(text -> add(found, Kind.TEXT, text, name));
        }
        return new Marks(distinct(found, able.size()));
    }

    private static void add(Map<Kind, Map<String, Set<String>>> found, Kind kind, String value, String owner) {
        found.getOrDefault(kind, Map.of())
                .computeIfAbsent(value, unseen -> new LinkedHashSet<>())
                .add(owner);
    }

    /** Each value once, as the surest kind that it is of; what all of several identities have tells nothing. */
    private static List<Mark> distinct(Map<Kind, Map<String, Set<String>>> found, int identities) {
        Map<String, Mark> all = new LinkedHashMap<>();
        found.forEach((kind, values) -> values.entrySet().stream()
                .filter(each ->
                        kind != Kind.TEXT || identities == 1 || each.getValue().size() < identities)
                .limit(MOST_TEXTS)
                .forEach(each -> all.putIfAbsent(each.getKey(), new Mark(each.getValue(), kind, each.getKey()))));
        return List.copyOf(all.values());
    }

    private static boolean tells(String text) {
        return text.length() >= LEAST_LENGTH && text.length() <= LONGEST && Telling.proves(text);
    }

    private static boolean profile(HttpAnswer answer) {
        return answer.status() / 100 == 2
                && PROFILE.matcher(answer.call().url().path()).find();
    }

    /** The address in an identity's own profile, for recipes that name none. */
    private static Optional<String> profileAddress(HttpAnswer answer) {
        Set<String> addresses = new LinkedHashSet<>();
        JsonBody.parse(answer.text())
                .ifPresent(json -> json.scalars((path, value) -> {
                    boolean address = !path.isEmpty()
                            && ADDRESS.matcher(path.get(path.size() - 1)).matches();
                    value.text()
                            .filter(text -> address && text.indexOf('@') > 0)
                            .ifPresent(addresses::add);
                }));
        return addresses.size() == 1 ? addresses.stream().findFirst() : Optional.empty();
    }

    /** What the record that holds one of the words says of its person: name, number, address, id. */
    private static Set<String> record(HttpAnswer answer, Set<String> words) {
        Set<String> addresses =
                words.stream().filter(word -> word.indexOf('@') > 0).collect(Collectors.toSet());
        Set<String> values = new LinkedHashSet<>();
        if (!addresses.isEmpty() && answer.status() / 100 == 2) {
            JsonBody.parse(answer.text()).ifPresent(json -> records(json, addresses, values));
        }
        return values;
    }

    private static void records(Json json, Set<String> addresses, Set<String> values) {
        if (json instanceof Json.Arr arr) {
            arr.items().forEach(item -> records(item, addresses, values));
        } else if (json instanceof Json.Obj obj) {
            boolean mine = obj.members().entrySet().stream()
                    .filter(each -> ADDRESS.matcher(each.getKey()).matches())
                    .anyMatch(each ->
                            each.getValue().text().filter(addresses::contains).isPresent());
            obj.members().forEach((name, value) -> {
                if (mine && PERSONAL.matcher(name).matches()) {
                    value.text().ifPresent(values::add);
                }
                records(value, addresses, values);
            });
        }
    }

    /** Whether anything is known by which that identity's answers can be told. */
    public boolean knows(String identity) {
        return marks.stream().anyMatch(mark -> mark.owners().contains(identity));
    }

    /** Every mark that the answer shows, in headers or body, and that its request did not say itself. */
    public List<Mark> in(HttpAnswer answer) {
        Set<Integer> met = new LinkedHashSet<>();
        whole(answer.text(), met);
        whole(answer.headers().stream().map(Header::value).collect(Collectors.joining("\n")), met);
        List<Mark> seen = new ArrayList<>();
        for (int index : met) {
            Mark mark = marks.get(index);
            boolean carried = answer.call().credentials().stream()
                    .anyMatch(header -> header.value().contains(mark.value()));
            if (!carried && !Echo.asked(answer, mark.value())) {
                seen.add(mark);
            }
        }
        return seen;
    }

    /** Marks that do not stand in the middle of a longer word or number. */
    private void whole(String text, Set<Integer> met) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        for (MarkerSearch.Met each : search.in(bytes)) {
            byte[] plain = marks.get(each.marker()).value().getBytes(StandardCharsets.UTF_8);
            int end = each.offset() + plain.length;
            boolean asIs = end <= bytes.length && Arrays.equals(plain, Arrays.copyOfRange(bytes, each.offset(), end));
            boolean within = within(bytes, each.offset() - 1) || (asIs && within(bytes, end));
            if (!within) {
                met.add(each.marker());
            }
        }
    }

    private static boolean within(byte[] bytes, int at) {
        return at >= 0 && at < bytes.length && Character.isLetterOrDigit(bytes[at] & 0x7f) && bytes[at] > 0;
    }

    /** Where in a JSON answer a mark stands: member names joined by dots, list positions as {@code *}; empty for other answers. */
    public static Set<String> places(HttpAnswer answer, Mark mark) {
        Set<String> places = new LinkedHashSet<>();
        JsonBody.parse(answer.text())
                .ifPresent(json -> json.scalars((path, value) -> {
                    if (value.text().filter(text -> text.contains(mark.value())).isPresent()) {
                        places.add(path.stream()
                                .map(step -> step.matches("[0-9]+") ? "*" : step)
                                .collect(Collectors.joining(".")));
                    }
                }));
        return places;
    }

    @Override
    public String toString() {
        return marks.size() + " marks";
    }
}
