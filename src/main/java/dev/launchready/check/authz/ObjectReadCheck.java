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
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Glimpse;
import dev.launchready.session.Learning;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nobody reads an object of somebody else by naming its id. */
public final class ObjectReadCheck implements Check<ObjectReadCheck.Seen> {
    static final Reason OTHER_READS = Reason.fails("other-reads");
    static final Reason ANYONE_READS = Reason.fails("anyone-reads");
    static final Reason LOOKS_READABLE = Reason.warns("looks-readable");
    static final Reason BREAKS_ON_FOREIGN_ID = Reason.warns("breaks-on-foreign-id");
    static final Reason OWNER_REFUSED = Reason.blocks("owner-refused");
    static final Reason NO_OBJECT = Reason.blocks("no-object");
    static final Reason IN_BOTH_LISTS = Reason.blocks("in-both-lists");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason READER_LOCKED_OUT = Reason.blocks("reader-locked-out");
    static final Reason NO_STRANGERS = Reason.blocks("no-strangers");
    static final Reason NO_OWNED_ROUTE = Reason.blocks("no-owned-route");
    static final Reason ALL_SHARED = Reason.notApplicable("all-shared");
    static final Reason ALL_OPEN = Reason.notApplicable("all-open");
    static final Reason ALL_FILES = Reason.notApplicable("all-files");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int CONTROLS = 2;

    /** A reader's own object, once for comparison and once more beside nobody's answer. */
    private static final int OWN = 3;

    /**
     * What one reader saw of one object.
     *
     * @param reader an identity's name, or {@code nobody}
     * @param listed whether the reader's own lists name the object as well, and the file does not say whose it is
     * @param welcome whether the reader's session is taken by such routes at all, so that a refusal says something
     * @param exchange the reader's answer
     */
    public record Try(
            String reader, String roles, boolean listed, boolean welcome, Glimpse glimpse, HttpExchange exchange) {}

    /**
     * One object, asked for by one route.
     *
     * @param type of the object
     * @param open whether it stands in lists that nobody needs a sign-in for, on a route that nobody classified, and nobody reads it
     *     there as well: then it is no secret of its owner
     * @param file whether the owner is led on to a file, which {@code authz.files} follows
     * @param trouble why the owner's answer is no control
     * @param control the owner's answers, before and after
     */
    public record Asked(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String type,
            String owner,
            boolean open,
            boolean file,
            Optional<String> trouble,
            List<HttpExchange> control,
            List<Try> tries) {
        public Asked {
            control = List.copyOf(control);
            tries = List.copyOf(tries);
        }
    }

    /**
     * @param file the portal file's name
     * @param without routes for whose type of object nobody is known to own one, with that type
     * @param shared whether every route with an id is about a type that is shared by design
     * @param routes how many routes lead to an owned object
     */
    public record Seen(List<Asked> asked, String file, List<Without> without, boolean shared, int routes) {
        public Seen {
            asked = List.copyOf(asked);
            without = List.copyOf(without);
        }
    }

    /** A route that could not be asked, for want of an object. */
    public record Without(String method, String template, String type) {}

    @Override
    public String id() {
        return "authz.object-read";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                OTHER_READS,
                ANYONE_READS,
                LOOKS_READABLE,
                BREAKS_ON_FOREIGN_ID,
                OWNER_REFUSED,
                NO_OBJECT,
                IN_BOTH_LISTS,
                CANNOT_TELL,
                READER_LOCKED_OUT,
                NO_STRANGERS,
                NO_OWNED_ROUTE,
                ALL_SHARED,
                ALL_OPEN,
                ALL_FILES);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int most = params.integer("max-objects");
        int requests = OwnedRoutes.of(portal).stream()
                .mapToInt(route -> requests(portal, route, most))
                .sum();
        return Footprint.reading(requests).knowingOwners(portal).atLeast(TIMEOUT);
    }

    /** Of each object twice as its owner and once as everybody else, who are asked for a made-up one and for their own as well. */
    private static int requests(Portal portal, Route route, int most) {
        Pairs pairs = new Pairs(portal);
        Set<String> readers = new HashSet<>();
        int requests = 0;
        for (Identity owner : portal.identities().values()) {
            if (RouteCalls.mayCall(route, owner)) {
                List<String> strangers = portal.identities().keySet().stream()
                        .filter(reader -> pairs.strangers(route, owner.name(), reader))
                        .toList();
                readers.addAll(strangers);
                int asking = strangers.size() + 1;
                requests += Math.min(most, Learning.objects(route, owner)) * (CONTROLS + asking) + asking;
            }
        }
        return requests + readers.size() * OWN;
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().whileAlive(() -> new ObjectReadProbe(context).look());
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new ObjectReadJudge(seen).judge();
    }

    @Override
    public List<AccessRow> access(Seen seen) {
        return seen.asked().stream()
                .filter(asked -> !asked.file())
                .flatMap(asked -> access(asked).stream())
                .toList();
    }

    private static List<AccessRow> access(Asked asked) {
        AccessSeen access = new AccessSeen(asked.method(), asked.template());
        Optional<String> on = Optional.of(asked.owner());
        if (asked.trouble().isPresent()) {
            return access.troubled(asked.owner(), on, asked.control()).rows();
        }
        access.reaches(asked.owner(), on, Proof.CONFIRMED);
        for (Try each : asked.tries()) {
            if (each.listed() && each.glimpse().leak().isPresent()) {
                access.stranger(each.reader(), on, AccessCell.UNKNOWN, Optional.empty());
            } else {
                access.stranger(each.reader(), on, each.glimpse(), each.welcome());
            }
        }
        return access.rows();
    }
}
