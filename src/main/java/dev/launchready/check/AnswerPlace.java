package dev.launchready.check;

import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.portal.routes.RouteLookup;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.RouteCalls;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Optional;

/**
 * Which route an answer came from.
 *
 * @param route absent for an address that the portal file does not know
 * @param template of the route, or made of the address
 */
public record AnswerPlace(Optional<Route> route, String method, String template, String host) {

    /** Finds the places of answers. */
    public static final class Finder {
        private final RouteLookup routes;

        public Finder(Portal portal) {
            this.routes = new RouteLookup(portal);
        }

        public AnswerPlace of(HttpAnswer answer) {
            HttpCall call = answer.call();
            Optional<Route> route = routes.of(call.method(), call.url(), sent(call));
            return new AnswerPlace(
                    route,
                    call.method(),
                    route.map(RouteCalls::place).orElseGet(() -> RouteLookup.template(call.url())),
                    call.url().host());
        }
    }

    /** The body of a request as text; empty where it has none. */
    public static String sent(HttpCall call) {
        return call.body()
                .map(content -> new String(content.bytes(), StandardCharsets.UTF_8))
                .orElse("");
    }

    public Optional<Integer> line() {
        return route.flatMap(Route::line);
    }

    /** Members of an answer for a sentence, a few of many; the text itself where it has none. */
    public static String members(Collection<String> members) {
        return members.isEmpty() ? "its text" : Listing.of(members);
    }
}
