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
        if (visit.secure() && !on.contains(ContentFlaws.NO_HSTS)) {
            dressed = dressed.with("Strict-Transport-Security", strictTransport());
        }
        if (on.contains(HeaderFlaws.JSON_AS_HTML) && reply.json() && reply.status() == 200) {
            dressed = dressed.replacing("Content-Type", Reply.HTML);
        }
        String referrer = on.contains(HeaderFlaws.REFERRER) ? "unsafe-url" : "strict-origin-when-cross-origin";
        return dressed.with("Referrer-Policy", referrer).defaulting("Cache-Control", "no-store");
    }

    /** A year, as the preload list wants it (RFC 6797 section 6.1). */
    private String strictTransport() {
        String age = on.contains(ContentFlaws.SHORT_HSTS) ? "max-age=86400" : "max-age=31536000";
        return on.contains(ContentFlaws.HSTS_ONE_HOST) ? age : age + "; includeSubDomains";
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
