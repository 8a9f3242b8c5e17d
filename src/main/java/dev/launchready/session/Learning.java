package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;

/** What learning who owns what costs, told before the first request. */
public final class Learning {
    /** The sign-in itself, the proof as the identity, and as nobody. */
    private static final int SIGN_IN = 3;

    /** Of a list that was not seen yet: two, as several is what lists are for. */
    private static final int OBJECTS_OF_A_LIST = 2;

    private Learning() {}

    /** Every identity's own lists and objects, and the same lists as nobody. */
    public static int requests(Portal portal) {
        IdFinder finder = IdFinder.of(portal);
        RouteCalls calls = new RouteCalls(portal);
        int all = 0;
        int widest = 0;
        for (Identity identity : portal.identities().values()) {
            int plain = Gathering.telling(calls, finder, identity).size();
            widest = Math.max(widest, plain);
            all += SIGN_IN + plain + Math.min(Gathering.MOST_NESTED, nested(portal, identity));
        }
        return all + widest;
    }

    private static int nested(Portal portal, Identity identity) {
        return portal.routes().all().stream()
                .filter(route -> Gathering.nests(route, identity))
                .mapToInt(route -> Math.min(OBJECTS_OF_A_LIST, objects(route, identity)))
                .sum();
    }

    /** How many objects of an identity are known for a route beforehand, or are usual. */
    public static int objects(Route route, Identity identity) {
        String type = Slots.subject(route).orElse("");
        return identity.owns().entrySet().stream()
                .filter(entry -> Slots.singular(entry.getKey()).equals(type))
                .mapToInt(entry -> entry.getValue().size())
                .findFirst()
                .orElse(OBJECTS_OF_A_LIST);
    }
}
