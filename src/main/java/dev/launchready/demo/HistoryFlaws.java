package dev.launchready.demo;

import java.util.List;
import java.util.Set;

/** What can be wrong with the history of the portal's source. */
final class HistoryFlaws {
    static final Flaw IN_NEWEST_VERSION =
            history("in-newest-version", "A live key of the payment service stands in config/payments.js.");
    static final Flaw IN_HISTORY =
            history("in-history", "A live key was committed in config/settings.env, and deleted a week later.");
    static final Flaw THROWN_AWAY =
            history("thrown-away", "A live key was committed on a branch that was deleted before anybody saw it.");
    static final Flaw TEST_KEY = history("test-key", "A test key of the payment service stands in config/test.env.");
    static final Flaw LOOKS_LIKE_A_SECRET = history(
            "looks-like-a-secret", "A password for a database on one's own machine stands in config/local.env.");
    static final Flaw NOT_OPENED = history("not-opened", "An archive in the history is cut off in the middle.");
    static final Flaw SHALLOW = history("shallow", "The repository was cloned without its older commits.");
    static final Flaw CORRUPT = history("corrupt", "A file of the repository is damaged.");

    static final List<Flaw> ALL = List.of(
            IN_NEWEST_VERSION, IN_HISTORY, THROWN_AWAY, TEST_KEY, LOOKS_LIKE_A_SECRET, NOT_OPENED, SHALLOW, CORRUPT);

    /** What cannot be read shows where nothing worse does. */
    static final Set<Flaw> OUTSHONE = Set.of(SHALLOW, CORRUPT);

    private HistoryFlaws() {}

    private static Flaw history(String reason, String says) {
        return Flaw.of("secrets.git-history/" + reason, "", says);
    }
}
