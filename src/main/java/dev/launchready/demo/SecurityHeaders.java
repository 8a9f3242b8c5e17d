package dev.launchready.demo;

/** The headers that protect a visitor, by kind of answer. */
final class SecurityHeaders {
    /** Stands in a page wherever its nonce belongs. */
    static final String NONCE = "@NONCE@";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final ContentPolicy policy;
    private final StrictTransport transport;
    private final Switches on;

    SecurityHeaders(Places places, Switches on) {
        policy = new ContentPolicy(places, on);
        transport = new StrictTransport(on);
        this.on = on;
    }

    Reply on(Visit visit, Reply reply) {
        Reply dressed = transport.on(visit, reply.page() ? page(visit, reply) : other(reply));
        if (!on.here(HeaderFlaws.NO_NOSNIFF, visit)) {
            dressed = dressed.with("X-Content-Type-Options", "nosniff");
        }
        if (on.here(HeaderFlaws.JSON_AS_HTML, visit)) {
            dressed = dressed.replacing("Content-Type", Reply.HTML);
        }
        String referrer = on.here(HeaderFlaws.REFERRER, visit) ? "unsafe-url" : "strict-origin-when-cross-origin";
        if (on.here(HeaderFlaws.DEBUG_HEADER, visit)) {
            dressed = dressed.with("X-Debug-Token-Link", "/_profiler/4f1c2a");
        }
        if (on.here(HeaderFlaws.VERSION_SHOWN, visit)) {
            dressed = dressed.with("Server", "nginx/1.18.0").with("X-Powered-By", "PHP/8.0.30");
        }
        return dressed.with("Referrer-Policy", referrer);
    }

    private Reply page(Visit visit, Reply reply) {
        String nonce = policy.nonce(visit);
        Reply dressed = reply.saying(reply.text().replace(NONCE, nonce))
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Cross-Origin-Resource-Policy", "same-origin");
        if (!on.here(HeaderFlaws.NO_EXTRAS, visit)) {
            dressed = dressed.with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()");
        }
        if (!policy.framable(visit)) {
            dressed = dressed.with("X-Frame-Options", "DENY");
        }
        return policy.on(visit, dressed, nonce);
    }

    private static Reply other(Reply reply) {
        boolean forEverybody = reply.header("Cache-Control").orElse("").startsWith("public");
        return reply.with("Content-Security-Policy", NOTHING)
                .with("Cross-Origin-Resource-Policy", forEverybody ? "same-site" : "same-origin");
    }
}
