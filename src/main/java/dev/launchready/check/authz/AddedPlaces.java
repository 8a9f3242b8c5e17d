package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where the owner of an object finds what was added to it: where it was sent, at a place of its own, or in the object itself. */
final class AddedPlaces {
    private final CheckContext context;
    private final RouteCalls calls;

    AddedPlaces(CheckContext context) {
        this.context = context;
        this.calls = new RouteCalls(context.portal());
    }

    /**
     * The owner's answer that shows the marker.
     *
     * @param ids type to id of what is above, and of what was added where that is known
     */
    Optional<HttpAnswer> showing(Route added, String type, Map<String, String> ids, String marker, Session owner)
            throws ProbeException, InterruptedException {
        for (HttpCall place : places(added, type, ids)) {
            HttpAnswer answer = context.http().send(owner.sign(place));
            if (answer.text().contains(marker)) {
                return Optional.of(answer);
            }
        }
        return Optional.empty();
    }

    private List<HttpCall> places(Route added, String type, Map<String, String> ids) {
        List<HttpCall> places = new ArrayList<>();
        calls.about(added, ids)
                .map(call -> HttpCall.get(call.url()).with("Accept", "application/json, text/html;q=0.9, */*;q=0.8"))
                .ifPresent(places::add);
        Set<String> types = Set.of(type, Slots.subject(added).orElse(type));
        context.portal().routes().all().stream()
                .filter(route -> route.isPrivate() && RouteCalls.reads(route))
                .filter(route -> Slots.subject(route).filter(types::contains).isPresent())
                .forEach(route -> calls.about(route, ids).ifPresent(places::add));
        return places;
    }
}
