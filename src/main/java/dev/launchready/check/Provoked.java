package dev.launchready.check;

import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import java.util.List;
import java.util.stream.Stream;

/**
 * The portal's answers to what makes it fail, as what it says then is often written by nobody: what is not there, text in an address that is
 * no text, and with consent to unusual requests what no browser would send (OWASP WSTG-ERRH-01). Asked once for the whole run.
 *
 * @param missing for places that are not there
 * @param faults of routes and sign-ins that are known, asked in ways that they may not be ready for
 */
public record Provoked(List<HttpAnswer> missing, List<HttpAnswer> faults) {
    public static final Memo.Shared<Provoked> KEY = new Shared();

    /** Under which its cost is shared. */
    public static final String NAME = "provoked-errors";

    static final int MOST_READERS = 3;
    static final int MOST_ROUTES = 6;
    static final int MOST_ODD = 3;

    /** For each reader: two places that are not there, and the routes. */
    public static final int MOST_REQUESTS = (MOST_READERS + 1) * (2 + 2 * MOST_ROUTES + MOST_ODD) + 4;

    public Provoked {
        missing = List.copyOf(missing);
        faults = List.copyOf(faults);
    }

    /** All of them. */
    public List<HttpAnswer> all() {
        return Stream.concat(missing.stream(), faults.stream()).toList();
    }

    private static final class Shared implements Memo.Shared<Provoked> {
        @Override
        public String name() {
            return NAME;
        }

        @Override
        public Provoked observe(CheckContext context) throws ProbeException, InterruptedException {
            return new Provoking(context).look(context.sessions().thoseAble());
        }
    }
}
