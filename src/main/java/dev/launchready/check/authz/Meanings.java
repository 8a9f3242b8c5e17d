package dev.launchready.check.authz;

import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.model.Json;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What names and values of fields mean, and which value a client would like better. */
final class Meanings {
    private static final Map<Meaning, Pattern> NAMES = names();
    private static final Set<String> GENERIC = Set.of("id", "uuid", "guid", "slug", "key", "email", "name", "code");

    /** States in which something waits for somebody's yes, and the yes. */
    private static final Map<String, String> YES = Map.ofEntries(
            Map.entry("pending", "approved"),
            Map.entry("pendingapproval", "approved"),
            Map.entry("awaitingapproval", "approved"),
            Map.entry("unapproved", "approved"),
            Map.entry("inreview", "approved"),
            Map.entry("submitted", "approved"),
            Map.entry("unverified", "verified"),
            Map.entry("pendingverification", "verified"),
            Map.entry("unconfirmed", "confirmed"),
            Map.entry("unpaid", "paid"),
            Map.entry("awaitingpayment", "paid"),
            Map.entry("pendingpayment", "paid"));

    private static final Set<String> LEAST_ROLES = Set.of(
            "user",
            "member",
            "client",
            "customer",
            "guest",
            "viewer",
            "reader",
            "basic",
            "standard",
            "free",
            "visitor",
            "subscriber",
            "student",
            "patient",
            "participant",
            "employee",
            "none");
    private static final Set<String> LEAST_PLANS =
            Set.of("free", "trial", "basic", "starter", "hobby", "none", "standard", "lite", "community", "bronze");
    private static final BigDecimal CHEAP = new BigDecimal("0.01");
    private static final BigDecimal MUCH = BigDecimal.valueOf(7777);

    private Meanings() {}

    private static Map<Meaning, Pattern> names() {
        Map<Meaning, Pattern> names = new LinkedHashMap<>();
        names.put(
                Meaning.PRIVILEGE,
                Pattern.compile(
                        "(is|has)?(site|super)?(admin|administrator|staff|superuser|moderator)(access|rights)?"
                                + "|(user|account|member|access)?roles?(id|name)?|permissions?|privileges?|scopes?|accesslevel"));
        names.put(
                Meaning.OWNER,
                Pattern.compile("(owner|tenant|org|organi[sz]ation|company|workspace|account|team|user|customer|client"
                        + "|author|creator|createdby|ownedby)(id|uuid|guid|slug|key|email|name|code)?"));
        names.put(
                Meaning.PRICE,
                Pattern.compile("(unit|net|gross|total|sub|grand)?(price|amount|total|cost|fee)(incents|cents|due|net"
                        + "|gross)?|balance|credits?|discount|amountdue|wallet"));
        names.put(
                Meaning.PLAN,
                Pattern.compile("(subscription|account|billing|pricing)?(plan|tier|package|subscription)(id|name|type)?"
                        + "|(max|user|seat)?(seats|quota)"));
        names.put(
                Meaning.STATE,
                Pattern.compile("(is|has)?(email|phone|account|user|identity|kyc|admin)?(verified|approved|confirmed"
                        + "|activated|paid|trusted|reviewed)(at|on)?"
                        + "|(payment|approval|verification|review|account|kyc)?(status|state)"));
        return names;
    }

