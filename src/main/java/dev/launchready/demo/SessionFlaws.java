package dev.launchready.demo;

import java.util.List;
import java.util.Set;

/** What can be wrong with sessions: their cookie, their beginning and their end. */
final class SessionFlaws {
    static final Flaw NO_SECURE = cookie("no-secure", "", "The session cookie is sent over plain HTTP too.");
    static final Flaw READABLE = cookie("readable-by-script", "", "The session cookie can be read by scripts.");
    static final Flaw SAME_SITE_NONE = new Flaw(
            "auth.cookie-flags/same-site-none",
            "",
            "The session cookie is sent along with requests from other sites.",
            Set.of("auth.csrf"));
    static final Flaw SAME_SITE_MISSING = new Flaw(
            "auth.cookie-flags/same-site-missing",
            "",
            "The session cookie does not say whether other sites may cause it to be sent.",
            Set.of("auth.csrf"));
    static final Flaw WIDE_DOMAIN =
            cookie("domain-too-wide", "", "The session cookie goes to every host below the portal's.");
    static final Flaw PREFIX_BROKEN =
            cookie("prefix-broken", "", "The session cookie's name promises what its attributes do not keep.");

    static final Flaw SESSION_SURVIVES =
            end("session-survives", "", "Signing out of the pages leaves the session alive.");
    static final Flaw TOKEN_SURVIVES =
            end("token-survives", "", "Signing out of the API leaves the token alive for a day.");
    static final Flaw TOKEN_NEVER_ENDS = end(
                    "token-never-ends", "", "Signing out of the API leaves the token alive for ever.")
            .changing("auth.session-expiry");
    static final Flaw TOKEN_BRIEFLY =
            end("token-survives-briefly", "", "Signing out of the API leaves the token alive for ten minutes.");
    static final Flaw COOKIE_STAYS =
            end("cookie-stays", "", "Signing out of the pages leaves the dead cookie in the browser.");

    static final Flaw ID_KEPT = beginning("session-id-kept", "", "The id of a visit becomes the id of the session.");
    static final Flaw ID_CHOSEN =
            beginning("chosen-id-accepted", "", "Whatever id a visitor brings along becomes the id of the session.");

    static final Flaw TOKEN_WITHOUT_END = expiry("token-never-expires", "", "The token names no end.");
    static final Flaw TOKEN_LIVES_LONG = expiry("token-lives-long", "", "The token lives for three months.");
    static final Flaw ATTESTED_LONG =
            expiry("attested-long", "", "By the owner's own word sessions live for two months.");
    static final Flaw COOKIE_LIVES_LONG = expiry("cookie-lives-long", "", "The session cookie is kept for a year.");

    static final Flaw GARBAGE_TOKEN = forged(
                    "garbage-accepted", "", "Any text in place of a token is taken for a client's.")
            .changing("auth.anonymous-access");
    static final Flaw SIGNATURE_IGNORED =
            forged("signature-not-checked", "", "The signature of a token is not checked.");
    static final Flaw SIGNATURE_STRIPPED = forged("signature-stripped", "", "A token without a signature is taken.");
    static final Flaw NONE_ALGORITHM = forged("none-algorithm", "", "A token may say itself that it is not signed.");
    static final Flaw WEAK_SECRET = forged("weak-secret", "", "The tokens are signed with a word.");
    static final Flaw BLANK_SECRET = forged("blank-secret", "", "A token signed with nothing is taken.");

    static final Flaw STATUS_TELLS =
            told("status-tells", "", "The status of a failed sign-in tells whether the address has an account.");
    static final Flaw ANSWER_TELLS =
            told("answer-tells", "", "The words of a failed sign-in tell whether the address has an account.");
    static final Flaw TIME_TELLS =
            told("time-tells", "", "The time of a failed sign-in tells whether the address has an account.");

    static final Flaw SIGN_UP_TELLS = told("sign-up-tells", "", "The sign-up says that an address has an account.");

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
            ID_CHOSEN,
            TOKEN_WITHOUT_END,
            TOKEN_LIVES_LONG,
            ATTESTED_LONG,
            COOKIE_LIVES_LONG,
            GARBAGE_TOKEN,
            SIGNATURE_IGNORED,
            SIGNATURE_STRIPPED,
            NONE_ALGORITHM,
            WEAK_SECRET,
            BLANK_SECRET,
            STATUS_TELLS,
            ANSWER_TELLS,
            TIME_TELLS,
            SIGN_UP_TELLS);

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

    private static Flaw expiry(String reason, String at, String says) {
        return Flaw.of("auth.session-expiry/" + reason, at, says);
    }

    private static Flaw forged(String reason, String at, String says) {
        return Flaw.of("auth.forged-token/" + reason, at, says);
    }

    private static Flaw told(String reason, String at, String says) {
        return Flaw.of("auth.account-enumeration/" + reason, at, says);
    }
}
