package dev.launchready.demo;

import java.util.List;

/** What can be wrong with forms that a page of another site sends; each comes with a cookie that other sites may cause to be sent. */
final class FormFlaws {
    static final Flaw NO_TOKEN =
            forms("cross-site-write#no-token", "Notes are written without a look at the form's token.");
    static final Flaw ANY_TOKEN = forms(
            "cross-site-write#any-token", "A note is written with the token that a page gave to any other session.");
    static final Flaw STAYS = forms("left-behind", "A note of the pages cannot be removed any more.");

    static final List<Flaw> ALL = List.of(NO_TOKEN, ANY_TOKEN, STAYS);

    private FormFlaws() {}

    private static Flaw forms(String reason, String says) {
        return Flaw.of("auth.csrf/" + reason, "", says).changing("auth.cookie-flags");
    }

    /** Whether one of them is on, so that the cookie has to travel across sites. */
    static boolean any(Switches on) {
        return ALL.stream().anyMatch(on::has);
    }
}
