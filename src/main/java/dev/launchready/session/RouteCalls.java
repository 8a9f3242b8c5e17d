package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Slots.Slot;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Makes calls of routes. */
public final class RouteCalls {
    private static final Pattern SEARCH_OR_EXPORT = Pattern.compile("(^|/)(search|export|download|report)s?(/|\\?|$)");

    private final Portal portal;

    public RouteCalls(Portal portal) {
        this.portal = portal;
    }

    /** Routes that a signed-in identity of that role may read without naming an object. */
    public List<Route> readable(Identity identity) {
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && plainGet(route) && mayCall(route, identity))
                .toList();
    }

    /** Whether the file expects that identity's role to be let in, as far as roles tell. */
    public static boolean mayCall(Route route, Identity identity) {
        return route.access() != Access.ROLES || route.roles().contains(identity.role());
    }

    /** A safe GET without placeholders. */
    public static boolean plainGet(Route route) {
        return route.safe()
                && route.method().equals("GET")
                && Slots.of(route.template()).isEmpty();
    }

    /** The call of a route without placeholders. */
    public HttpCall plain(Route route) {
        return filled(route, Map.of());
    }

    /**
     * The call of a route for one object, its ids put where the placeholders of the same types stand.
     *
     * @param ids type to id
     * @return empty when a placeholder stays open
     */
    public Optional<HttpCall> about(Route route, Map<String, String> ids) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Slot slot : Slots.of(route.template())) {
            String id = ids.get(slot.type());
            if (id == null) {
                return Optional.empty();
            }
            values.put(slot.name(), id);
        }
        return Optional.of(filled(route, values));
    }

    private HttpCall filled(Route route, Map<String, String> values) {
        String target = route.template();
        for (Map.Entry<String, String> value : values.entrySet()) {
            target = target.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        HttpCall call = HttpCall.of(route.method(), portal.resolve(target)).with("Accept", Reading.ACCEPT);
        for (Parameter parameter : route.parameters()) {
            boolean needed =
                    parameter.in().equals("header") && !parameter.examples().isEmpty();
            if (needed && !Session.csrfName(parameter.name())) {
                call = call.with(parameter.name(), parameter.examples().get(0));
            }
        }
        return call;
    }

    /** Whether a route's own words say that it searches or exports. */
    public static boolean searchesOrExports(Route route) {
        return SEARCH_OR_EXPORT
                .matcher(route.template().toLowerCase(Locale.ROOT))
                .find();
    }

    /** Percent-encoded for a path or a query alike. */
    private static String encoded(String id) {
        return Bodies.encoded(id)
                .replace("+", "%20")
                .replace("%40", "@")
                .replace("%3A", ":")
                .replace("%7E", "~");
    }
}
