package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Subject;
import dev.launchready.session.Subjects;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What everybody gets of one's own right, asked for anew: so that a verdict about the answers of the run does not rest on those that a
 * resumed run has lost.
 */
final class OwnReading {
    private final CheckContext context;
    private final RouteCalls calls;
    private final Subjects subjects;
    private final int most;

    /** @param most routes at most for each identity */
    OwnReading(CheckContext context, int most) {
        this.context = context;
        this.calls = new RouteCalls(context.portal());
        this.subjects = new Subjects(context.portal(), context.sessions());
        this.most = most;
    }

    /** How many requests it takes at most. */
    static int requests(Portal portal, int most) {
        int routes = (int) portal.routes().all().stream().filter(Route::safe).count();
        return Math.min(routes, 2 * most) * (portal.identities().size() + 1);
    }

    /** The plain routes that each identity may read, and for every route that names an object one of its own. */
    List<HttpAnswer> of(List<Session> able) throws ProbeException, InterruptedException {
        List<HttpAnswer> answers = new ArrayList<>();
        for (Session session : able) {
            for (Route route : readable(session)) {
                answers.add(context.http().send(session.sign(calls.plain(route))));
            }
        }
        for (Route route :
                OwnedRoutes.withId(context.portal()).stream().limit(most).toList()) {
            List<Subject> all = subjects.of(route);
            for (Session session : able) {
                Optional<Subject> own =
                        all.stream().filter(each -> each.owner() == session).findFirst();
                if (own.isPresent()) {
                    answers.add(context.http().send(session.sign(own.get().call())));
                }
            }
        }
        return answers;
    }

    /** The plain routes that are open by design, as nobody. */
    List<HttpAnswer> ofNobody() throws ProbeException, InterruptedException {
        List<HttpAnswer> answers = new ArrayList<>();
        for (Route route : context.portal().routes().of(Access.PUBLIC).stream()
                .filter(RouteCalls::plainRead)
                .limit(most)
                .toList()) {
            HttpCall call = calls.plain(route);
            answers.add(context.http().send(context.sessions().nobody().sign(call)));
        }
        return answers;
    }

    private List<Route> readable(Session session) {
        Optional<Identity> identity =
                Optional.ofNullable(context.portal().identities().get(session.identity()));
        return identity.map(calls::readable).orElse(List.of()).stream()
                .limit(most)
                .toList();
    }
}
