package dev.launchready.portal.routes;

import java.util.Set;
import java.util.regex.Pattern;

/** Tells segments of a path that name one object from those that name a place. */
final class Ids {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,20}");
    private static final Pattern UUID =
            Pattern.compile("(?i)[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}");
    private static final Pattern ULID = Pattern.compile("[0-7][0-9A-HJKMNP-TV-Z]{25}");
    private static final Pattern HEX = Pattern.compile("(?i)(?=[a-f]*[0-9])[0-9a-f]{8,64}");
    private static final Pattern PREFIXED =
            Pattern.compile("[A-Za-z]{1,12}([_-][A-Za-z0-9]{1,12}){0,3}[_-](?=[A-Za-z]*[0-9])[A-Za-z0-9]{2,40}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}(-[0-9]{2})?");
    private static final Pattern MIXED = Pattern.compile("(?=.*[0-9])(?=.*[A-Z])(?=.*[a-z])[A-Za-z0-9_~-]{8,200}");
    private static final Pattern RANDOM =
            Pattern.compile("(?![a-z]+[0-9]+$)(?=(.*[0-9]){3})(?=.*[a-z])[a-z0-9]{12,64}");
    private static final Pattern VERSION = Pattern.compile("v[0-9]+([._-][0-9]+)*");
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+([-_][a-z0-9]+)+");
    private static final Set<String> PLACES = Set.of(
            "me",
            "new",
            "edit",
            "current",
            "self",
            "all",
            "search",
            "list",
            "login",
            "api",
            "mine",
            "latest",
            "index",
            "export",
            "settings",
            "profile",
            "admin",
            "users",
            "public",
            "auth",
            "graphql",
            "count",
            "stats");

    private Ids() {}

    /** Whether the segment looks like the id of an object: a number, UUID, ULID, hex, a prefixed or random one. */
    static boolean id(String segment) {
        if (VERSION.matcher(segment).matches() || segment.contains("{")) {
            return false;
        }
        return NUMBER.matcher(segment).matches()
                || UUID.matcher(segment).matches()
                || ULID.matcher(segment).matches()
                || HEX.matcher(segment).matches()
                || DATE.matcher(segment).matches()
                || PREFIXED.matcher(segment).matches()
                || MIXED.matcher(segment).matches()
                || RANDOM.matcher(segment).matches()
                || segment.indexOf('@') > 0
                || SecretNames.looksSecret(segment);
    }

    /** Words with hyphens, which name an object or a page: only company tells. */
    static boolean slug(String segment) {
        return SLUG.matcher(segment).matches();
    }

    /** A word that is a place in every portal, whatever the answers hold. */
    static boolean place(String segment) {
        return PLACES.contains(segment) || VERSION.matcher(segment).matches();
    }
}
