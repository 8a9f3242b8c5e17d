package dev.launchready.demo;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** The headers that protect a visitor, by kind of answer. */
final class SecurityHeaders {
    /** Stands in a page wherever its nonce belongs. */
    static final String NONCE = "@NONCE@";

    private static final int NONCE_BYTES = 16;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private final Places places;
    private final Set<Flaw> on;

    SecurityHeaders(Places places, Set<Flaw> on) {
        this.places = places;
        this.on = Set.copyOf(on);
    }

    Reply on(Visit visit, Reply reply) {
        Reply dressed = reply.page() ? page(reply) : other(reply);
        if (!on.contains(HeaderFlaws.NO_NOSNIFF)) {
            dressed = dressed.with("X-Content-Type-Options", "nosniff");
        }
        if (visit.secure()) {
            dressed = dressed.with("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        if (!on.contains(HeaderFlaws.NO_REFERRER_POLICY)) {
            dressed = dressed.with("Referrer-Policy", "strict-origin-when-cross-origin");
        }
        return dressed.defaulting("Cache-Control", "no-store");
    }

    private Reply page(Reply reply) {
        byte[] random = new byte[NONCE_BYTES];
        RANDOM.nextBytes(random);
        String nonce = Base64.getEncoder().encodeToString(random);
        Reply dressed = reply.saying(reply.text().replace(NONCE, nonce))
                .with("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=()")
                .with("Cross-Origin-Opener-Policy", "same-origin")
                .with("Cross-Origin-Resource-Policy", "same-origin");
        if (!on.contains(HeaderFlaws.FRAMEABLE)) {
            dressed = dressed.with("X-Frame-Options", "DENY");
        }
        return on.contains(HeaderFlaws.NO_CSP) ? dressed : dressed.with("Content-Security-Policy", policy(nonce));
    }

    private String policy(String nonce) {
        String scripts = on.contains(HeaderFlaws.CSP_UNSAFE_INLINE)
                ? "script-src 'self' 'unsafe-inline'"
                : "script-src 'nonce-" + nonce + "' 'strict-dynamic'";
        List<String> directives = new ArrayList<>(List.of(
                "default-src 'none'",
                scripts,
                "style-src 'self'",
                "img-src 'self'",
                "font-src 'self'",
                "connect-src 'self' " + places.secure(Places.API),
                "manifest-src 'self'",
                "form-action 'self'",
                "base-uri 'none'",
                "object-src 'none'"));
        if (!on.contains(HeaderFlaws.FRAMEABLE)) {
            directives.add("frame-ancestors 'none'");
        }
        return String.join("; ", directives);
    }

    private Reply other(Reply reply) {
        boolean forEverybody = reply.header("Cache-Control").orElse("").startsWith("public");
        return reply.with("Content-Security-Policy", NOTHING)
                .with("Cross-Origin-Resource-Policy", forEverybody ? "same-site" : "same-origin");
    }
}
