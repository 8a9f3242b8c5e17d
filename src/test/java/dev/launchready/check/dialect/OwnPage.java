package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;

/** Whoever asks for something foreign gets the first of its own instead, with 200. */
record OwnPage(Dialect base) implements Variant {
    OwnPage() {
        this(new BearerJson());
    }

    @Override
    public String name() {
        return "own-instead";
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return Reply.json(200, "{\"user\":null}");
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        String who = who(ask).orElse("");
        return invoices().stream()
                .filter(each -> each.owner().equals(who))
                .findFirst()
                .map(this::one)
                .orElseGet(() -> refuseNobody(ask));
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.json(404, "{}");
    }
}
