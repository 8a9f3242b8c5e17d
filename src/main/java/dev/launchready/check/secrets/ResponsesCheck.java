package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.OwnReading;
import dev.launchready.check.Params;
import dev.launchready.check.Provoked;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Reason;
import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whether a secret lies in anything that the portal answered in the whole run: bodies, headers, errors (OWASP A02:2021). */
public final class ResponsesCheck implements Check<ResponsesCheck.Seen> {
    static final Reason ENVIRONMENT_SHOWN = Reason.fails("environment-shown");
    static final Reason PERHAPS_ITS_OWN = Reason.warns("perhaps-its-own");
    static final Reason NOTHING_ANSWERED = Reason.blocks("nothing-answered");

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** Whose the secret may be. */
    public enum Reach {
        /** Nobody, strangers to each other, or whoever has an error made are shown it: it is the portal's own. */
        MANY,
        /** Clients of one tenant alone are shown it, and others are not shown it at the same place. */
        ONE_SIDE,
        /** Staff alone are shown it. */
        STAFF
    }

    /**
     * Where an answer came from.
     *
     * @param template of its route, or made of its address
     * @param part of the answer: {@code header x-debug}, {@code line 12 of its body}
     * @param readers who were answered so, nobody among them
     */
    public record Spot(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            int status,
            String part,
            List<String> readers,
            HttpExchange exchange) {
        public Spot {
            readers = List.copyOf(readers);
        }
    }

    /** @param at the first of its places */
    public record Leak(FoundSecret secret, Reach reach, Spot at) {}

    /**
     * The variables of the server's process.
     *
     * @param names of those that hold secrets, else the first of all
     * @param secrets whether any of them holds one in clear
     * @param places how many routes showed them
     */
    public record Dump(List<String> names, int variables, boolean secrets, int places, Spot at) {
        public Dump {
            names = List.copyOf(names);
        }
    }

    /**
     * @param answers how many were searched
     * @param errors how many of them were errors
     * @param readers as whom the portal was asked, nobody among them
     * @param overflow how many answers of the run there was no room for
     */
    public record Seen(
            List<Leak> leaks,
            List<Dump> dumps,
            int answers,
            int errors,
            List<String> readers,
            long bytes,
            long overflow,
            String file) {
        public Seen {
            leaks = List.copyOf(leaks);
            dumps = List.copyOf(dumps);
            readers = List.copyOf(readers);
        }
    }

    @Override
    public String id() {
        return "secrets.responses";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> all = new HashSet<>(SecretReasons.all());
        all.addAll(Set.of(ENVIRONMENT_SHOWN, PERHAPS_ITS_OWN, NOTHING_ANSWERED));
        return Set.copyOf(all);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(0)
                .sharing(Provoked.NAME, Provoked.MOST_REQUESTS)
                .sharing(OwnReading.NAME, OwnReading.requests(portal, params.integer("max-routes")))
                .within(TIMEOUT)
                .in(Stage.REVIEW);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return ResponseSearch.look(context);
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new ResponsesJudge(seen).judge();
    }
}
