package dev.launchready.demo;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which origins may read the API: the portal's own, to the letter. */
final class CorsPolicy {
    private static final String ELSEWHERE = "https://partner.quayside.example";
    private static final Predicate<String> ANY = matching(".*");
    private static final Predicate<String> NULL = "null"::equals;
    private static final Predicate<String> LIKE_OUR_END = matching("https://[^/.]*harbor\\.example(:\\d+)?");

    private static final List<Slip> SLIPS = List.of(
            new Slip(CorsFlaws.REFLECTED, ANY, true),
            new Slip(CorsFlaws.REFLECTED_OPEN, ANY, true),
            new Slip(CorsFlaws.REFLECTED_BARE, ANY, false),
            new Slip(CorsFlaws.NULL_ORIGIN, NULL, true),
            new Slip(CorsFlaws.NULL_OPEN, NULL, true),
            new Slip(CorsFlaws.NULL_BARE, NULL, false),
            new Slip(CorsFlaws.PREFIX, matching("https://portal\\.harbor\\.example[.:].*"), true),
            new Slip(CorsFlaws.SUFFIX, LIKE_OUR_END, true),
            new Slip(CorsFlaws.UNESCAPED_DOT, matching("https://portal.harbor\\.example(:\\d+)?"), true),
            new Slip(CorsFlaws.SUFFIX_OPEN, LIKE_OUR_END, true),
            new Slip(CorsFlaws.SUFFIX_BARE, LIKE_OUR_END, false),
            new Slip(CorsFlaws.ODD_CHARACTER, matching("https://portal\\.harbor\\.example[^.:/a-z0-9-].*"), true),
            new Slip(CorsFlaws.DOWNGRADE, matching("http://portal\\.harbor\\.example(:\\d+)?"), true),
            new Slip(CorsFlaws.SUBDOMAIN, matching("https://[^/]+\\.harbor\\.example(:\\d+)?"), true),
            new Slip(CorsFlaws.DEVELOPMENT, matching("http://localhost(:\\d+)?"), true));

    /** With one of these on, the API lets in its portal elsewhere, or they could not be seen. */
    private static final List<Flaw> TRUSTED = List.of(
            CorsFlaws.OWN_REFUSED,
            CorsFlaws.PREFLIGHT_REFUSED,
            CorsFlaws.METHOD_REFUSED,
            CorsFlaws.HEADER_REFUSED,
            CorsFlaws.VARY_MISSING);

    private final Places places;
    private final Switches on;

    CorsPolicy(Places places, Switches on) {
        this.places = places;
        this.on = on;
    }

    /**
     * A way to let in more than the portal's own origin.
     *
     * @param credentials whether they may come along
     */
    private record Slip(Flaw flaw, Predicate<String> lets, boolean credentials) {}

    static boolean isPreflight(Visit visit) {
        return visit.method().equals("OPTIONS")
                && visit.header("Access-Control-Request-Method").isPresent();
    }

    /** The answer to a preflight (Fetch standard, CORS-preflight fetch). */
    Reply preflight(Visit visit) {
        Reply reply = Reply.empty(204).with("Vary", "Access-Control-Request-Method, Access-Control-Request-Headers");
        Reply shared = on(visit, reply);
        boolean change = visit.header("Access-Control-Request-Method")
                .filter("PUT"::equals)
                .isPresent();
        if (change
                && on.has(CorsFlaws.PREFLIGHT)
                && shared.header("Access-Control-Allow-Origin").isEmpty()) {
            shared = visit.header("Origin")
                    .map(origin -> sharing(reply, origin, true))
                    .orElse(reply);
        }
        String methods = on.here(CorsFlaws.METHOD_REFUSED, visit) ? "GET, POST, PUT" : "GET, POST, PUT, PATCH, DELETE";
        String headers = on.here(CorsFlaws.HEADER_REFUSED, visit) ? "Content-Type" : "Authorization, Content-Type";
        return shared.header("Access-Control-Allow-Origin").isEmpty()
                ? shared
                : shared.with("Access-Control-Allow-Methods", methods)
                        .with("Access-Control-Allow-Headers", headers)
                        .with("Access-Control-Max-Age", "600");
    }

    /** The answer with what its reader's origin may know of it. */
    Reply on(Visit visit, Reply reply) {
        Reply varied = on.here(CorsFlaws.VARY_MISSING, visit) ? reply : reply.with("Vary", "Origin");
        if (on.here(CorsFlaws.WILDCARD, visit)) {
            return sharing(varied, "*", true);
        }
        if (on.here(CorsFlaws.WILDCARD_AUTHORIZED, visit)) {
            return sharing(varied, "*", false);
        }
        if (on.here(CorsFlaws.OTHER_SITE, visit)) {
            return sharing(varied, ELSEWHERE, true);
        }
        Optional<String> origin = visit.header("Origin");
        if (origin.isEmpty()) {
            return varied;
        }
        if (origin.get().equals(places.secure(Places.PORTAL))) {
            return ownRefused(visit) ? varied : sharing(varied, origin.get(), true);
        }
        return slip(visit, origin.get())
                .map(slip -> sharing(varied, origin.get(), slip.credentials()))
                .orElse(varied);
    }

    /** A page with what its reader's origin may know of it: nothing, unless a flaw says otherwise. */
    Reply onPage(Visit visit, Reply page) {
        return visit.header("Origin")
                .flatMap(origin -> slip(visit, origin).map(slip -> sharing(page, origin, slip.credentials())))
                .orElse(page);
    }

    private Optional<Slip> slip(Visit visit, String origin) {
        return SLIPS.stream()
                .filter(slip -> on.here(slip.flaw(), visit) && slip.lets().test(origin))
                .findFirst();
    }

    private boolean ownRefused(Visit visit) {
        boolean other = TRUSTED.stream().anyMatch(on::has);
        boolean preflight = on.here(CorsFlaws.PREFLIGHT_REFUSED, visit) && isPreflight(visit);
        return preflight || on.here(CorsFlaws.OWN_REFUSED, visit) || (on.has(CorsFlaws.NO_CORS) && !other);
    }

    private static Reply sharing(Reply reply, String origin, boolean credentials) {
        Reply shared = reply.with("Access-Control-Allow-Origin", origin);
        return credentials ? shared.with("Access-Control-Allow-Credentials", "true") : shared;
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
