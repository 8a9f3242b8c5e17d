package dev.launchready.demo;

import java.util.List;

/** What answers can give away to those who may rightly ask for them. */
final class AnswerFlaws {
    static final Flaw FOREIGN_VALUES = excess(
            "foreign-values", "/api/projects/*", "A project names the clients of other tenants who have looked at it.");
    static final Flaw FOREIGN_SESSION =
            excess("foreign-session", "/api/me", "One's own record comes with the tokens of all who are signed in.");
    static final Flaw PASSWORD_HASH =
            excess("password-hash", "/api/me", "One's own record comes with the stored password.");
    static final Flaw PASSWORD_IN_CLEAR =
            excess("password-in-clear", "/api/me", "One's own record comes with the password as it is typed.");
    static final Flaw ACCOUNT_SECRET =
            excess("account-secret", "/api/me", "One's own record comes with the token that resets the password.");
    static final Flaw LOOKS_FOREIGN =
            excess("looks-foreign", "/dashboard", "The dashboard recommends the project of another tenant.");
    static final Flaw INTERNAL_FIELDS =
            excess("internal-fields", "/api/invoices/*", "An invoice comes with the note and the cost for staff.");

    static final List<Flaw> ALL = List.of(
            FOREIGN_VALUES,
            FOREIGN_SESSION,
            PASSWORD_HASH,
            PASSWORD_IN_CLEAR,
            ACCOUNT_SECRET,
            LOOKS_FOREIGN,
            INTERNAL_FIELDS);

    private AnswerFlaws() {}

    private static Flaw excess(String reason, String at, String says) {
        return Flaw.of("authz.excess-data/" + reason, at, says);
    }
}
