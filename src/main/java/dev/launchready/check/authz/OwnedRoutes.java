package dev.launchready.check.authz;

import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Slots;
import java.util.List;

/** The routes that lead to an object of one owner. */
final class OwnedRoutes {
    private OwnedRoutes() {}

    /** Safe routes that name an object: those listed as owned, and imported ones that the file itself does not list otherwise. */
    static List<Route> of(Portal portal) {
        return withId(portal).stream().filter(route -> !shared(portal, route)).toList();
    }

    /** The same with those about types that are shared by design. */
    static List<Route> withId(Portal portal) {
        return RouteCalls.aboutObjects(portal);
    }

    private static boolean shared(Portal portal, Route route) {
        String type = Slots.subject(route).orElse("");
        return portal.routes().shared().stream()
                .anyMatch(each -> Slots.singular(each).equals(type));
    }
}
