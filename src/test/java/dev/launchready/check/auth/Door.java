package dev.launchready.check.auth;

import java.util.List;

/**
 * How one small portal speaks of sessions.
 *
 * @param carrier what a session travels in
 * @param refusal how it refuses
 */
record Door(String name, Carrier carrier, Refusal refusal) {

    enum Carrier {
        BEARER,
        OWN_HEADER,
        /** Pages with a sign-in form and a CSRF field. */
        FORM_COOKIE,
        /** A cookie among others, set by a JSON API. */
        JSON_COOKIE,
        JWT_BEARER,
        JWT_COOKIE,
        /** Signed with a private key; the public one is at the usual place. */
        RS_BEARER,
        /** Who one is stands in one cookie, the secret in the other; both are wanted. */
        TWO_COOKIES;

        boolean cookie() {
            return this == FORM_COOKIE || this == JSON_COOKIE || this == JWT_COOKIE || this == TWO_COOKIES;
        }

        boolean jwt() {
            return this == JWT_BEARER || this == JWT_COOKIE || this == RS_BEARER;
        }

        boolean pages() {
            return this == FORM_COOKIE;
        }
    }

    enum Refusal {
        UNAUTHORIZED,
        FORBIDDEN,
        NOT_FOUND,
        BAD_REQUEST,
        THROWS,
        NO_CONTENT,
        ERROR_WITH_200,
        EMPTY_WITH_200,
        SHELL,
        TO_SIGN_IN,
        SIGN_IN_PAGE
    }

    static List<Door> all() {
        return List.of(
                new Door("bearer-401", Carrier.BEARER, Refusal.UNAUTHORIZED),
                new Door("bearer-204", Carrier.BEARER, Refusal.NO_CONTENT),
                new Door("header-200-error", Carrier.OWN_HEADER, Refusal.ERROR_WITH_200),
                new Door("header-404", Carrier.OWN_HEADER, Refusal.NOT_FOUND),
                new Door("pages-302", Carrier.FORM_COOKIE, Refusal.TO_SIGN_IN),
                new Door("pages-200-sign-in", Carrier.FORM_COOKIE, Refusal.SIGN_IN_PAGE),
                new Door("cookie-400", Carrier.JSON_COOKIE, Refusal.BAD_REQUEST),
                new Door("cookie-empty", Carrier.JSON_COOKIE, Refusal.EMPTY_WITH_200),
                new Door("jwt-403", Carrier.JWT_BEARER, Refusal.FORBIDDEN),
                new Door("jwt-cookie-shell", Carrier.JWT_COOKIE, Refusal.SHELL),
                new Door("rs-401", Carrier.RS_BEARER, Refusal.UNAUTHORIZED),
                new Door("rs-500", Carrier.RS_BEARER, Refusal.THROWS),
                new Door("two-cookies-500", Carrier.TWO_COOKIES, Refusal.THROWS));
    }

    /** The portal file from {@code identities} on, complete. */
    String file() {
        return """
                identities:
                  alice: {role: client, tenant: north, login: %s, signed-in-when: {request: GET /api/me, contains: alice@north.example}}
                  bob: {role: client, tenant: south, login: %s, signed-in-when: {request: GET /api/me, contains: bob@south.example}}
                consent: {by: the owner, allow: [active, writes, bursts]}
                routes: {signed-in: [GET /api/me, GET /api/notes], owned: ["GET /api/notes/{note}"]}
                flows:
                  logout: {request: POST /logout, as: alice}
                  login: {request: POST /login, %s body: {email: "{user}", password: "{password}"}}
                  recovery: {request: POST /forgot, %s body: {email: "{user}"}}
                  signup: {request: POST /join, %s body: {email: "{user}", password: "{password}"}}
                  create: {note: {request: POST /api/notes, as: alice, %s body: {title: "{marker}"}, id: $.id, undo: "DELETE /api/notes/{id}"}}
                """.formatted(login("alice@north.example"), login("bob@south.example"), form(), form(), form(), form());
    }

    private String form() {
        return carrier.pages() ? "encoding: form," : "";
    }

    private String login(String mail) {
        String body = "body: {email: " + mail + ", password: pw-" + mail.substring(0, mail.indexOf('@')) + "}";
        String request = "request: POST /login, " + body;
        return switch (carrier) {
            case BEARER, JWT_BEARER, RS_BEARER -> "{kind: json, " + request + ", token: $.token}";
            case OWN_HEADER -> "{kind: json, " + request + ", token: $.data.key, send-as: \"X-Auth-Token: {token}\"}";
            case FORM_COOKIE -> "{kind: form, page: GET /login, " + request + "}";
            case JSON_COOKIE, JWT_COOKIE, TWO_COOKIES -> "{kind: json, " + request + "}";
        };
    }

    @Override
    public String toString() {
        return name;
    }
}
