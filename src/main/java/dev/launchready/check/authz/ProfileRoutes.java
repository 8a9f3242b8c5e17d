package dev.launchready.check.authz;

import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.session.Slots;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** How people change what the portal knows of themselves. */
final class ProfileRoutes {
    private static final int MOST = 3;
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH");
    private static final Pattern SELF = Pattern.compile(
            "(^|/)(me|self|profile|account|user|settings|preferences|current[-_]?user|userinfo)(/(profile|settings|details))?/?$");

    private ProfileRoutes() {}

    /** The flows that say so; without one, routes whose path speaks of oneself and names nobody. */
    static List<Request> of(Portal portal) {
        List<Flow> flows = portal.flows().named("profile-change");
        if (!flows.isEmpty()) {
            return flows.stream().map(Flow::request).limit(MOST).toList();
        }
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && CHANGING.contains(route.method()))
                .filter(route -> route.operation().isEmpty() && Slots.of(route).isEmpty())
                .filter(route ->
                        SELF.matcher(route.template().toLowerCase(Locale.ROOT)).find())
                .map(route -> Request.parse(route.method() + " " + route.template()))
                .limit(MOST)
                .toList();
    }
}
