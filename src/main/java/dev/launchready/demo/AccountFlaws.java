package dev.launchready.demo;

import java.util.List;

/** What can be wrong with making an account and with changing what one signs in with. */
final class AccountFlaws {
    static final Flaw PASSWORD_BY_API = change(
            "password-changes-without#api", "The API changes the password whatever is given as the current one.");
    static final Flaw PASSWORD_BY_PAGE = change(
            "password-changes-without#page", "The account page changes the password without asking for the current.");
    static final Flaw EMAIL_CHANGES =
            change("email-changes-without", "The API changes the e-mail address without a look at the password.");
    static final Flaw EMAIL_WAITS = change(
            "email-waits-for-mail-alone",
            "The API never looks at the password, but changes the address once a mail to it is answered.");

    static final Flaw SECOND_BY_CASE =
            duplicate("second-account#case", "An address in another case is another account.");
    static final Flaw SECOND_BY_SPACE =
            duplicate("second-account#space", "An address with a space after it is another account.");
    static final Flaw SECOND_BY_UNICODE =
            duplicate("unicode-account", "An address in letters of another width is another account.");
    static final Flaw SIGN_UP_TAKES_OVER = duplicate(
                    "sign-up-takes-over", "Signing up once more sets the password of the account that is there.")
            .changing("auth.account-enumeration");

    static final List<Flaw> ALL = List.of(
            PASSWORD_BY_API,
            PASSWORD_BY_PAGE,
            EMAIL_CHANGES,
            EMAIL_WAITS,
            SECOND_BY_CASE,
            SECOND_BY_SPACE,
            SECOND_BY_UNICODE,
            SIGN_UP_TAKES_OVER);

    private AccountFlaws() {}

    private static Flaw change(String reason, String says) {
        return Flaw.of("auth.reauthentication/" + reason, "", says);
    }

    private static Flaw duplicate(String reason, String says) {
        return Flaw.of("auth.duplicate-accounts/" + reason, "", says);
    }
}