    /** What a field decides, told by its own name or by the object that it names; empty where that is nothing of weight. */
    static Optional<Meaning> of(List<String> path) {
        if (path.isEmpty()) {
            return Optional.empty();
        }
        String last = plain(path.get(path.size() - 1));
        boolean generic = GENERIC.contains(last);
        String name = generic && path.size() > 1 ? plain(path.get(path.size() - 2)) + last : last;
        return NAMES.entrySet().stream()
                .filter(entry -> entry.getValue().matcher(name).matches())
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether a field's name says that it is about who owns something, rather than about whom it is for. */
    static boolean owns(List<String> path) {
        String name = plain(String.join("", path.subList(Math.max(0, path.size() - 2), path.size())));
        return name.matches(".*(owner|tenant|org|organi[sz]ation|workspace|account|user|createdby|author|creator)"
                + "(id|uuid|guid|slug|key|email|name|code)?");
    }

    /** Whether a field's name says that it is about the company or the team that somebody belongs to. */
    static boolean tenant(List<String> path) {
        String name = plain(String.join("", path.subList(Math.max(0, path.size() - 2), path.size())));
        return name.matches(
                ".*(tenant|org|organi[sz]ation|company|workspace|team|customer)(id|uuid|guid|slug|key|code|name)?");
    }

    /** A name without its spelling: {@code isAdmin}, {@code is_admin} and {@code user[is_admin]} alike. */
    static String plain(String name) {
        String inner = name.endsWith("]") ? name.substring(name.lastIndexOf('[') + 1) : name;
        return inner.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    }

    /**
     * The value that a client would like better than the one that is there; empty where there is none.
     *
     * @param role the client's own, as the portal file names it
     * @param roles those that the file names beside it, the mighty ones first
     * @param account whether it is a field of an account, where a role is always one
     */
    static Optional<Json> better(
            Meaning meaning, List<String> path, Json now, String role, List<String> roles, boolean account) {
        String text = plain(now.text().orElse(""));
        return switch (meaning) {
            case PRIVILEGE -> privilege(now, text, account || text.equals(plain(role)), roles);
            case PRICE -> price(plain(path.get(path.size() - 1)), now);
            case PLAN -> plan(now, text);
            case STATE -> state(plain(path.get(path.size() - 1)), now, text);
            case OWNER -> Optional.empty();
        };
    }

    private static Optional<Json> privilege(Json now, String text, boolean role, List<String> roles) {
        Optional<Json> flag = flag(now, text);
        if (flag.isPresent()) {
            return flag;
        }
        boolean least = role || LEAST_ROLES.contains(text);
        String mighty = roles.isEmpty() ? "admin" : roles.get(0);
        boolean better = now instanceof Json.Str && least && !text.equals(plain(mighty));
        return better ? Optional.of(new Json.Str(mighty)) : Optional.empty();
    }

    /** The yes in place of a no, as it is written there. */
    private static Optional<Json> flag(Json now, String text) {
        if (now instanceof Json.Bool bool) {
            return bool.value() ? Optional.empty() : Optional.of(new Json.Bool(true));
        }
        if (now instanceof Json.Num) {
            return text.equals("0") ? Optional.of(new Json.Num(BigDecimal.ONE)) : Optional.empty();
        }
        return text.equals("false") || text.equals("no") ? Optional.of(new Json.Str("true")) : Optional.empty();
    }

    private static Optional<Json> price(String name, Json now) {
        boolean gain = name.matches("balance|credits?|discount|wallet");
        Optional<BigDecimal> number = number(now);
        BigDecimal whole = number.filter(value -> value.scale() > 0 || now instanceof Json.Str)
                        .isPresent()
                ? CHEAP
                : BigDecimal.ONE;
        BigDecimal wanted = gain ? MUCH : whole;
        if (number.isPresent() && number.get().compareTo(wanted) == 0) {
            return Optional.empty();
        }
        if (now instanceof Json.Str && number.isPresent()) {
            return Optional.of(new Json.Str(wanted.toPlainString()));
        }
        return number.isPresent() || now instanceof Json.Null ? Optional.of(new Json.Num(wanted)) : Optional.empty();
    }

    private static Optional<BigDecimal> number(Json json) {
        return json.text()
                .filter(text -> text.matches("-?[0-9]{1,12}(\\.[0-9]{1,6})?"))
                .map(BigDecimal::new);
    }

    private static Optional<Json> plan(Json now, String text) {
        if (now instanceof Json.Num) {
            return Optional.of(new Json.Num(MUCH));
        }
        boolean least = now instanceof Json.Null || LEAST_PLANS.contains(text);
        return least ? Optional.of(new Json.Str("enterprise")) : Optional.empty();
    }

    private static Optional<Json> state(String name, Json now, String text) {
        if (name.endsWith("status") || name.endsWith("state")) {
            return Optional.ofNullable(YES.get(text)).map(Json.Str::new);
        }
        Optional<Json> flag = flag(now, text);
        if (flag.isPresent()) {
            return flag;
        }
        boolean date = name.endsWith("at") || name.endsWith("on");
        return date && now instanceof Json.Null ? Optional.of(new Json.Str("2026-01-02T03:04:05Z")) : Optional.empty();
    }
}
