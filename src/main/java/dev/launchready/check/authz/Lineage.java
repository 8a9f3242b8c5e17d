package dev.launchready.check.authz;

import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.session.Slots;
import dev.launchready.session.Slots.Slot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A route that names an object under others: {@code /orgs/{org}/invoices/{invoice}}, or with the parent in the query, a header or the body.
 *
 * @param child the type of the object that the route is about
 * @param parents the types of the others, in their order
 */
record Lineage(Route route, String child, List<String> parents) {
    Lineage {
        parents = List.copyOf(parents);
    }

    /** The owned routes with two types of ids or more. */
    static List<Lineage> of(Portal portal) {
        return of(OwnedRoutes.of(portal));
    }

    static List<Lineage> of(List<Route> routes) {
        List<Lineage> all = new ArrayList<>();
        for (Route route : routes) {
            String child = Slots.subject(route).orElse("");
            List<String> parents = Slots.of(route).stream()
                    .map(Slot::type)
                    .filter(type -> !type.equals(child))
                    .distinct()
                    .toList();
            if (!parents.isEmpty()) {
                all.add(new Lineage(route, child, parents));
            }
        }
        return all;
    }

    /** Whether every parent stands in the path: elsewhere one may be a filter that means nothing to a single object. */
    boolean parentsInPath() {
        String template = route.template();
        int query = template.indexOf('?');
        List<String> inPath = Slots.of(query < 0 ? template : template.substring(0, query)).stream()
                .map(Slot::type)
                .toList();
        return inPath.containsAll(parents);
    }

    /** The parents' part of an object's ids. */
    Map<String, String> above(Map<String, String> ids) {
        Map<String, String> above = new LinkedHashMap<>();
        parents.forEach(type -> above.put(type, ids.getOrDefault(type, "")));
        return above;
    }

    /**
     * The foreign object with one's own parents in place of its own: of all of them, then of fewer, from the top.
     *
     * @param foreign the object's ids with those of its own parents
     * @return none where that makes no difference
     */
    List<Map<String, String>> under(Map<String, String> own, Map<String, String> foreign) {
        List<Map<String, String>> all = new ArrayList<>();
        for (int kept = parents.size(); kept > 0; kept--) {
            Map<String, String> mixed = new LinkedHashMap<>(foreign);
            parents.subList(0, kept).forEach(type -> mixed.put(type, own.getOrDefault(type, "")));
            if (!mixed.equals(foreign) && !all.contains(mixed)) {
                all.add(mixed);
            }
        }
        return all;
    }

    /** The parents' types as a person reads them. */
    String parent() {
        return String.join(" and ", parents);
    }
}
