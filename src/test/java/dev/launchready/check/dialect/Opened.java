package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.Set;

/** A dialect with a route that is open by design: {@link #PATH}. */
public record Opened(Dialect base, Reply open) implements Variant {
    public static final String PATH = "/offers";

    @Override
    public String file() {
        return base.file().replace("routes: {", "routes: {public: [GET " + PATH + "], ");
    }

    @Override
    public Reply answer(Ask ask, Set<Flaw> flaws) {
        return ask.path().equals(PATH) ? open : base.answer(ask, flaws);
    }
}
