package dev.launchready.demo;

import java.util.List;

/** What can stand in the scripts that browsers are given. */
final class BundleFlaws {
    static final Flaw LIVE_KEY = bundles("live-secret", "The portal's script holds a live key.");
    static final Flaw TEST_KEY = bundles("test-key", "The portal's script holds the key of a test system.");
    static final Flaw MAP_KEY =
            bundles("public-key", "The portal's script shows a key whose restriction is to be verified.");
    static final Flaw PERHAPS =
            bundles("looks-like-a-secret", "The portal's script holds a database's address with its password.");

    static final List<Flaw> ALL = List.of(LIVE_KEY, TEST_KEY, MAP_KEY, PERHAPS);

    private BundleFlaws() {}

    private static Flaw bundles(String reason, String says) {
        return Flaw.of("secrets.bundles/" + reason, "", says);
    }

    /** What the flaws put into the script. */
    static String in(Switches on) {
        StringBuilder text = new StringBuilder();
        if (on.has(LIVE_KEY)) {
            text.append("const pay=\"").append(DemoLeavings.key("sk_live_")).append("\";\n");
        }
        if (on.has(TEST_KEY)) {
            text.append("const tryOut=\"").append(DemoLeavings.key("sk_test_")).append("\";\n");
        }
        if (on.has(MAP_KEY)) {
            text.append("const map=\"AIza").append(DemoLeavings.random(35)).append("\";\n");
        }
        if (on.has(PERHAPS)) {
            text.append("const data=\"").append(DemoLeavings.database()).append("\";\n");
        }
        return text.toString();
    }
}
