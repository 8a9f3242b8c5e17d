package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Applicant;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.Guest;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Shown;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What a throw-away account is told of itself, wherever the portal shows it its own name. */
final class SelfReading {
    private static final int MOST_LOOKS = 10;
    private static final int MOST_PLACES = 3;

    private final CheckContext context;
    private final FlowCalls flows;
    private final List<HttpCall> places = new ArrayList<>();

    SelfReading(CheckContext context) {
        this.context = context;
        this.flows = new FlowCalls(context.portal(), context.http());
    }

    /**
     * What the portal says of an account.
     *
     * @param shown of all places, each under a step of its own
     * @param parts the same, place by place
     * @param first the answer of the first place
     */
    record Self(Shown shown, List<Part> parts, HttpAnswer first) {
        Self {
            parts = List.copyOf(parts);
        }
    }

    /** @param name of the account, as it stands in that place */
    record Part(Shown shown, String name) {}

    /** Of the first account this looks for the places; of others it reads them. Empty when none shows the account. */
    Optional<Self> of(Guest guest) throws ProbeException, InterruptedException {
        if (places.isEmpty()) {
            places.addAll(placesFor(guest));
        }
        return read(guest.who(), guest.session());
    }

    /** What the places of {@link #of} say to that session. */
    Optional<Self> read(Applicant who, Session session) throws ProbeException, InterruptedException {
        Optional<HttpAnswer> first = Optional.empty();
        Shown all = new Shown(Map.of());
        List<Part> parts = new ArrayList<>();
        for (HttpCall place : places) {
            HttpAnswer answer = flows.send(session, place);
            Optional<String> name = name(who, answer);
            if (name.isPresent()) {
                first = first.isPresent() ? first : Optional.of(answer);
                Part part =
                        new Part(Shown.of(answer, name.get()).under(place.url().path()), name.get());
                parts.add(part);
                all = all.and(part.shown());
            }
        }
        Shown shown = all;
        return first.map(answer -> new Self(shown, parts, answer));
    }

    /** What the same places tell somebody else. */
    Shown ofOthers(Session session) throws ProbeException, InterruptedException {
        Shown all = new Shown(Map.of());
        for (HttpCall place : places) {
            HttpAnswer answer = flows.send(session, place);
            all = answer.status() / 100 == 2
                    ? all.and(Shown.in(answer).under(place.url().path()))
                    : all;
        }
        return all;
    }

    private List<HttpCall> placesFor(Guest guest) throws ProbeException, InterruptedException {
        Map<String, HttpCall> candidates = new LinkedHashMap<>();
        RouteCalls calls = new RouteCalls(context.portal());
        candidates.put(guest.proof().toString(), flows.call(guest.proof(), Map.of()));
        for (Identity identity : context.portal().identities().values()) {
            for (Route route : calls.readable(identity)) {
                candidates.putIfAbsent(route.toString(), calls.plain(route));
            }
        }
        List<HttpCall> found = new ArrayList<>();
        for (HttpCall call : candidates.values().stream().limit(MOST_LOOKS).toList()) {
            boolean more = found.size() < MOST_PLACES;
            if (more && name(guest.who(), flows.send(guest.session(), call)).isPresent()) {
                found.add(call);
            }
        }
        return found;
    }

    private static Optional<String> name(Applicant who, HttpAnswer answer) {
        Shown shown = Shown.in(answer);
        return answer.status() / 100 == 2 ? names(who).filter(shown::shows).findFirst() : Optional.empty();
    }

    /** What the portal may call it by. */
    private static Stream<String> names(Applicant who) {
        return Stream.of(who.marker(), who.user(), who.mail()).distinct();
    }
}
