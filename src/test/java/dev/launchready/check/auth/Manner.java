package dev.launchready.check.auth;

import java.util.List;

/**
 * How one small portal speaks of accounts: how its people sign up and in, and how they change what they sign in with.
 *
 * @param signUp whether people make their accounts by themselves
 */
record Manner(String name, Carrier carrier, Refusal refusal, Asking asking, boolean signUp) {

    enum Carrier {
        BEARER,
        COOKIE,
        /** Pages with forms, each with a CSRF field. */
        FORM,
        /** People sign in with a name, not with their address. */
        BY_NAME,
        /** Signing in ends every older session of the account. */
        SINGLE
    }

    enum Refusal {
        FORBIDDEN,
        BAD_REQUEST,
        UNPROCESSABLE,
        FALSE_WITH_200,
        BACK_TO_FORM,
        FORM_AGAIN
    }

    enum Asking {
        /** A field for the current password in the request. */
        FIELD,
        /** 423 until the password was given once more. */
        LOCKED,
        /** A page of its own that asks for the password. */
        PAGE,
        /** The same, and the portal file does not know how it is answered. */
        PAGE_UNKNOWN,
        /** A field; and a new address waits for a mail. */
        MAIL
    }

    static List<Manner> all() {
        return List.of(
                new Manner("bearer-403", Carrier.BEARER, Refusal.FORBIDDEN, Asking.FIELD, true),
                new Manner("bearer-200-false", Carrier.BEARER, Refusal.FALSE_WITH_200, Asking.FIELD, true),
                new Manner("cookie-422", Carrier.COOKIE, Refusal.UNPROCESSABLE, Asking.FIELD, true),
                new Manner("cookie-locked", Carrier.COOKIE, Refusal.BAD_REQUEST, Asking.LOCKED, true),
                new Manner("pages-back", Carrier.FORM, Refusal.BACK_TO_FORM, Asking.FIELD, true),
                new Manner("pages-again", Carrier.FORM, Refusal.FORM_AGAIN, Asking.FIELD, true),
                new Manner("pages-confirm", Carrier.FORM, Refusal.FORM_AGAIN, Asking.PAGE, true),
                new Manner("pages-confirm-unknown", Carrier.FORM, Refusal.BACK_TO_FORM, Asking.PAGE_UNKNOWN, true),
                new Manner("bearer-mail", Carrier.BEARER, Refusal.BAD_REQUEST, Asking.MAIL, true),
                new Manner("pages-mail", Carrier.FORM, Refusal.FORM_AGAIN, Asking.MAIL, true),
                new Manner("by-name-422", Carrier.BY_NAME, Refusal.UNPROCESSABLE, Asking.FIELD, true),
                new Manner("single-session", Carrier.SINGLE, Refusal.FORBIDDEN, Asking.FIELD, true),
                new Manner("own-bearer", Carrier.BEARER, Refusal.FORBIDDEN, Asking.FIELD, false),
                new Manner("own-pages", Carrier.FORM, Refusal.BACK_TO_FORM, Asking.FIELD, false),
                new Manner("own-200-false", Carrier.COOKIE, Refusal.FALSE_WITH_200, Asking.FIELD, false));
    }

    /** Whether the request itself has a place for the current password. */
    boolean field() {
        return asking == Asking.FIELD || asking == Asking.MAIL;
    }

    boolean pages() {
        return carrier == Carrier.FORM;
    }

    boolean confirms() {
        return asking == Asking.LOCKED || asking == Asking.PAGE || asking == Asking.PAGE_UNKNOWN;
    }

    /** The portal file from {@code identities} on, complete. */
    String file(boolean asksField) {
        String user = carrier == Carrier.BY_NAME ? "user: anna-l" : "email: anna@north.example";
        String kind = pages() ? "kind: form, page: GET /login" : "kind: json";
        String token = pages() || carrier == Carrier.COOKIE ? "" : ", token: $.token";
        String form = pages() ? "encoding: form, " : "";
        String current = asksField ? "current: \"{password}\", " : "";
        String named = carrier == Carrier.BY_NAME ? "user: \"{user}\", " : "";
        return """
                identities:
                  anna: {role: client, login: {%s, request: POST /login, body: {%s, password: pw-anna-2026}%s}, signed-in-when: {request: GET /me, contains: anna@north.example}}
                consent: {by: the owner, allow: [writes]}
                routes: {signed-in: [GET /me]}
                flows:
                  password-change: {request: POST /settings/password, %sbody: {%snew: "{new-password}"}}
                  email-change: {request: POST /settings/email, %sbody: {%semail: "{new-email}"}}
                """.formatted(kind, user, token, form, current, form, current)
                + (signUp
                        ? "  signup: {request: POST /join, " + form + "body: {" + named
                                + "email: \"{random-email}\", password: \"{password}\"}, undo: "
                                + (pages() ? "POST /leave" : "DELETE /me") + "}\n"
                        : "")
                + (asking == Asking.LOCKED || asking == Asking.PAGE
                        ? "  confirm: {request: POST /confirm, " + form + "body: {password: \"{password}\"}}\n"
                        : "");
    }

    @Override
    public String toString() {
        return name;
    }
}
