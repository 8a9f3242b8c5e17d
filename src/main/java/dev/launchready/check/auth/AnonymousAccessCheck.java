package dev.launchready.check.auth;

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
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Glimpse;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Every private route refuses those who carry no credential, an empty one or garbage, and in other spellings of the route as well. */
public final class AnonymousAccessCheck implements Check<AnonymousAccessCheck.Seen> {
    static final Reason DATA_WITHOUT_CREDENTIAL = Reason.fails("data-without-credential");
    static final Reason DATA_WITH_EMPTY_CREDENTIAL = Reason.fails("data-with-empty-credential");
    static final Reason DATA_WITH_GARBAGE_CREDENTIAL = Reason.fails("data-with-garbage-credential");
    static final Reason DATA_BY_OTHER_METHOD = Reason.fails("data-by-other-method");
    static final Reason DATA_BY_OTHER_PATH = Reason.fails("data-by-other-path");
    static final Reason LOOKS_OPEN = Reason.warns("looks-open");
    static final Reason OPEN_UNCLASSIFIED = Reason.warns("open-unclassified");
    static final Reason OPEN_TO_ALL = Reason.fails("open-to-all");
    static final Reason OPEN_WITH_NAMES = Reason.warns("open-with-names");
    static final Reason BREAKS_FOR_NOBODY = Reason.warns("breaks-for-nobody");
    static final Reason OWNER_REFUSED = Reason.blocks("owner-refused");
    static final Reason MALFORMED = Reason.blocks("malformed");
    static final Reason NO_CALLER = Reason.blocks("no-caller");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason NOTHING_TO_READ = Reason.blocks("nothing-to-read");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    /** Twice the rightful caller, and nobody by three safe methods. */
    private static final int PER_ROUTE = 5;

    /** Things that do not exist. */
    private static final int PER_FOLDER = 2;

    private static final int USUAL_CARRIERS = 1;

    /**
     * One way of asking for one route.
     *
     * @param exposed present for a leak on a route that nobody classified: what it is that came
     */
    public record Try(
            Strangers.Way way, String variant, Glimpse glimpse, Optional<Exposed> exposed, HttpExchange exchange) {}

    /** What nobody gets of a route of which no file says whether it is public. */
    public enum Exposed {
        /** The rightful caller's own: others get something else. */
        OWN,
        /** The same as everybody, and in it an address or an object of the rightful caller's. */
        SAME_WITH_OWN,
        /** The same as everybody, and in it the name of the rightful caller. */
        SAME_WITH_NAME,
        /** The same as everybody. */
        SAME
    }

    /**
     * One private route.
     *
     * @param owner who got it rightfully; empty when nobody may
     * @param owned whether it was asked for about an object of the owner
     * @param trouble why the rightful answer is no control
     * @param shell whether the rightful one gets the bare application, whose data come by other routes
     * @param assumed whether nobody classified it
     */
    public record Tried(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String owner,
            boolean owned,
            Optional<String> trouble,
            boolean shell,
            boolean assumed,
            List<HttpExchange> control,
            List<Try> tries) {
        public Tried {
            control = List.copyOf(control);
            tries = List.copyOf(tries);
        }

        /** Whether the rightful caller is told that the request itself is no good. */
        boolean malformed() {
            return trouble.isPresent()
                    && control.stream().limit(1).anyMatch(each -> AccessSeen.malformed(each.status()));
        }

        /** Whether nobody is refused for want of a credential where the rightful caller is told of the request. */
        boolean closed() {
            return malformed()
                    && !tries.isEmpty()
                    && tries.stream().allMatch(each -> each.glimpse().refused());
        }
    }

    /**
     * @param file the portal file's name
     * @param variants whether consent let the unusual requests be sent
     * @param unsafe routes left out since calling them changes something
     */
    public record Seen(List<Tried> routes, String file, boolean variants, int unsafe) {
        public Seen {
            routes = List.copyOf(routes);
        }
    }

    @Override
    public String id() {
        return "auth.anonymous-access";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                DATA_WITHOUT_CREDENTIAL,
                DATA_WITH_EMPTY_CREDENTIAL,
                DATA_WITH_GARBAGE_CREDENTIAL,
                DATA_BY_OTHER_METHOD,
                DATA_BY_OTHER_PATH,
                LOOKS_OPEN,
                OPEN_UNCLASSIFIED,
                OPEN_TO_ALL,
                OPEN_WITH_NAMES,
                BREAKS_FOR_NOBODY,
                OWNER_REFUSED,
                MALFORMED,
                NO_CALLER,
                CANNOT_TELL,
                NOTHING_TO_READ);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        List<Route> routes = NobodyProbe.readable(portal);
        boolean active = portal.consent().allow().contains(TrafficClass.ACTIVE);
        int varied = active ? Math.min(routes.size(), params.integer("max-varied-routes")) : 0;
        long folders = routes.stream()
                .map(route -> route.template().substring(0, route.template().lastIndexOf('/') + 1))
                .distinct()
                .count();
        int requests = routes.size() * PER_ROUTE + (int) folders * PER_FOLDER;
        return Footprint.reading(requests + varied * Strangers.activeCount(USUAL_CARRIERS))
                .knowingOwners(portal)
                .atLeast(TIMEOUT);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        boolean active = context.portal().consent().covers(TrafficClass.ACTIVE, today);
        return new NobodyProbe(context, active).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new NobodyJudge(seen).judge();
    }

    @Override
    public List<AccessRow> access(Seen seen) {
        return seen.routes().stream().flatMap(route -> access(route).stream()).toList();
    }

    private static List<AccessRow> access(Tried route) {
        AccessSeen access = new AccessSeen(route.method(), route.template());
        Optional<String> on = route.owned() ? Optional.of(route.owner()) : Optional.empty();
        if (route.shell() || route.owner().isEmpty()) {
            return List.of();
        }
        if (route.trouble().isPresent()) {
            access.troubled(route.owner(), on, route.control());
            NobodyJudge.plain(route)
                    .filter(each -> route.closed())
                    .ifPresent(each -> access.stranger(HttpCall.NOBODY, on, each.glimpse(), true));
            return access.rows();
        }
        access.reaches(route.owner(), on, Proof.CONFIRMED);
        NobodyJudge.worst(route)
                .or(() -> NobodyJudge.plain(route))
                .ifPresent(each -> access.stranger(HttpCall.NOBODY, on, each.glimpse(), true));
        return access.rows();
    }
}
