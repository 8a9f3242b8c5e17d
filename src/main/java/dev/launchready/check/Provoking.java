package dev.launchready.check;

import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpCall.Content;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the portal for its errors; changes nothing. */
final class Provoking {
    private static final Logger LOG = LoggerFactory.getLogger(Provoking.class);

    private static final String MISSING = "no-such-place-8c41f7";
    /** An id with quotes, which ends a text of whatever query language it is put into. */
    private static final String BROKEN_ID = "1'\")";
    /** A byte that is no character in UTF-8 (RFC 3629 section 3): many routers fail over it before anybody's code runs. */
    private static final String BROKEN_TEXT = "%FF";
    /** What no parser of JSON takes for whole. */
    private static final Content BROKEN_JSON =
            new Content("application/json", "{\"email\": [".getBytes(StandardCharsets.UTF_8));

    private final CheckContext context;
    private final Portal portal;
    private final RouteCalls calls;

    Provoking(CheckContext context) {
        this.context = context;
        this.portal = context.portal();
        this.calls = new RouteCalls(portal);
    }

    /** What came back; what did not is left out, as nothing can be in it. */
    Provoked look(List<Session> able) throws InterruptedException {
        boolean unusual = portal.consent().covers(TrafficClass.ACTIVE, LocalDate.now(context.clock()));
        List<Session> readers = new ArrayList<>(List.of(context.sessions().nobody()));
        able.stream().limit(Provoked.MOST_READERS).forEach(readers::add);
        List<HttpAnswer> missing = new ArrayList<>();
        List<HttpAnswer> faults = new ArrayList<>();
        for (Session reader : readers) {
            for (HttpCall call : missing()) {
                send(reader.sign(call), missing);
            }
            for (HttpCall call : unusual ? broken() : List.<HttpCall>of()) {
                send(reader.sign(call), faults);
            }
        }
        for (Session reader : readers.stream().limit(2).toList()) {
            for (HttpCall call : undecodable()) {
                send(reader.sign(call), faults);
            }
        }
        for (HttpCall call : unusual ? unreadable() : List.<HttpCall>of()) {
            send(context.sessions().nobody().sign(call), faults);
        }
        return new Provoked(missing, faults);
    }

    private void send(HttpCall call, List<HttpAnswer> answers) throws InterruptedException {
        try {
            answers.add(context.http().send(call));
        } catch (ProbeException e) {
            LOG.debug("{} was not answered: {}", call, e.code());
        }
    }

    /** Safe routes with a place for an id, and nothing in it that could be one. */
    private List<HttpCall> undecodable() {
        return portal.routes().all().stream()
                .filter(route -> route.method().equals("GET")
                        && route.safe()
                        && route.access() != Access.IGNORED
                        && route.operation().isEmpty()
                        && route.template().contains("{"))
                .sorted(Comparator.comparing(Route::isPrivate))
                .map(route -> portal.resolve(route.template().replaceAll("\\{[^}]*}", BROKEN_TEXT)))
                .filter(url -> portal.hosts().contains(url.host()))
                .distinct()
                .limit(Provoked.MOST_ODD)
                .map(HttpCall::get)
                .toList();
    }

    /** Below the portal and below its API. */
    private List<HttpCall> missing() {
        Set<Url> places = new LinkedHashSet<>(List.of(portal.url().at("/" + MISSING), portal.resolve("/" + MISSING)));
        return places.stream().map(HttpCall::get).toList();
    }

    /** Safe routes about an object that cannot be, and plain ones with a parameter that is none. */
    private List<HttpCall> broken() {
        List<HttpCall> broken = new ArrayList<>();
        for (Route route : RouteCalls.aboutObjects(portal).stream()
                .filter(RouteCalls::reads)
                .limit(Provoked.MOST_ROUTES)
                .toList()) {
            calls.about(
                            route,
                            Slots.of(route).stream()
                                    .collect(Collectors.toMap(Slots.Slot::type, slot -> BROKEN_ID, (one, same) -> one)))
                    .ifPresent(broken::add);
        }
        portal.routes().all().stream()
                .filter(route -> route.method().equals("GET") && RouteCalls.plainRead(route))
                .limit(Provoked.MOST_ROUTES)
                .map(calls::plain)
                .map(Provoking::withOddParameters)
                .forEach(broken::add);
        return broken.stream().map(call -> call.needing(TrafficClass.ACTIVE)).toList();
    }

    private static HttpCall withOddParameters(HttpCall call) {
        Url url = call.url();
        String query = url.query().map(known -> known + "&").orElse("");
        Url odd = new Url(
                url.scheme(),
                url.host(),
                url.port(),
                url.path(),
                Optional.of(query + "page=-1%27&limit%5B%5D=%22&sort=%7B%7D"));
        return call.movedTo(odd);
    }

    /** A sign-in that no parser can read: it reaches no account. */
    private List<HttpCall> unreadable() {
        List<Request> told =
                portal.flows().named("login").stream().map(Flow::request).toList();
        List<Request> asPeopleDo = portal.identities().values().stream()
                .flatMap(identity -> FlowCalls.template(identity.login()).stream())
                .limit(1)
                .toList();
        return (told.isEmpty() ? asPeopleDo : told)
                .stream()
                        .filter(request -> !request.method().equals("GET"))
                        .limit(Provoked.MOST_READERS)
                        .map(this::unreadable)
                        .toList();
    }

    private HttpCall unreadable(Request request) {
        return HttpCall.of(request.method(), portal.resolve(request.target()))
                .with("Accept", "application/json")
                .carrying(BROKEN_JSON)
                .needing(TrafficClass.ACTIVE);
    }
}
