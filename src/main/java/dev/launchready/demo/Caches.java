package dev.launchready.demo;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What caches may keep, and a cache before the API that is there with its flaws only. */
final class Caches {
    private static final String ANYBODY = "public, max-age=600";
    private static final String COOKIE = "; Path=/; Secure; HttpOnly; SameSite=Lax";

    private final Map<String, Reply> kept = new ConcurrentHashMap<>();
    private final String sameCookie = Randomness.name();
    private final Switches on;

    Caches(Switches on) {
        this.on = on;
    }

    /** What the cache gives in place of the portal; empty without one. */
    Optional<Reply> keptFor(Visit visit) {
        boolean nobody = visit.header("Authorization").isEmpty();
        return nobody && visit.method().equals("GET")
                ? Optional.ofNullable(kept.get(visit.target())).map(reply -> reply.with("X-Cache", "HIT"))
                : Optional.empty();
    }

    /** The answer of the API, remembered where a flaw remembers it. */
    Reply remember(Visit visit, Reply reply) {
        boolean remembers = on.here(HeaderFlaws.LEAKED_FROM_CACHE, visit);
        if (remembers && reply.status() == 200 && visit.method().equals("GET")) {
            kept.put(visit.target(), reply);
        }
        return reply;
    }

    /** The answer with what it says about being kept. */
    Reply on(Visit visit, Reply reply) {
        boolean good = reply.status() == 200;
        if (on.here(HeaderFlaws.COOKIE_FROM_CACHE, visit) && good) {
            return reply.with("X-Cache", "HIT").with("Set-Cookie", "sessionid=" + sameCookie + COOKIE);
        }
        if (on.here(HeaderFlaws.COOKIE_CACHEABLE, visit) && good) {
            return reply.replacing("Cache-Control", ANYBODY)
                    .with("Set-Cookie", "sessionid=" + Randomness.name() + COOKIE);
        }
        if (on.here(HeaderFlaws.GUARDED_FROM_CACHE, visit) && good) {
            return reply.with("X-Cache", "HIT");
        }
        boolean refusal = on.here(HeaderFlaws.GUARDED_CACHEABLE, visit) && reply.status() == 401;
        boolean page = on.here(HeaderFlaws.TOKEN_CACHEABLE, visit) && good;
        boolean personal = on.here(HeaderFlaws.PRIVATE_CACHEABLE, visit) && good;
        if (refusal || page || personal) {
            return reply.replacing("Cache-Control", ANYBODY);
        }
        boolean unsaid = on.here(HeaderFlaws.PRIVATE_UNSAID, visit) && good;
        return unsaid ? reply : reply.defaulting("Cache-Control", "no-store");
    }
}
