package dev.launchready.demo;

import java.util.List;

/** What can be wrong with sessions: their cookie, their beginning and their end. */
final class SessionFlaws {
    static final Flaw NO_SECURE = cookie("no-secure", "", "The session cookie is sent over plain HTTP too.");
    static final Flaw READABLE = cookie("readable-by-script", "", "The session cookie can be read by scripts.");
    static final Flaw SAME_SITE_NONE =
            cookie("same-site-none", "", "The session cookie is sent along with requests from other sites.");
    static final Flaw SAME_SITE_MISSING = cookie(
            "same-site-missing", "", "The session cookie does not say whether other sites may cause it to be sent.");
    static final Flaw WIDE_DOMAIN =
            cookie("domain-too-wide", "", "The session cookie goes to every host below the portal's.");
    static final Flaw PREFIX_BROKEN =
            cookie("prefix-broken", "", "The session cookie's name promises what its attributes do not keep.");

    static final Flaw SESSION_SURVIVES =
            end("session-survives", "", "Signing out of the pages leaves the session alive.");
    static final Flaw TOKEN_SURVIVES =
            end("token-survives", "", "Signing out of the API leaves the token alive for a day.");
    static final Flaw TOKEN_NEVER_ENDS =
            end("token-never-ends", "", "Signing out of the API leaves the token alive for ever.");
    static final Flaw TOKEN_BRIEFLY =
            end("token-survives-briefly", "", "Signing out of the API leaves the token alive for ten minutes.");
    static final Flaw COOKIE_STAYS =
            end("cookie-stays", "", "Signing out of the pages leaves the dead cookie in the browser.");

    static final Flaw ID_KEPT = beginning("session-id-kept", "", "The id of a visit becomes the id of the session.");
    static final Flaw ID_CHOSEN =
            beginning("chosen-id-accepted", "", "Whatever id a visitor brings along becomes the id of the session.");

    static final List<Flaw> ALL = List.of(
            NO_SECURE,
            READABLE,
            SAME_SITE_NONE,
            SAME_SITE_MISSING,
            WIDE_DOMAIN,
            PREFIX_BROKEN,
            SESSION_SURVIVES,
            TOKEN_SURVIVES,
            TOKEN_NEVER_ENDS,
            TOKEN_BRIEFLY,
            COOKIE_STAYS,
            ID_KEPT,
            ID_CHOSEN);

    private SessionFlaws() {}

    private static Flaw cookie(String reason, String at, String says) {
        return Flaw.of("auth.cookie-flags/" + reason, at, says);
    }

    private static Flaw end(String reason, String at, String says) {
        return Flaw.of("auth.session-ends/" + reason, at, says);
    }

    private static Flaw beginning(String reason, String at, String says) {
        return Flaw.of("auth.session-fixation/" + reason, at, says);
    }
}
