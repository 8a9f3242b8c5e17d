package dev.launchready.check.headers;

import dev.launchready.model.Reason;
import java.util.Set;

/** The cases that {@link SecurityJudge} tells apart. */
final class SecurityReasons {
    static final Reason CSP_MISSING = Reason.fails("csp-missing");
    static final Reason CSP_MISSING_INERT = Reason.warns("csp-missing-inert");
    static final Reason CSP_REPORT_ONLY = Reason.fails("csp-report-only");
    static final Reason CSP_SCRIPTS_UNRESTRICTED = Reason.fails("csp-scripts-unrestricted");
    static final Reason CSP_SCRIPT_ANYWHERE = Reason.fails("csp-script-anywhere");
    static final Reason CSP_SCRIPT_INLINE = Reason.fails("csp-script-inline");
    static final Reason CSP_STATIC_NONCE = Reason.fails("csp-static-nonce");
    static final Reason CSP_EVAL = Reason.warns("csp-eval");
    static final Reason CSP_SHARED_HOST = Reason.warns("csp-shared-script-host");
    static final Reason CSP_PLUGINS = Reason.warns("csp-plugins-unrestricted");
    static final Reason CSP_BASE = Reason.warns("csp-base-unrestricted");
    static final Reason CSP_SLIP = Reason.warns("csp-slip");
    static final Reason SIGN_IN_FRAMABLE = Reason.fails("sign-in-framable");
    static final Reason FRAMABLE = Reason.warns("framable");
    static final Reason NOSNIFF_MISSING = Reason.warns("nosniff-missing");
    static final Reason JSON_AS_HTML = Reason.warns("json-as-html");
    static final Reason REFERRER_LEAKS = Reason.warns("referrer-leaks");
    static final Reason EXTRAS_MISSING = Reason.warns("extras-missing");
    static final Reason NO_PAGE = Reason.blocks("no-page");

    static final Set<Reason> ALL = Set.of(
            CSP_MISSING,
            CSP_MISSING_INERT,
            CSP_REPORT_ONLY,
            CSP_SCRIPTS_UNRESTRICTED,
            CSP_SCRIPT_ANYWHERE,
            CSP_SCRIPT_INLINE,
            CSP_STATIC_NONCE,
            CSP_EVAL,
            CSP_SHARED_HOST,
            CSP_PLUGINS,
            CSP_BASE,
            CSP_SLIP,
            SIGN_IN_FRAMABLE,
            FRAMABLE,
            NOSNIFF_MISSING,
            JSON_AS_HTML,
            REFERRER_LEAKS,
            EXTRAS_MISSING,
            NO_PAGE);

    private SecurityReasons() {}
}
