package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;

/** A missing session and a foreign object end in an exception: refused, but by accident. */
record ThrowsFor(Dialect base) implements Variant {
    ThrowsFor() {
        this(new BearerJson());
    }

    @Override
    public String name() {
        return "throws-500";
    }

    @Override
    public Reply refuseNobody(Ask ask) {
        return Reply.json(500, "{\"exception\":\"NullPointerException\",\"path\":\"" + ask.path() + "\"}");
    }

    @Override
    public Reply refuseForeign(Ask ask) {
        return Reply.json(500, "{\"exception\":\"NoSuchElementException\",\"path\":\"" + ask.path() + "\"}");
    }

    @Override
    public Reply missing(Ask ask) {
        return Reply.json(404, "{}");
    }
}
