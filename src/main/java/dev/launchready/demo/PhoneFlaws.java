package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the tokens of the app for phones: a pair of keys, and refresh tokens. */
final class PhoneFlaws {
    static final Flaw REFRESH_SURVIVES =
            Flaw.of("auth.session-ends/refresh-survives", "", "Signing out of the app leaves its refresh token good.");
    static final Flaw REFRESH_REUSED = Flaw.of(
            "auth.session-expiry/refresh-reused", "", "A refresh token of the app can be used again and again.");
    static final Flaw KEY_CONFUSION = Flaw.of(
            "auth.forged-token/key-confusion", "", "The app's public key is taken for a secret when a token says so.");
    static final Flaw KEY_ID_TRICK =
            Flaw.of("auth.forged-token/key-id-trick", "", "The key id of a token of the app is the name of a file.");
    static final Flaw UNSIGNED = Flaw.of(
            "auth.forged-token/none-algorithm#app", "", "A token of the app may say itself that it is not signed.");

    static final List<Flaw> ALL = List.of(REFRESH_SURVIVES, REFRESH_REUSED, KEY_CONFUSION, KEY_ID_TRICK, UNSIGNED);

    private PhoneFlaws() {}
}
