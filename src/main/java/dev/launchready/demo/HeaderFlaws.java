package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the headers of the portal's answers. */
final class HeaderFlaws {
    static final Flaw NO_CSP = security("csp-missing", "/pricing", "A page carries no Content-Security-Policy.");
    static final Flaw NO_CSP_INERT =
            security("csp-missing-inert", "/privacy", "A page that runs nothing carries no Content-Security-Policy.");
    static final Flaw CSP_REPORTED = security("csp-report-only", "/contact", "The policy of a page only reports.");
    static final Flaw CSP_NO_SCRIPTS =
            security("csp-scripts-unrestricted", "/help", "The policy of a page says nothing about scripts.");
    static final Flaw CSP_ANYWHERE =
            security("csp-script-anywhere", "/terms", "The policy of a page allows scripts from any HTTPS address.");
    static final Flaw CSP_INLINE =
            security("csp-script-inline", "/login", "The policy of a page allows any inline script.");
    static final Flaw CSP_STATIC_NONCE =
            security("csp-static-nonce", "/about", "The nonce of a policy is always the same.");
    static final Flaw CSP_EVAL = security("csp-eval", "/about", "The policy of a page allows eval.");
    static final Flaw CSP_SHARED_HOST = security(
            "csp-shared-script-host", "/", "The policy of a page trusts a host where anybody can put scripts.");
    static final Flaw CSP_PLUGINS =
            security("csp-plugins-unrestricted", "/about", "The policy of a page allows plug-ins.");
    static final Flaw CSP_BASE = security(
            "csp-base-unrestricted", "/about", "The policy of a page lets a base element turn its scripts elsewhere.");
    static final Flaw CSP_SLIP = security("csp-slip", "/about", "A keyword of a policy has lost its quotes.");
    static final Flaw SIGN_IN_FRAMED =
            security("sign-in-framable", "/login", "Any site may show the sign-in page in a frame.");
    static final Flaw FRAMED = security("framable", "/", "Any site may show the front page in a frame.");
    static final Flaw NO_NOSNIFF = security("nosniff-missing", "/help", "Browsers may guess the type of an answer.");
    static final Flaw JSON_AS_HTML = security("json-as-html", "/api/health", "The API calls its JSON a page.");
    static final Flaw REFERRER =
            security("referrer-leaks", "/about", "Other sites are told the full address of a page.");
    static final Flaw NO_EXTRAS = security("extras-missing", "/pricing", "A page sets no Permissions-Policy.");

    static final Flaw LEAKED_FROM_CACHE = kept(
                    "leaked-from-cache",
                    "/api/projects/*",
                    "A cache before the API gives one client's projects to whoever comes next.")
            .changing("auth.anonymous-access", "authz.object-read");
    static final Flaw COOKIE_FROM_CACHE =
            kept("cookie-from-cache", "/pricing", "A cached page gives everybody the same session cookie.");
    static final Flaw GUARDED_FROM_CACHE = kept(
                    "guarded-from-cache",
                    "/api/admin/users",
                    "A cache before the API gives the list of people to anybody.")
            .changing("auth.anonymous-access", "authz.function-level");
    static final Flaw PRIVATE_CACHEABLE =
            kept("private-cacheable", "/api/notes", "Any cache may keep a client's notes.");
    static final Flaw COOKIE_CACHEABLE =
            kept("cookie-cacheable", "/about", "A page that sets a session cookie may be kept by any cache.");
    static final Flaw GUARDED_CACHEABLE =
            kept("guarded-cacheable", "/api/search", "Any cache may keep the refusal of a private route.");
    static final Flaw TOKEN_CACHEABLE =
            kept("token-cacheable", "/contact", "A page with a form token may be kept by any cache.");
    static final Flaw PRIVATE_UNSAID =
            kept("private-unsaid", "/api/files", "Nothing is said about keeping a client's list of files.");

    static final Flaw DEBUG_PAGE = shown("debug-page", "", "The page for missing addresses is one for developers.");
    static final Flaw DEBUG_HEADER =
            shown("debug-header", "/help", "A page leads to its developers' notes by a header.");
    static final Flaw STACK_TRACE =
            shown("stack-trace", "", "The page for missing addresses shows where in the code it was made.");
    static final Flaw VERSION_SHOWN =
            shown("version-shown", "/terms", "A page says which software in which version made it.");

    static final List<Flaw> ALL = List.of(
            NO_CSP,
            NO_CSP_INERT,
            CSP_REPORTED,
            CSP_NO_SCRIPTS,
            CSP_ANYWHERE,
            CSP_INLINE,
            CSP_STATIC_NONCE,
            CSP_EVAL,
            CSP_SHARED_HOST,
            CSP_PLUGINS,
            CSP_BASE,
            CSP_SLIP,
            SIGN_IN_FRAMED,
            FRAMED,
            NO_NOSNIFF,
            JSON_AS_HTML,
            REFERRER,
            NO_EXTRAS,
            LEAKED_FROM_CACHE,
            COOKIE_FROM_CACHE,
            GUARDED_FROM_CACHE,
            PRIVATE_CACHEABLE,
            COOKIE_CACHEABLE,
            GUARDED_CACHEABLE,
            TOKEN_CACHEABLE,
            PRIVATE_UNSAID,
            DEBUG_PAGE,
            DEBUG_HEADER,
            STACK_TRACE,
            VERSION_SHOWN);

    private HeaderFlaws() {}

    private static Flaw security(String reason, String at, String says) {
        return Flaw.of("headers.security/" + reason, at, says);
    }

    private static Flaw kept(String reason, String at, String says) {
        return Flaw.of("headers.private-cache/" + reason, at, says);
    }

    private static Flaw shown(String reason, String at, String says) {
        return Flaw.of("headers.disclosure/" + reason, at, says);
    }
}
