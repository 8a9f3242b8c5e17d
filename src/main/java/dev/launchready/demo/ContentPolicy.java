package dev.launchready.demo;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The Content-Security-Policy of the pages: scripts by nonce, everything else from here (CSP level 3). */
final class ContentPolicy {
    private static final int NONCE_BYTES = 16;

    private final Places places;
    private final Set<Flaw> on;
    private final String constant = nonce();

    ContentPolicy(Places places, Set<Flaw> on) {
        this.places = places;
        this.on = Set.copyOf(on);
    }

    String freshNonce() {
        return on.contains(HeaderFlaws.CSP_STATIC_NONCE) ? constant : nonce();
    }

    /** The page with its policy. */
    Reply on(Visit visit, Reply page, String nonce) {
        boolean inert = on.contains(HeaderFlaws.NO_CSP_INERT) && visit.path().equals("/privacy");
        if (inert || on.contains(HeaderFlaws.NO_CSP)) {
            return page;
        }
        String name = on.contains(HeaderFlaws.CSP_REPORTED)
                ? "Content-Security-Policy-Report-Only"
                : "Content-Security-Policy";
        List<String> directives = new ArrayList<>();
        directives(nonce).forEach((directive, sources) -> directives.add(directive + " " + sources));
        if (!framable(visit)) {
            directives.add("frame-ancestors 'none'");
        }
        return page.with(name, String.join("; ", directives));
    }

    /** Whether a flaw lets any site show this page in a frame. */
    boolean framable(Visit visit) {
        return on.contains(visit.path().equals("/login") ? HeaderFlaws.SIGN_IN_FRAMED : HeaderFlaws.FRAMED);
    }

    private Map<String, String> directives(String nonce) {
        Map<String, String> directives = new LinkedHashMap<>();
        directives.put("default-src", "'none'");
        directives.put("script-src", scripts(nonce));
        directives.put("style-src", "'self'");
        directives.put("img-src", "'self'");
        directives.put("font-src", "'self'");
        directives.put("connect-src", "'self' " + places.secure(Places.API));
        directives.put("manifest-src", "'self'");
        directives.put("form-action", "'self'");
        directives.put("base-uri", "'none'");
        directives.put("object-src", "'none'");
        if (on.contains(HeaderFlaws.CSP_NO_SCRIPTS)) {
            directives.keySet().removeAll(List.of("default-src", "script-src"));
        }
        if (on.contains(HeaderFlaws.CSP_PLUGINS)) {
            directives.keySet().removeAll(List.of("default-src", "object-src"));
        }
        if (on.contains(HeaderFlaws.CSP_BASE)) {
            directives.remove("base-uri");
        }
        if (on.contains(HeaderFlaws.CSP_SLIP)) {
            directives.put("img-src", "self");
        }
        return directives;
    }

    private String scripts(String nonce) {
        if (on.contains(HeaderFlaws.CSP_ANYWHERE)) {
            return "'self' https:";
        }
        if (on.contains(HeaderFlaws.CSP_INLINE)) {
            return "'self' 'unsafe-inline'";
        }
        if (on.contains(HeaderFlaws.CSP_SHARED_HOST)) {
            return "'self' https://cdn.jsdelivr.net";
        }
        String marked = "'nonce-" + nonce + "' 'strict-dynamic'";
        return on.contains(HeaderFlaws.CSP_EVAL) ? marked + " 'unsafe-eval'" : marked;
    }

    private static String nonce() {
        return Base64.getEncoder().encodeToString(Randomness.bytes(NONCE_BYTES));
    }
}
