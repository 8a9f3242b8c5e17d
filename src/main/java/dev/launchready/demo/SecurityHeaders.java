package dev.launchready.demo;

import java.util.Set;

/** The headers that protect a visitor, by kind of answer. */
final class SecurityHeaders {
    /** Stands in a page wherever its nonce belongs. */
    static final String NONCE = "@NONCE@";

    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final ContentPolicy policy;
    private final Set<Flaw> on;

    SecurityHeaders(Places places, Set<Flaw> on) {
        policy = new ContentPolicy(places, on);
        this.on = Set.copyOf(on);
    }

    Reply on(Visit visit, Reply reply) {
        Reply dressed = reply.page() ? page(visit, reply) : other(reply);
        if (!on.contains(HeaderFlaws.NO_NOSNIFF)) {
            dressed = dressed.with("X-Content-Type-Options", "nosniff");
        }
        if (visit.secure()) {
            dressed = dressed.with("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (on.contains(HeaderFlaws.JSON_AS_HTML) && reply.json() && reply.status() == 200) {
            dressed = dressed.replacing("Content-Type", Reply.HTML);
        }
        String referrer = on.contains(HeaderFlaws.REFERRER) ? "unsafe-url" : "strict-origin-when-cross-origin";
        return dressed.with("Referrer-Policy", referrer).defaulting("Cache-Control", "no-store");
    }

    private Reply page(Visit visit, Reply reply) {
        String nonce = policy.freshNonce();
        Reply dressed = reply.saying(reply.text().replace(NONCE, nonce))
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Cross-Origin-Resource-Policy", "same-origin");
        if (!on.contains(HeaderFlaws.NO_EXTRAS)) {
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
