package dev.launchready.check.authz;

import dev.launchready.check.AccessReview;
import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.AccessLock;
import dev.launchready.model.AccessLock.Line;
import dev.launchready.model.Reason;
import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.RouteCalls;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Nobody reaches more than the access lock says. Sends nothing: it reads what the checks before it saw. */
public final class AccessLockCheck implements Check<AccessLockCheck.Seen> {
    static final Reason MAY_NOW = Reason.fails("may-now");
    static final Reason NEW_ROUTE = Reason.fails("new-route");
    static final Reason NEW_CLOSED_ROUTE = Reason.warns("new-closed-route");
    static final Reason MAY_NO_LONGER = Reason.warns("may-no-longer");
    static final Reason ROUTE_GONE = Reason.warns("route-gone");
    static final Reason NOTHING_SEEN = Reason.blocks("nothing-seen");
    static final Reason NO_LOCK = Reason.notApplicable("no-lock");

    private static final Duration TIMEOUT = Duration.ofSeconds(30);

    /**
     * @param lock absent where there is none to compare with
     * @param now what this run saw, by roles
     * @param known the routes of the portal file and its imports, as {@code METHOD ROUTE}
     */
    public record Seen(Optional<AccessLock> lock, List<Line> now, Set<String> known, String host) {
        public Seen {
            now = List.copyOf(now);
            known = Set.copyOf(known);
        }
    }

    @Override
    public String id() {
        return "authz.access-lock";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(MAY_NOW, NEW_ROUTE, NEW_CLOSED_ROUTE, MAY_NO_LONGER, ROUTE_GONE, NOTHING_SEEN, NO_LOCK);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return new Footprint(Stage.REVIEW, Set.of(), 0, TIMEOUT, Duration.ZERO);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        AccessReview review = context.memo().get(AccessReview.KEY);
        Portal portal = context.portal();
        Set<String> known = portal.routes().all().stream()
                .map(route -> route.method() + " " + portal.portable(RouteCalls.place(route)))
                .collect(Collectors.toSet());
        return new Seen(
                review.agreed(),
                AccessLock.of(review.seen().get(), portal.roles(), portal::portable),
                known,
                portal.api().host());
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new LockJudge(seen).judge();
    }
}
