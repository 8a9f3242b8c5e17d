package dev.launchready.check;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Url;
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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What everybody gets of one's own right, asked for anew: so that a verdict about the answers of the run does not rest on those that a
 * resumed run has lost.
 */
public final class OwnReading {
    /** Under which those checks share its cost that ask for nothing which the run was answered already. */
    public static final String NAME = "own-answers";

    private final CheckContext context;
    private final RouteCalls calls;
    private final Subjects subjects;
    private final int most;
    private final Map<Asked, HttpAnswer> known = new HashMap<>();

    /** What makes two requests the same. */
    private record Asked(String sender, List<Header> credentials, String method, Url url, String body) {
        static Asked of(HttpCall call) {
            return new Asked(call.sender(), call.credentials(), call.method(), call.url(), AnswerPlace.sent(call));
        }

        /** Never the credentials. */
        @Override
        public String toString() {
            return method + " as " + sender;
        }
    }

    /** @param most routes at most for each identity */
    public OwnReading(CheckContext context, int most) {
        this.context = context;
        this.calls = new RouteCalls(context.portal());
        this.subjects = new Subjects(context.portal(), context.sessions());
        this.most = most;
    }

    /** One that asks for nothing that the run was answered already: for whoever does not need everything as it is now. */
    public static OwnReading sparing(CheckContext context, int most) {
        OwnReading reading = new OwnReading(context, most);
        context.answers().all().forEach(answer -> reading.known.put(Asked.of(answer.call()), answer));
        return reading;
    }

    /** How many requests it takes at most. */
    public static int requests(Portal portal, int most) {
        int closed = (int) portal.routes().all().stream()
                .filter(route -> route.safe() && route.isPrivate())
                .count();
        return Math.min(closed, 2 * most) * portal.identities().size()
                + (int) open(portal).count();
    }

    private static Stream<Route> open(Portal portal) {
        return portal.routes().of(Access.PUBLIC).stream().filter(RouteCalls::plainRead);
    }

    /** The plain routes that each identity may read, and for every route that names an object one of its own. */
    public List<HttpAnswer> of(List<Session> able) throws ProbeException, InterruptedException {
        List<HttpAnswer> answers = new ArrayList<>();
        for (Session session : able) {
            for (Route route : readable(session)) {
                answers.add(answer(session.sign(calls.plain(route))));
            }
        }
        for (Route route :
                RouteCalls.aboutObjects(context.portal()).stream().limit(most).toList()) {
            List<Subject> all = subjects.of(route);
            for (Session session : able) {
                Optional<Subject> own =
                        all.stream().filter(each -> each.owner() == session).findFirst();
                if (own.isPresent()) {
                    answers.add(answer(session.sign(own.get().call())));
                }
            }
        }
        return answers;
    }

    /** The plain routes that are open by design, as nobody. */
    public List<HttpAnswer> ofNobody() throws ProbeException, InterruptedException {
        List<HttpAnswer> answers = new ArrayList<>();
        for (Route route : open(context.portal()).toList()) {
            HttpCall call = calls.plain(route);
            answers.add(answer(context.sessions().nobody().sign(call)));
        }
        return answers;
    }

    private HttpAnswer answer(HttpCall call) throws ProbeException, InterruptedException {
        HttpAnswer before = known.get(Asked.of(call));
        return before == null ? context.http().send(call) : before;
    }

    private List<Route> readable(Session session) {
        Optional<Identity> identity =
                Optional.ofNullable(context.portal().identities().get(session.identity()));
        return identity.map(calls::readable).orElse(List.of()).stream()
                .limit(most)
                .toList();
    }
}
