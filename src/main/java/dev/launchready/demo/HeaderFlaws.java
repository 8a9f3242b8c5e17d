package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the headers of the portal's answers. */
final class HeaderFlaws {
    static final Flaw NO_CSP = security("csp-missing", "The pages carry no Content-Security-Policy.");
    static final Flaw NO_CSP_INERT =
            security("csp-missing-inert", "The privacy page, which runs nothing, carries no Content-Security-Policy.");
    static final Flaw CSP_REPORTED = security("csp-report-only", "The policy of the pages only reports.");
    static final Flaw CSP_NO_SCRIPTS =
            security("csp-scripts-unrestricted", "The policy of the pages says nothing about scripts.");
    static final Flaw CSP_ANYWHERE =
            security("csp-script-anywhere", "The policy of the pages allows scripts from any HTTPS address.");
    static final Flaw CSP_INLINE = security("csp-script-inline", "The policy of the pages allows any inline script.");
    static final Flaw CSP_STATIC_NONCE = security("csp-static-nonce", "The nonce of the policy is always the same.");
    static final Flaw CSP_EVAL = security("csp-eval", "The policy of the pages allows eval.");
    static final Flaw CSP_SHARED_HOST =
            security("csp-shared-script-host", "The policy of the pages trusts a host where anybody can put scripts.");
    static final Flaw CSP_PLUGINS = security("csp-plugins-unrestricted", "The policy of the pages allows plug-ins.");
    static final Flaw CSP_BASE = security(
            "csp-base-unrestricted", "The policy of the pages lets a base element turn its scripts elsewhere.");
    static final Flaw CSP_SLIP = security("csp-slip", "A keyword of the policy has lost its quotes.");
    static final Flaw SIGN_IN_FRAMED = security("sign-in-framable", "Any site may show the sign-in page in a frame.");
    static final Flaw FRAMED = security("framable", "Any site may show the front page in a frame.");
    static final Flaw NO_NOSNIFF = security("nosniff-missing", "Browsers may guess the type of the answers.");
    static final Flaw JSON_AS_HTML = security("json-as-html", "The API calls its JSON a page.");
    static final Flaw REFERRER = security("referrer-leaks", "Other sites are told the full address of the page.");
    static final Flaw NO_EXTRAS = security("extras-missing", "The pages set no Permissions-Policy.");

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

    private static Flaw security(String reason, String says) {
        return Flaw.of("headers.security/" + reason, says);
    }
}
