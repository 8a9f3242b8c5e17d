package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Finds for a route who may call it rightfully, and about which object. */
public final class Subjects {
    private final Portal portal;
    private final Sessions sessions;
    private final RouteCalls calls;

    public Subjects(Portal portal, Sessions sessions) {
        this.portal = portal;
        this.sessions = sessions;
        this.calls = new RouteCalls(portal);
    }

    /** The rightful calls of a route: one for each identity that may make it, or for each object of each. Empty when nobody can. */
    public List<Subject> of(Route route) throws ProbeException, InterruptedException {
        List<Subject> subjects = new ArrayList<>();
        for (Session session : sessions.able()) {
            Optional<Identity> identity =
                    Optional.ofNullable(portal.identities().get(session.identity()));
            if (identity.filter(who -> RouteCalls.mayCall(route, who)).isPresent()) {
                subjects.addAll(of(route, session));
            }
        }
        return subjects;
    }

    /** As {@link #of(Route)}; a route that names objects by optional filters alone is called without where no object is known for them. */
    public List<Subject> withoutFilters(Route route) throws ProbeException, InterruptedException {
        List<Subject> subjects = of(route);
        if (!subjects.isEmpty() || !RouteCalls.filtersOnly(route)) {
            return subjects;
        }
        List<Subject> plain = new ArrayList<>();
        for (Session session : sessions.able()) {
            Optional.ofNullable(portal.identities().get(session.identity()))
                    .filter(who -> RouteCalls.mayCall(route, who))
                    .ifPresent(who ->
                            plain.add(new Subject(route, session, calls.plain(route), Optional.empty(), Map.of())));
        }
        return plain;
    }

    private List<Subject> of(Route route, Session session) throws ProbeException, InterruptedException {
        Optional<String> type = Slots.subject(route);
        if (type.isEmpty()) {
            return List.of(new Subject(route, session, calls.plain(route), Optional.empty(), Map.of()));
        }
        Holdings holdings = sessions.holdings(session.identity());
        List<Subject> subjects = new ArrayList<>();
        Set<String> types = Slots.of(route).stream().map(Slots.Slot::type).collect(Collectors.toSet());
        List<OwnedObject> objects = new ArrayList<>(holdings.objects(type.get()));
        // those first that name their own parents: with the others it is a guess which belongs to which
        objects.sort(Comparator.comparing(object -> !object.ids().keySet().containsAll(types)));
        for (OwnedObject object : objects) {
            for (Map<String, String> ids : withParents(route, object, holdings)) {
                calls.about(route, ids)
                        .ifPresent(call -> subjects.add(new Subject(route, session, call, Optional.of(object), ids)));
            }
        }
        return subjects;
    }

    /** The object's ids, completed by objects of the same owner where the route wants a parent that the object does not name. */
    private static List<Map<String, String>> withParents(Route route, OwnedObject object, Holdings holdings) {
        List<Map<String, String>> all = List.of(object.ids());
        List<Slots.Slot> needed = Slots.of(route).stream()
                .filter(slot -> !RouteCalls.optional(route, slot))
                .toList();
        for (Slots.Slot slot : needed) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> ids : all) {
                if (ids.containsKey(slot.type())) {
                    more.add(ids);
                    continue;
                }
                for (OwnedObject parent : holdings.objects(slot.type())) {
                    Map<String, String> both = new java.util.LinkedHashMap<>(parent.ids());
                    both.putAll(ids);
                    more.add(both);
                }
            }
            all = more;
        }
        return all;
    }
}
