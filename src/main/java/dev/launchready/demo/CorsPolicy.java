package dev.launchready.demo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Which origins may read the API: the portal's own, to the letter. */
final class CorsPolicy {
    private static final String ELSEWHERE = "https://partner.quayside.example";
    private static final Predicate<String> ANY = matching(".*");
    private static final Predicate<String> NULL = "null"::equals;
    private static final Predicate<String> LIKE_OUR_END = matching("https://[^/.]*harbor\\.example(:\\d+)?");

    private static final List<Slip> SLIPS = List.of(
            new Slip(CorsFlaws.REFLECTED, ANY, true, false),
            new Slip(CorsFlaws.REFLECTED_OPEN, ANY, true, true),
            new Slip(CorsFlaws.REFLECTED_BARE, ANY, false, false),
            new Slip(CorsFlaws.NULL_ORIGIN, NULL, true, false),
            new Slip(CorsFlaws.NULL_OPEN, NULL, true, true),
            new Slip(CorsFlaws.NULL_BARE, NULL, false, false),
            new Slip(CorsFlaws.PREFIX, matching("https://portal\\.harbor\\.example[.:].*"), true, false),
            new Slip(CorsFlaws.SUFFIX, LIKE_OUR_END, true, false),
            new Slip(CorsFlaws.UNESCAPED_DOT, matching("https://portal.harbor\\.example(:\\d+)?"), true, false),
            new Slip(CorsFlaws.SUFFIX_OPEN, LIKE_OUR_END, true, true),
            new Slip(CorsFlaws.SUFFIX_BARE, LIKE_OUR_END, false, false),
            new Slip(
                    CorsFlaws.ODD_CHARACTER, matching("https://portal\\.harbor\\.example[^.:/a-z0-9-].*"), true, false),
            new Slip(CorsFlaws.DOWNGRADE, matching("http://portal\\.harbor\\.example(:\\d+)?"), true, false),
            new Slip(CorsFlaws.SUBDOMAIN, matching("https://[^/]+\\.harbor\\.example(:\\d+)?"), true, false),
            new Slip(CorsFlaws.DEVELOPMENT, matching("http://localhost(:\\d+)?"), true, false));

    private final Places places;
    private final Set<Flaw> on;

    CorsPolicy(Places places, Set<Flaw> on) {
        this.places = places;
        this.on = Set.copyOf(on);
    }

    /**
     * A way to let in more than the portal's own origin.
     *
     * @param credentials whether they may come along
     * @param openOnly whether it happens on the front page alone, which holds nothing private
     */
    private record Slip(Flaw flaw, Predicate<String> lets, boolean credentials, boolean openOnly) {
        boolean letsIn(Visit visit, String origin) {
            boolean frontPage =
                    visit.host().equals(Places.PORTAL) && visit.path().equals("/");
            return lets.test(origin) && openOnly == frontPage;
        }
    }

    static boolean isPreflight(Visit visit) {
        return visit.method().equals("OPTIONS")
                && visit.header("Access-Control-Request-Method").isPresent();
    }

    /** The answer to a preflight (Fetch standard, CORS-preflight fetch). */
    Reply preflight(Visit visit) {
        Reply reply = Reply.empty(204).with("Vary", "Access-Control-Request-Method, Access-Control-Request-Headers");
        Reply shared = on(visit, reply);
        if (on.contains(CorsFlaws.PREFLIGHT)
                && shared.header("Access-Control-Allow-Origin").isEmpty()) {
            shared = visit.header("Origin")
                    .map(origin -> sharing(reply, origin, true))
                    .orElse(reply);
        }
        return shared.header("Access-Control-Allow-Origin").isEmpty()
                ? shared
                : shared.with("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                        .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
                        .with("Access-Control-Max-Age", "600");
    }

    /** The answer with what its reader's origin may know of it. */
    Reply on(Visit visit, Reply reply) {
        Reply varied = reply.with("Vary", "Origin");
        if (on.contains(CorsFlaws.OTHER_SITE)) {
            return sharing(varied, ELSEWHERE, true);
        }
        Optional<String> origin = visit.header("Origin");
        if (origin.isEmpty()) {
            return varied;
        }
        if (origin.get().equals(places.secure(Places.PORTAL))) {
            return sharing(varied, origin.get(), true);
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
                .filter(slip -> on.contains(slip.flaw()) && slip.letsIn(visit, origin))
                .findFirst();
    }

    private static Reply sharing(Reply reply, String origin, boolean credentials) {
        Reply shared = reply.with("Access-Control-Allow-Origin", origin);
        return credentials ? shared.with("Access-Control-Allow-Credentials", "true") : shared;
    }

    private static Predicate<String> matching(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }
}
