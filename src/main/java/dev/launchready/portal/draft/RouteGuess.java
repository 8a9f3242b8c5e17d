package dev.launchready.portal.draft;

import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which of the known routes is which, as far as their names tell. */
record RouteGuess(Routes routes) {
    private static final Pattern WHO =
            Pattern.compile(".*/(me|self|whoami|profile|account|userinfo|current[-_]user|user|session)/?");
    private static final Pattern LOGIN = Pattern.compile("(?i).*/(log-?in|sign-?in|sessions?|authenticate|token)/?");
    private static final Pattern LOGOUT = Pattern.compile("(?i).*/(log-?out|sign-?out)/?");
    private static final Pattern RECOVERY =
            Pattern.compile("(?i).*/(.*forgot.*|.*recover.*|password[-_]?reset|reset[-_]?password)/?.*");
    private static final Pattern HEALTH = Pattern.compile("(?i).*/(health|healthz|up|status|ping|livez|readyz)/?");

    /** The route whose answer says who is signed in. */
    Optional<Route> who() {
        return all("GET")
                .filter(route -> WHO.matcher(route.template()).matches())
                .findFirst();
    }

    Optional<Route> login() {
        return all("POST")
                .filter(route -> LOGIN.matcher(route.template()).matches())
                .findFirst();
    }

    Optional<Route> logout() {
        return all("POST")
                .filter(route -> LOGOUT.matcher(route.template()).matches())
                .findFirst();
    }

    Optional<Route> recovery() {
        return all("POST")
                .filter(route -> RECOVERY.matcher(route.template()).matches())
                .findFirst();
    }

    Optional<Route> health() {
        return all("GET")
                .filter(route -> HEALTH.matcher(route.template()).matches())
                .findFirst();
    }

    /** Private routes with an object in their path, which most likely belongs to somebody. */
    List<String> objects() {
        return routes.all().stream()
                .filter(route ->
                        route.access() == Access.SIGNED_IN && route.operation().isEmpty())
                .filter(route ->
                        route.template().contains("{") && !route.template().contains("/admin"))
                .map(Route::toString)
                .toList();
    }

    private Stream<Route> all(String method) {
        return routes.all().stream()
                .filter(route ->
                        route.method().equals(method) && !route.template().contains("{"))
                .filter(route -> route.operation().isEmpty());
    }
}
