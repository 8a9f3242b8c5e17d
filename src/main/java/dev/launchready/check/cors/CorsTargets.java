package dev.launchready.check.cors;

import dev.launchready.check.face.RouteAddress;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which addresses of a portal are asked: its pages, its API's root, and the routes of its file. */
final class CorsTargets {
    /** Stands where a route wants an id that nobody gave: a policy is there whether or not the object exists. */
    private static final String SOME_ID = "1";

    private CorsTargets() {}

    /**
     * @param listed the portal file or an import names it
     * @param guarded it is private there
     */
    record Target(String method, String route, Url url, Optional<Integer> line, boolean listed, boolean guarded) {}

    /** Addresses that may be read: private ones first, as they matter most. */
    static List<Target> readable(Portal portal, List<Url> seen, int most) {
        Map<String, Target> targets = new LinkedHashMap<>();
        portal.routes().all().stream()
                .filter(route -> route.method().equals("GET") && route.safe() && route.access() != Access.IGNORED)
                .sorted(Comparator.comparing(route -> !route.isPrivate()))
                .map(route -> target(portal, route))
                .forEach(target -> targets.putIfAbsent(target.url().toString(), target));
        List<Target> chosen = new ArrayList<>(List.of(page(portal.url()), page(portal.api())));
        seen.forEach(url -> chosen.add(page(url)));
        chosen.replaceAll(page -> targets.getOrDefault(page.url().toString(), page)); // what the file says of it holds
        chosen.forEach(target -> targets.remove(target.url().toString()));
        chosen.addAll(1, targets.values());
        Map<String, Target> distinct = new LinkedHashMap<>();
        chosen.forEach(target -> distinct.putIfAbsent(target.url().toString(), target));
        return distinct.values().stream().limit(most).toList();
    }

    /** Routes that change something: only their preflight is ever sent. */
    static List<Target> writing(Portal portal, int most) {
        return portal.routes().all().stream()
                .filter(route -> !route.method().equals("GET")
                        && !route.method().equals("HEAD")
                        && !route.method().equals("OPTIONS")
                        && route.access() != Access.IGNORED)
                .sorted(Comparator.comparing(route -> !route.isPrivate()))
                .map(route -> target(portal, route))
                .limit(most)
                .toList();
    }

    private static Target page(Url url) {
        return new Target("GET", url.path(), url, Optional.empty(), false, false);
    }

    private static Target target(Portal portal, Route route) {
        Url url = RouteAddress.of(portal, route, SOME_ID);
        return new Target(route.method(), route.template(), url, route.line(), true, route.isPrivate());
    }
}
