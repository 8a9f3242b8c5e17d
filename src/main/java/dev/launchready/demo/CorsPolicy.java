package dev.launchready.demo;

import java.util.Set;
import java.util.regex.Pattern;

/** Which origins may read the API: the portal's own, to the letter. */
final class CorsPolicy {
    private static final Pattern ANY_PORTAL = Pattern.compile("https://portal.harbor.example(:\\d+)?");
    private static final Pattern PLAIN_PORTAL = Pattern.compile("http://portal\\.harbor\\.example(:\\d+)?");
    private static final Pattern ENDS_LIKE_US = Pattern.compile("https://[^/]*harbor\\.example(:\\d+)?");

    private final Places places;
    private final Set<Flaw> on;

    CorsPolicy(Places places, Set<Flaw> on) {
        this.places = places;
        this.on = Set.copyOf(on);
    }

    /** The answer to a preflight (Fetch standard, CORS-preflight fetch). */
    Reply preflight(Visit visit) {
        Reply reply = Reply.empty(204).with("Vary", "Access-Control-Request-Method, Access-Control-Request-Headers");
        boolean welcome = visit.header("Origin").filter(this::lets).isPresent();
        return !welcome
                ? reply
                : reply.with("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                        .with("Access-Control-Allow-Headers", "Authorization, Content-Type")
                        .with("Access-Control-Max-Age", "600");
    }

    static boolean isPreflight(Visit visit) {
        return visit.method().equals("OPTIONS")
                && visit.header("Access-Control-Request-Method").isPresent();
    }

    /** The answer with what its reader's origin may know of it. */
    Reply on(Visit visit, Reply reply) {
        Reply varied = reply.with("Vary", "Origin");
        return visit.header("Origin")
                .filter(this::lets)
                .map(origin -> varied.with("Access-Control-Allow-Origin", origin)
                        .with("Access-Control-Allow-Credentials", "true"))
                .orElse(varied);
    }

    private boolean lets(String origin) {
        String own = places.secure(Places.PORTAL);
        return origin.equals(own)
                || on.contains(CorsFlaws.REFLECTED)
                || on.contains(CorsFlaws.NULL_ORIGIN) && origin.equals("null")
                || on.contains(CorsFlaws.PREFIX) && origin.startsWith("https://" + Places.PORTAL)
                || on.contains(CorsFlaws.SUFFIX) && ENDS_LIKE_US.matcher(origin).matches()
                || on.contains(CorsFlaws.UNESCAPED_DOT)
                        && ANY_PORTAL.matcher(origin).matches()
                || on.contains(CorsFlaws.DOWNGRADE)
                        && PLAIN_PORTAL.matcher(origin).matches();
    }
}
