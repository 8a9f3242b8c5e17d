package dev.launchready.demo;

import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Content-Security-Policy of the pages: scripts by nonce, everything else from here (CSP level 3). */
final class ContentPolicy {
    private static final int NONCE_BYTES = 16;

    private final Places places;
    private final Switches on;
    private final String constant = fresh();

    ContentPolicy(Places places, Switches on) {
        this.places = places;
        this.on = on;
    }

    String nonce(Visit visit) {
        return on.here(HeaderFlaws.CSP_STATIC_NONCE, visit) ? constant : fresh();
    }

    /** The page with its policy. */
    Reply on(Visit visit, Reply page, String nonce) {
        if (on.here(HeaderFlaws.NO_CSP_INERT, visit) || on.here(HeaderFlaws.NO_CSP, visit)) {
            return page;
        }
        String name = on.here(HeaderFlaws.CSP_REPORTED, visit)
                ? "Content-Security-Policy-Report-Only"
                : "Content-Security-Policy";
        List<String> directives = new ArrayList<>();
        directives(visit, nonce).forEach((directive, sources) -> directives.add(directive + " " + sources));
        if (!framable(visit)) {
            directives.add("frame-ancestors 'none'");
        }
        return page.with(name, String.join("; ", directives));
    }

    /** Whether a flaw lets any site show this page in a frame. */
    boolean framable(Visit visit) {
        return on.here(HeaderFlaws.SIGN_IN_FRAMED, visit) || on.here(HeaderFlaws.FRAMED, visit);
    }

    private Map<String, String> directives(Visit visit, String nonce) {
        Map<String, String> directives = new LinkedHashMap<>();
        directives.put("default-src", "'none'");
        directives.put("script-src", scripts(visit, nonce));
        directives.put("style-src", "'self'");
        directives.put("img-src", "'self'");
        directives.put("font-src", "'self'");
        directives.put("connect-src", "'self' " + places.secure(Places.API));
        directives.put("manifest-src", "'self'");
        directives.put("form-action", "'self'");
        directives.put("base-uri", "'none'");
        directives.put("object-src", "'none'");
        if (on.here(HeaderFlaws.CSP_NO_SCRIPTS, visit)) {
            directives.keySet().removeAll(List.of("default-src", "script-src"));
        }
        if (on.here(HeaderFlaws.CSP_PLUGINS, visit)) {
            directives.keySet().removeAll(List.of("default-src", "object-src"));
        }
        if (on.here(HeaderFlaws.CSP_BASE, visit)) {
            directives.remove("base-uri");
        }
        if (on.here(HeaderFlaws.CSP_SLIP, visit)) {
            directives.put("img-src", "self");
        }
        return directives;
    }

    private String scripts(Visit visit, String nonce) {
        if (on.here(HeaderFlaws.CSP_ANYWHERE, visit)) {
            return "'self' https:";
        }
        if (on.here(HeaderFlaws.CSP_INLINE, visit)) {
            return "'self' 'unsafe-inline'";
        }
        if (on.here(HeaderFlaws.CSP_SHARED_HOST, visit)) {
            return "'self' https://cdn.jsdelivr.net";
        }
        String marked = "'nonce-" + nonce + "' 'strict-dynamic'";
        return on.here(HeaderFlaws.CSP_EVAL, visit) ? marked + " 'unsafe-eval'" : marked;
    }

    private static String fresh() {
        return Base64.getEncoder().encodeToString(Randomness.bytes(NONCE_BYTES));
    }
}
