package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Sign;
import dev.launchready.model.Json;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Rows that somebody got, raw; tells whose they are and what personal values they hold. */
final class Rows {
    private static final Pattern CAMEL = Pattern.compile("([a-z0-9])([A-Z])");
    private static final Pattern OWNER = Pattern.compile(
            "(.*_)?(user|owner|account|customer|client|member|tenant|org|organi[sz]ation|team"
                    + "|workspace|company|patient|student|profile|person|subscriber|household)_?(uu?)?id|owner|tenant|user|uid|owned_by");
    private static final Pattern PERSONAL = Pattern.compile(
            "(.*_)?(password|passwd|password_hash|hashed_password|encrypted_password|phone|phone_number|mobile|iban|ssn|birth_?date|birthday"
                    + "|date_of_birth|dob|street|home_address|passport|tax_id|card_number|api_key|secret|access_token|refresh_token)");
    private static final Pattern MAIL = Pattern.compile("[A-Za-z0-9._%+-]+@([A-Za-z0-9-]+\\.)+[A-Za-z]{2,}");
    /** A name that stands in a longer text counts from this length on; a shorter one has to be the whole value. */
    private static final int LEAST_WITHIN = 12;

    private static final int LEAST_WORD = 5;

    static final Rows NONE = new Rows(List.of());

    private final List<Json.Obj> rows;

    Rows(List<Json.Obj> rows) {
        this.rows = List.copyOf(rows);
    }

    static Rows of(Json body) {
        List<Json.Obj> rows = new ArrayList<>();
        if (body instanceof Json.Arr arr) {
            arr.items()
                    .forEach(
                            item -> rows.add(item instanceof Json.Obj obj ? obj : new Json.Obj(Map.of("value", item))));
        } else if (body instanceof Json.Obj obj) {
            rows.add(obj);
        } else if (!(body instanceof Json.Null)) {
            rows.add(new Json.Obj(Map.of("value", body)));
        }
        return new Rows(rows);
    }

    int size() {
        return rows.size();
    }

    List<Json.Obj> all() {
        return rows;
    }

    Set<String> columns() {
        Set<String> columns = new LinkedHashSet<>();
        rows.forEach(row -> columns.addAll(row.members().keySet()));
        return columns;
    }

    Rows and(Rows others) {
        Set<Json.Obj> all = new LinkedHashSet<>(rows);
        all.addAll(others.rows);
        return new Rows(List.copyOf(all));
    }

    /** Rows that are in both, told by their id where they have one. */
    Rows alsoIn(Rows others) {
        Set<String> theirs = new LinkedHashSet<>();
        others.rows.forEach(row -> theirs.add(identity(row)));
        return new Rows(
                rows.stream().filter(row -> theirs.contains(identity(row))).toList());
    }

    Rows holding(Collection<String> words) {
        return new Rows(rows.stream().filter(row -> holds(row, words)).toList());
    }

    Rows without(Collection<String> words) {
        return new Rows(rows.stream().filter(row -> !holds(row, words)).toList());
    }

    Optional<String> id(Json.Obj row) {
        return row.get("id").flatMap(Json::text);
    }

    /** The column that names the owner, the most telling first. */
    Optional<String> ownerColumn() {
        return ownerColumn(columns());
    }

    static Optional<String> ownerColumn(Collection<String> columns) {
        return columns.stream()
                .filter(column -> OWNER.matcher(plain(column)).matches())
                .findFirst();
    }

    int owners() {
        return ownerColumn()
                .map(column -> (int) rows.stream()
                        .flatMap(row -> row.get(column).flatMap(Json::text).stream())
                        .distinct()
                        .count())
                .orElse(0);
    }

    /**
     * What makes these rows somebody's own, the strongest sign.
     *
     * @param people name of an identity to the words that are its own
     * @param house domains of the portal's own addresses, which are no person's
     */
    Optional<Told> sign(Map<String, Set<String>> people, Set<String> house) {
        for (Map.Entry<String, Set<String>> person : people.entrySet()) {
            if (holding(person.getValue()).size() > 0) {
                return Optional.of(new Told(Sign.MARKER, "they hold a name or id of " + person.getKey()));
            }
        }
        Optional<String> personal = personal(house);
        if (personal.isPresent()) {
            return Optional.of(new Told(Sign.PERSONAL, "they hold personal values (" + personal.get() + ")"));
        }
        return owners() > 1
                ? Optional.of(new Told(
                        Sign.MANY_OWNERS,
                        "they belong to " + owners() + " owners ("
                                + ownerColumn().orElse("") + ")"))
                : Optional.empty();
    }

    record Told(Sign sign, String because) {}

    private Optional<String> personal(Set<String> house) {
        for (Json.Obj row : rows) {
            for (Map.Entry<String, Json> member : row.members().entrySet()) {
                Optional<String> text = member.getValue().text().filter(value -> !value.isBlank());
                boolean named = PERSONAL.matcher(plain(member.getKey())).matches();
                boolean mail = text.filter(value -> foreignMail(value, house)).isPresent();
                if (text.isPresent() && (named || mail)) {
                    return Optional.of(member.getKey());
                }
            }
        }
        return Optional.empty();
    }

    private static boolean foreignMail(String value, Set<String> house) {
        if (!MAIL.matcher(value.strip()).matches()) {
            return false;
        }
        String domain = value.substring(value.indexOf('@') + 1).strip().toLowerCase(Locale.ROOT);
        return house.stream().noneMatch(own -> domain.equals(own) || domain.endsWith("." + own));
    }

    private static boolean holds(Json row, Collection<String> words) {
        boolean[] found = {false};
        row.scalars((path, value) -> value.text().ifPresent(text -> {
            for (String word : words) {
                boolean whole = word.length() >= LEAST_WORD && text.strip().equalsIgnoreCase(word);
                boolean within = word.length() >= LEAST_WITHIN
                        && text.toLowerCase(Locale.ROOT).contains(word.toLowerCase(Locale.ROOT));
                found[0] = found[0] || whole || within;
            }
        }));
        return found[0];
    }

    private static String identity(Json.Obj row) {
        return row.get("id").flatMap(Json::text).map(id -> "id " + id).orElseGet(() -> JsonBody.write(row));
    }

    /** {@code ownerId} as {@code owner_id}. */
    private static String plain(String column) {
        return CAMEL.matcher(column).replaceAll("$1_$2").toLowerCase(Locale.ROOT);
    }
}
