package dev.launchready.check.dialect;

import static dev.launchready.check.dialect.Phrases.page;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;

/** Whatever is missing, foreign or closed is a friendly page with 200. */
record SoftMissing(Dialect base) implements Variant {
    SoftMissing() {
        this(new ServerPages());
    }

    @Override
    public String name() {
        return "soft-missing";
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return Reply.html(page(
                "Sign in",
                "<form method=post action=/login><input name=email><input type=password name=password></form>"));
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return missing(ask);
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.html(page("Oh!", "<h1>We could not find what you look for</h1><p>Perhaps the search helps?</p>"));
    }
}
