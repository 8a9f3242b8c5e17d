package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Made;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Where the owner of an object of the run finds it: by the routes that lead to one, else in its lists. */
final class ReadBack {
    private static final int MOST_LISTS = 8;

    private final CheckContext context;
    private final RouteCalls calls;
    private final List<Route> reads;

    ReadBack(CheckContext context) {
        this.context = context;
        this.calls = new RouteCalls(context.portal());
        this.reads = OwnedRoutes.of(context.portal());
    }

    /** The call whose answer shows the object's marker to its owner; empty when none does. */
    Optional<HttpCall> of(Made made, Session owner) throws ProbeException, InterruptedException {
        for (HttpCall call : places(made, owner)) {
            if (as(owner, call).text().contains(made.marker())) {
                return Optional.of(call);
            }
        }
        return Optional.empty();
    }

    /** What that somebody gets at that place. */
    HttpAnswer as(Session reader, HttpCall place) throws ProbeException, InterruptedException {
        return context.http().send(reader.sign(place));
    }

    private List<HttpCall> places(Made made, Session owner) throws ProbeException, InterruptedException {
        List<HttpCall> places = new ArrayList<>();
        for (Route route : reads) {
            if (Slots.subject(route).filter(made.type()::equals).isPresent()) {
                calls.about(route, ids(route, owner, made)).ifPresent(places::add);
            }
        }
        Identity identity = context.portal().identities().get(owner.identity());
        if (identity != null) {
            calls.readable(identity).stream()
                    .sorted(Comparator.comparing(route -> !madeAt(route, made.type())))
                    .limit(MOST_LISTS)
                    .map(calls::plain)
                    .forEach(places::add);
        }
        return places;
    }

    /** Whether such objects are made by a request to the same place: so it lists them. */
    private boolean madeAt(Route route, String type) {
        return context.portal().flows().create().entrySet().stream()
                .filter(entry -> Slots.singular(entry.getKey()).equals(type))
                .anyMatch(entry -> Makers.samePlace(entry.getValue().request().target(), route));
    }

    /** The object's own id, and for the places above it those beneath which it was made, else of the owner's own objects. */
    Map<String, String> ids(Route route, Session owner, Made made) throws ProbeException, InterruptedException {
        Map<String, String> ids = new LinkedHashMap<>();
        for (Slots.Slot slot : Slots.of(route)) {
            if (!slot.type().equals(made.type())) {
                context.sessions().holdings(owner.identity()).objects(slot.type()).stream()
                        .findFirst()
                        .map(OwnedObject::ids)
                        .ifPresent(ids::putAll);
            }
        }
        ids.putAll(made.ids());
        return ids;
    }
}
