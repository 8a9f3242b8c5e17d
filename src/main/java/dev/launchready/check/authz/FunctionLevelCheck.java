package dev.launchready.check.authz;

import dev.launchready.check.AccessSeen;
import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Scorecard.AccessRow;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Glimpse;
import dev.launchready.session.Pairs;
import dev.launchready.session.Spellings;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What belongs to one role is refused to every other, in every spelling of its address. */
public final class FunctionLevelCheck implements Check<FunctionLevelCheck.Seen> {
    static final Reason OTHER_ROLE_READS = Reason.fails("other-role-reads");
    static final Reason OTHER_ROLE_BY_SPELLING = Reason.fails("other-role-by-spelling");
    static final Reason OTHER_ROLE_WRITES = Reason.fails("other-role-writes");
    static final Reason LOOKS_OPEN = Reason.warns("looks-open");
    static final Reason BREAKS_FOR_ROLE = Reason.warns("breaks-for-role");
    static final Reason UNDECLARED_STAFF_ROUTE = Reason.warns("undeclared-staff-route");
    static final Reason ROLE_REFUSED = Reason.blocks("role-refused");
    static final Reason NO_ONE_WITH_ROLE = Reason.blocks("no-one-with-role");
    static final Reason READER_LOCKED_OUT = Reason.blocks("reader-locked-out");
    static final Reason NO_OTHER_ROLE = Reason.blocks("no-other-role");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason NOTHING_TO_READ = Reason.blocks("nothing-to-read");
    static final Reason WRITES_NOT_ALLOWED = Reason.blocks("writes-not-allowed");
    static final Reason WRITE_NOT_TRIED = Reason.blocks("write-not-tried");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int CONTROLS = 2;

    /** Things that do not exist, and a route that takes the session. */
    private static final int PER_READER = 4;

    /** About things that do not exist, then on one object: making, writing, reading and removing it. */
    private static final int PER_WRITE = 10;

    /**
     * @param spelling empty for the address as it is
     * @param welcome whether the reader's session is taken by such routes at all
     */
    public record Try(
            String reader, String roles, String spelling, boolean welcome, Glimpse glimpse, HttpExchange exchange) {}

    /**
     * One route, asked for by somebody who has its role and by those who have not.
     *
     * @param declared whether the file lists it under a role; else its words alone say that it is for staff
     * @param owner who has the role; empty when nobody of the file has
     * @param shell whether the role itself gets the bare application only
     */
    public record Asked(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            boolean declared,
            String owner,
            String role,
            Optional<String> trouble,
            boolean shell,
            List<HttpExchange> control,
            List<Try> tries) {
        public Asked {
            control = List.copyOf(control);
            tries = List.copyOf(tries);
        }
    }

    /** What came of the tries of a route that writes. */
    public enum Fate {
        /** Whoever lacks the role was turned away, and the role was not. */
        REFUSED,
        /** Somebody without the role wrote. */
        DONE,
        /** It could not be tried, or the tries told nothing. */
        OPEN,
        /** It was not tried as far as is needed, since no consent covers it. */
        NO_CONSENT
    }

    /** What somebody without the role achieved; {@code sign} says how it was seen. */
    public record Deed(String writer, String roles, int status, String sign, List<HttpExchange> exchanges) {
        public Deed {
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * A route of a role that writes.
     *
     * @param owner who has the role; empty when nobody of the file has
     * @param type of the object that it is about; empty where it names none
     * @param refused how many without the role were turned away
     */
    public record Written(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String role,
            String owner,
            String type,
            Fate fate,
            int refused,
            List<Deed> deeds) {
        public Written {
            deeds = List.copyOf(deeds);
        }
    }

    /**
     * @param spellings whether consent let other spellings be tried
     * @param written the routes of a role that cannot be called without changing something
     */
    public record Seen(List<Asked> asked, String file, boolean spellings, List<Written> written) {
        public Seen {
            asked = List.copyOf(asked);
            written = List.copyOf(written);
        }
    }

    @Override
    public String id() {
        return "authz.function-level";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                OTHER_ROLE_READS,
                OTHER_ROLE_BY_SPELLING,
                OTHER_ROLE_WRITES,
                LOOKS_OPEN,
                BREAKS_FOR_ROLE,
                UNDECLARED_STAFF_ROUTE,
                ROLE_REFUSED,
                NO_ONE_WITH_ROLE,
                NO_OTHER_ROLE,
                READER_LOCKED_OUT,
                CANNOT_TELL,
                NOTHING_TO_READ,
                WRITES_NOT_ALLOWED,
                WRITE_NOT_TRIED);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        Pairs pairs = new Pairs(portal);
        boolean active = portal.consent().allow().contains(TrafficClass.ACTIVE);
        int requests = 0;
        for (Route route : RoleProbe.readable(portal)) {
            long readers = portal.identities().keySet().stream()
                    .filter(reader -> RoleProbe.refusedTo(pairs, portal, route, reader))
                    .count();
            requests += CONTROLS + (int) readers * (active ? 1 + Spellings.MOST : 1);
        }
        requests += RoleWrites.of(portal).size() * (portal.identities().size() + 1) * PER_WRITE;
        int beside = portal.identities().size() * PER_READER;
        return Footprint.reading(requests + (requests > 0 ? beside : 0))
                .knowingOwners(portal)
                .atLeast(TIMEOUT);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        boolean active = context.portal().consent().covers(TrafficClass.ACTIVE, today);
        return context.sessions().whileAlive(() -> new RoleProbe(context, active).look());
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new RoleJudge(seen).judge();
    }

    @Override
    public List<AccessRow> access(Seen seen) {
        return seen.asked().stream()
                .filter(asked ->
                        asked.declared() && !asked.shell() && !asked.owner().isEmpty())
                .flatMap(asked -> access(asked).stream())
                .toList();
    }

    private static List<AccessRow> access(Asked asked) {
        AccessSeen access = new AccessSeen(asked.method(), asked.template());
        if (asked.trouble().isPresent()) {
            return access.troubled(asked.owner(), Optional.empty(), asked.control())
                    .rows();
        }
        access.reaches(asked.owner(), Optional.empty(), Proof.CONFIRMED);
        asked.tries().stream()
                .filter(each ->
                        each.spelling().isEmpty() || each.glimpse().leak().isPresent())
                .forEach(each -> access.stranger(each.reader(), Optional.empty(), each.glimpse(), each.welcome()));
        return access.rows();
    }
}
