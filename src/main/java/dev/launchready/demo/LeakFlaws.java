package dev.launchready.demo;

import java.util.List;

/** What can lie in the build output and in the logs that should not. */
final class LeakFlaws {
    static final Flaw BUILT_IN = artifacts("live-secret", "The build puts a live key into its output.");
    static final Flaw BUILT_IN_TEST = artifacts("test-key", "The build puts the key of a test system into its output.");
    static final Flaw BUILT_IN_PERHAPS =
            artifacts("looks-like-a-secret", "The build puts a database's address with its password into its output.");

    static final Flaw PASSWORDS = logs("passwords", "A log shows the sign-in form with its password.");
    static final Flaw SESSION_IDS = logs("session-ids", "A log shows the ids of sessions.");
    static final Flaw BEARER_TOKENS = logs("bearer-tokens", "A log shows the tokens of sessions.");
    static final Flaw CARD_NUMBERS = logs("card-numbers", "A log that was rotated shows the number of a card.");
    static final Flaw NATIONAL_IDS = logs("national-ids", "A log shows an identity number.");
    static final Flaw ACCOUNT_NUMBERS = logs("account-numbers", "A packed log shows a client's bank account.");
    static final Flaw CONTACT_DETAILS = logs("contact-details", "A log shows telephone numbers.");
    static final Flaw EMAIL_ADDRESSES = logs("email-addresses", "A log shows the addresses of clients.");
    static final Flaw LOGGED_KEY = logs("live-secret", "A log shows a live key.");
    static final Flaw LOGGED_TEST_KEY = logs("test-key", "A log shows the key of a test system.");
    static final Flaw LOGGED_PERHAPS =
            logs("looks-like-a-secret", "A log shows a database's address with its password.");

    static final List<Flaw> ALL = List.of(
            BUILT_IN,
            BUILT_IN_TEST,
            BUILT_IN_PERHAPS,
            PASSWORDS,
            SESSION_IDS,
            BEARER_TOKENS,
            CARD_NUMBERS,
            NATIONAL_IDS,
            ACCOUNT_NUMBERS,
            CONTACT_DETAILS,
            EMAIL_ADDRESSES,
            LOGGED_KEY,
            LOGGED_TEST_KEY,
            LOGGED_PERHAPS);

    private LeakFlaws() {}

    private static Flaw artifacts(String reason, String says) {
        return Flaw.of("secrets.artifacts/" + reason, "", says);
    }

    private static Flaw logs(String reason, String says) {
        return Flaw.of("secrets.logs/" + reason, "", says);
    }
}
