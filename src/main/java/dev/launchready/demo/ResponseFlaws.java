package dev.launchready.demo;

import java.util.List;

/** Secrets of the server that answers can hold. */
final class ResponseFlaws {
    static final Flaw IN_HEADER = responses(
            "live-secret",
            "/api/projects",
            "The list of projects comes with a header that names the database and its password.");
    static final Flaw IN_ERROR = responses(
            "live-secret#error", "", "What the API does not have is answered with the key of the payment provider.");
    static final Flaw ENVIRONMENT =
            responses("environment-shown", "", "The page for what is not there prints the server's environment.");
    static final Flaw PERHAPS_OWN =
            responses("perhaps-its-own", "/api/me", "One client's record comes with a live key.");
    static final Flaw TEST_KEY =
            responses("test-key", "/api/me", "Everybody's record comes with the key of a test system.");
    static final Flaw BROWSER_KEY =
            responses("public-key", "/api/me", "Everybody's record comes with a key whose restriction nobody can see.");
    static final Flaw PERHAPS = responses(
            "looks-like-a-secret", "/api/health", "The state of health comes with a token that never changes.");

    static final List<Flaw> ALL =
            List.of(IN_HEADER, IN_ERROR, ENVIRONMENT, PERHAPS_OWN, TEST_KEY, BROWSER_KEY, PERHAPS);

    private ResponseFlaws() {}

    private static Flaw responses(String reason, String at, String says) {
        return Flaw.of("secrets.responses/" + reason, at, says);
    }
}
