package dev.launchready.check.authz;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.OwnReading;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers hold what the reader needs, and nothing of others, of the account's secrets or of the inside (OWASP API3:2023). */
public final class ExcessDataCheck implements Check<ExcessDataCheck.Seen> {
    static final Reason FOREIGN_VALUES = Reason.fails("foreign-values");
    static final Reason FOREIGN_SESSION = Reason.fails("foreign-session");
    static final Reason PASSWORD_HASH = Reason.fails("password-hash");
    static final Reason PASSWORD_IN_CLEAR = Reason.fails("password-in-clear");
    static final Reason ACCOUNT_SECRET = Reason.fails("account-secret");
    static final Reason LOOKS_FOREIGN = Reason.warns("looks-foreign");
    static final Reason INTERNAL_FIELDS = Reason.warns("internal-fields");
    static final Reason NOTHING_ANSWERED = Reason.blocks("nothing-answered");
    static final Reason NO_STRANGERS = Reason.blocks("no-strangers");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);

    /** What an answer holds that it should not. */
    public enum Kind {
        /** Values that belong to another identity alone. */
        FOREIGN,
        /** A credential of another identity's session. */
        SESSION,
        HASH,
        /** The very password with which the identity signs in. */
        PASSWORD,
        SECRET,
        INTERNAL
    }

    /**
     * One thing in one answer, or in several of the same route.
     *
     * @param owner to whom it belongs; empty where it is not about somebody else
     * @param members where in the answer, as dotted paths; empty where it is no JSON
     * @param what of which form it is, for a person
     * @param values how many different ones
     */
    public record Case(
            Kind kind,
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String reader,
            String owner,
            String roles,
            List<String> members,
            String what,
            int values,
            Proof proof,
            HttpExchange exchange) {
        public Case {
            members = List.copyOf(members);
        }
    }

    /** @param answers how many of the answers to that identity showed something of its own */
    public record Reader(String identity, int answers) {}

    /**
     * @param strangers whether two of the identities must not see each other's
     * @param answers how many answers were looked through
     * @param overflow how many answers of the run there was no room for
     */
    public record Seen(
            List<Case> cases, List<Reader> readers, boolean strangers, int answers, long overflow, String file) {
        public Seen {
            cases = List.copyOf(cases);
            readers = List.copyOf(readers);
        }
    }

    @Override
    public String id() {
        return "authz.excess-data";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                FOREIGN_VALUES,
                FOREIGN_SESSION,
                PASSWORD_HASH,
                PASSWORD_IN_CLEAR,
                ACCOUNT_SECRET,
                LOOKS_FOREIGN,
                INTERNAL_FIELDS,
                NOTHING_ANSWERED,
                NO_STRANGERS);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(0)
                .sharing(OwnReading.NAME, OwnReading.requests(portal, params.integer("max-routes")))
                .within(TIMEOUT)
                .in(Stage.REVIEW);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().whileAlive(() -> new ExcessDataProbe(context).look());
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new ExcessDataJudge(seen).judge();
    }
}
