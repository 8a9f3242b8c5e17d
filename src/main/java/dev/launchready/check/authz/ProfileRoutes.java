package dev.launchready.check.authz;

import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.session.Slots;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** How people change what the portal knows of themselves. */
final class ProfileRoutes {
    private static final int MOST = 4;
    private static final Set<String> CHANGING = Set.of("PUT", "PATCH");
    private static final Pattern SELF = Pattern.compile(
            "(^|/)(me|self|profile|account|user|settings|preferences|current[-_]?user|userinfo)(/(profile|settings|details))?/?$");

    private ProfileRoutes() {}

    /** The flows that say so, and further routes whose path speaks of oneself and names nobody: each may be written differently. */
    static List<Request> of(Portal portal) {
        Map<String, Request> all = new LinkedHashMap<>();
        Stream.concat(portal.flows().named("profile-change").stream().map(Flow::request), listed(portal))
                .forEach(request -> all.putIfAbsent(request.method() + " " + path(request), request));
        return all.values().stream().limit(MOST).toList();
    }

    private static String path(Request request) {
        return request.target().replaceFirst("\\?.*", "").replaceFirst("/$", "");
    }

    private static Stream<Request> listed(Portal portal) {
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && CHANGING.contains(route.method()))
                .filter(route -> route.operation().isEmpty() && Slots.of(route).isEmpty())
                .filter(route ->
                        SELF.matcher(route.template().toLowerCase(Locale.ROOT)).find())
                .map(route -> Request.parse(route.method() + " " + route.template()));
    }
}
