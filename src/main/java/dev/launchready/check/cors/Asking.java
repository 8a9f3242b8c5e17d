package dev.launchready.check.cors;

import dev.launchready.check.CheckContext;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** One request, asked again in the name of one origin after the other, until somebody else answers in the portal's place. */
final class Asking {
    /** Some applications throw for a stranger; after so many errors in a row the portal's own origin shows that it is well. */
    private static final int ERRORS_IN_A_ROW = 3;

    private static final int FIRST_ERROR = 500;

    private final CheckContext context;
    private final HttpCall call;
    private final ForeignOrigin portal;
    private final List<CorsAnswer> answers = new ArrayList<>();
    private int errors;

    Asking(CheckContext context, HttpCall call) {
        this.context = context;
        this.call = call;
        this.portal = new ForeignOrigin(Kind.OWN, context.portal().url().origin());
    }

    /** Asks as the portal's own page; absent where no answer came. */
    Optional<HttpAnswer> own() throws InterruptedException {
        return send(portal);
    }

    void all(List<ForeignOrigin> origins) throws InterruptedException {
        for (ForeignOrigin origin : origins) {
            if (heldBack()) {
                return;
            }
            send(origin);
            if (errors >= ERRORS_IN_A_ROW && !heldBack()) {
                send(portal);
                errors = 0;
            }
        }
    }

    /** Whether the last answer was not the portal's, so that asking on would only annoy. */
    boolean heldBack() {
        return !answers.isEmpty() && !answers.get(answers.size() - 1).answered();
    }

    List<CorsAnswer> answers() {
        return List.copyOf(answers);
    }

    private Optional<HttpAnswer> send(ForeignOrigin origin) throws InterruptedException {
        try {
            HttpAnswer raw = context.http().send(call.with("Origin", origin.value()));
            answers.add(CorsAnswers.read(origin, raw));
            errors = raw.status() >= FIRST_ERROR ? errors + 1 : 0;
            return Optional.of(raw);
        } catch (ProbeException e) {
            answers.add(CorsAnswers.missing(origin, e));
            return Optional.empty();
        }
    }
}
