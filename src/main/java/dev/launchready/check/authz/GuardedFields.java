package dev.launchready.check.authz;

import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.GuardedField.Source;
import dev.launchready.model.Json;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.session.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The fields worth trying: those that the portal's answers show, and those that portals often have. */
final class GuardedFields {
    private static final List<String> MIGHTY = List.of("admin", "administrator", "owner", "superuser", "staff");

    private final Portal portal;

    GuardedFields(Portal portal) {
        this.portal = portal;
    }

    /**
     * Those that an answer shows and the write itself does not send.
     *
     * @param marker the text that tells the object
     * @param body of the write
     */
    List<GuardedField> found(Shown shown, String marker, Json body, String role, boolean account) {
        List<String> holder = shown.holder(marker);
        Set<String> sent = Shown.of(body).values().keySet().stream()
                .filter(path -> !path.isEmpty())
                .map(path -> Meanings.plain(path.get(path.size() - 1)))
                .collect(Collectors.toSet());
        Map<List<String>, GuardedField> fields = new LinkedHashMap<>();
        shown.values().forEach((at, value) -> {
            boolean list = at.size() > 1 && index(at.get(at.size() - 1));
            List<String> place = list ? at.subList(0, at.size() - 1) : at;
            int common = common(holder, place);
            List<String> path = place.subList(common, place.size());
            boolean nested = path.stream().anyMatch(GuardedFields::index) || path.isEmpty();
            Optional<Meaning> meaning = nested ? Optional.empty() : Meanings.of(path);
            boolean free = meaning.isPresent() && !sent.contains(Meanings.plain(path.get(path.size() - 1)));
            if (free && !fields.containsKey(place)) {
                Optional<Json> better = meaning.get() == Meaning.OWNER
                        ? Optional.of(value)
                        : Meanings.better(meaning.get(), path, value, role, mightier(role), account);
                better.ifPresent(worth -> fields.put(
                        place,
                        new GuardedField(
                                meaning.get(),
                                Source.ANSWER,
                                path,
                                holder.size() - common,
                                place,
                                filled(value),
                                list,
                                worth)));
            }
        });
        return List.copyOf(fields.values());
    }

    /** Those of the usual names that the answer does not show, as the object's own fields. */
    List<GuardedField> usual(Shown shown, String marker, Json body, String role, boolean account) {
        Set<String> known = new LinkedHashSet<>();
        shown.values().keySet().forEach(path -> path.forEach(step -> known.add(Meanings.plain(step))));
        Shown.of(body).values().keySet().forEach(path -> path.forEach(step -> known.add(Meanings.plain(step))));
        List<String> holder = shown.holder(marker);
        List<String> roles = mightier(role);
        Map<String, Json> usual = new LinkedHashMap<>();
        usual.put("role", new Json.Str(roles.isEmpty() ? "admin" : roles.get(0)));
        List.of("is_admin", "isAdmin", "verified", "is_verified", "isVerified", "approved", "is_approved", "isApproved")
                .forEach(name -> usual.put(name, new Json.Bool(true)));
        usual.put("plan", new Json.Str("enterprise"));
        if (account) {
            List.of("admin", "is_staff", "isStaff", "email_verified", "emailVerified")
                    .forEach(name -> usual.put(name, new Json.Bool(true)));
            usual.put("balance", new Json.Num(java.math.BigDecimal.valueOf(7777)));
        }
        List<GuardedField> fields = new ArrayList<>();
        usual.forEach((name, value) -> {
            List<String> at = new ArrayList<>(holder);
            at.add(name);
            if (!known.contains(Meanings.plain(name))) {
                fields.add(new GuardedField(
                        Meanings.of(List.of(name)).orElse(Meaning.PRIVILEGE),
                        Source.USUAL,
                        List.of(name),
                        0,
                        at,
                        false,
                        false,
                        value));
            }
        });
        return List.copyOf(fields);
    }

    /** The roles of the file beside that one: those with routes of their own first. */
    private List<String> mightier(String role) {
        Set<String> roles = new LinkedHashSet<>();
        portal.routes().of(Access.ROLES).forEach(route -> roles.addAll(route.roles()));
        portal.identities().values().stream().map(Identity::role).forEach(roles::add);
        roles.remove(role);
        List<String> ordered = new ArrayList<>(roles);
        ordered.sort(java.util.Comparator.comparing(each -> !MIGHTY.contains(each)));
        return ordered.stream()
                .filter(each -> MIGHTY.contains(each) || privileged(each))
                .toList();
    }

    private boolean privileged(String role) {
        return portal.routes().of(Access.ROLES).stream()
                .anyMatch(route -> route.roles().contains(role));
    }

    private static boolean filled(Json value) {
        String text = value.text().orElse("");
        return !text.isEmpty() && !text.matches("0+(\\.0+)?");
    }

    private static int common(List<String> holder, List<String> place) {
        int common = 0;
        while (common < holder.size()
                && common < place.size() - 1
                && holder.get(common).equals(place.get(common))) {
            common++;
        }
        return common;
    }

    private static boolean index(String step) {
        return step.matches("[0-9]+");
    }
}
