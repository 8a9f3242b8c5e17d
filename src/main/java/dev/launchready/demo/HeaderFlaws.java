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
            NO_EXTRAS);

    private HeaderFlaws() {}

    private static Flaw security(String reason, String at, String says) {
        return Flaw.of("headers.security/" + reason, at, says);
    }
}
