package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Need;
import dev.launchready.portal.Routes.Operation;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Slots.Slot;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes calls of routes. */
public final class RouteCalls {
    private static final Pattern SEARCH_OR_EXPORT = Pattern.compile("(^|/)(search|export|download|report)s?(/|\\?|$)");

    private static final String QUERY = "query";

    private final Portal portal;
    private final NeededQuery needed;

    public RouteCalls(Portal portal) {
        this.portal = portal;
        this.needed = new NeededQuery(portal);
    }

    /** Routes that a signed-in identity of that role may read without naming an object. */
    public List<Route> readable(Identity identity) {
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && plainRead(route) && mayCall(route, identity))
                .toList();
    }

    /** Whether the file expects that identity's role to be let in, as far as roles tell. */
    public static boolean mayCall(Route route, Identity identity) {
        return route.access() != Access.ROLES || route.roles().contains(identity.role());
    }

    /** Safe routes that name an object: those listed as owned, and imported ones that the file itself does not list otherwise. */
    public static List<Route> aboutObjects(Portal portal) {
        return portal.routes().all().stream()
                .filter(route ->
                        route.isPrivate() && route.safe() && !Slots.of(route).isEmpty())
                .filter(route -> route.access() == Access.OWNED || route.line().isEmpty())
                .toList();
    }

    /** A safe read that names no object: a GET without placeholders, or a GraphQL query without an id among its variables. */
    public static boolean plainRead(Route route) {
        boolean get = route.method().equals("GET") && Slots.of(route.template()).isEmpty();
        return route.safe() && route.operation().map(each -> queries(route)).orElse(get);
    }

    /** A plain read as the portal file would write it. */
    static Request request(Route route) {
        Request line = Request.parse(route.method() + " " + route.template());
        return route.operation()
                .map(operation -> new Request(
                        line.method(),
                        line.target(),
                        Optional.empty(),
                        Map.of(),
                        Optional.of(Bodies.JSON),
                        Optional.of(new Json.Obj(Map.of(
                                "operationName", new Json.Str(operation.name()),
                                "query", new Json.Str(operation.document().orElse("")))))))
                .orElse(line);
    }

    /** Whether the route can be read without changing anything, about an object or not. */
    public static boolean reads(Route route) {
        boolean known = route.operation().flatMap(Operation::document).isPresent();
        return route.safe() && (route.method().equals("GET") || known);
    }

    private static boolean queries(Route route) {
        return reads(route) && Slots.of(route).isEmpty();
    }

    /** Template, and operation where it is one of GraphQL: what tells a route from its neighbours beside its method. */
    public static String place(Route route) {
        return route.toString().substring(route.method().length() + 1);
    }

    /** The call of a route without placeholders. */
    public HttpCall plain(Route route) {
        return filled(route, Map.of());
    }

    /**
     * The call of a route for one object, its ids put where the places of the same types are: in the path, the query, a header, a cookie,
     * the body or the variables of a GraphQL operation.
     *
     * @param ids type to id
     * @return empty when a place stays open, or when an operation's text is not known
     */
    public Optional<HttpCall> about(Route route, Map<String, String> ids) {
        Map<String, String> values = new LinkedHashMap<>();
        Optional<String> subject = Slots.subject(route);
        for (Slot slot : Slots.of(route)) {
            String id = ids.get(slot.type());
            boolean filter = optional(route, slot)
                    && !subject.filter(slot.type()::equals).isPresent();
            if (id != null) {
                values.put(slot.name(), id);
            } else if (!filter) {
                return Optional.empty();
            }
        }
        boolean unknown = route.operation().isPresent()
                && route.operation().get().document().isEmpty();
        return unknown ? Optional.empty() : Optional.of(filled(route, values));
    }

    /** Whether a route names objects by filters alone that a request may lack: then it is a list as well. */
    public static boolean filtersOnly(Route route) {
        List<Slot> slots = Slots.of(route);
        return !slots.isEmpty() && slots.stream().allMatch(slot -> optional(route, slot));
    }

    /** A filter that a request may lack, as the API's description says. */
    static boolean optional(Route route, Slot slot) {
        return slot.in().equals(QUERY)
                && route.parameters().stream()
                        .anyMatch(parameter -> parameter.in().equals(QUERY)
                                && parameter.name().equals(slot.name())
                                && parameter.need() == Need.OPTIONAL);
    }

    private HttpCall filled(Route route, Map<String, String> values) {
        String target = route.template();
        for (Map.Entry<String, String> value : values.entrySet()) {
            target = target.replace("{" + value.getKey() + "}", encoded(value.getValue()));
        }
        HttpCall call = HttpCall.of(route.method(), portal.resolve(target + query(route, values, target)))
                .with("Accept", Reading.ACCEPT);
        for (Parameter parameter : route.parameters()) {
            Optional<String> value = value(parameter, values);
            boolean sent = value.isPresent() && !Session.csrfName(parameter.name());
            if (sent && parameter.in().equals("header")) {
                call = call.with(parameter.name(), value.get());
            } else if (sent && parameter.in().equals("cookie")) {
                call = call.with("Cookie", parameter.name() + "=" + value.get());
            }
        }
        Map<String, String> body = new LinkedHashMap<>();
        route.parameters().stream()
                .filter(parameter -> parameter.in().equals("body"))
                .forEach(parameter -> value(parameter, values).ifPresent(value -> body.put(parameter.name(), value)));
        return route.method().equals("GET") ? call : withBody(call, route, body);
    }

    private static HttpCall withBody(HttpCall call, Route route, Map<String, String> body) {
        Map<String, Json> members = new LinkedHashMap<>();
        route.operation().ifPresent(operation -> {
            members.put("operationName", new Json.Str(operation.name()));
            members.put("query", new Json.Str(operation.document().orElse("")));
        });
        body.forEach((path, value) -> place(members, List.of(path.split("\\.", -1)), value));
        return members.isEmpty() ? call : call.carrying(Bodies.encode(new Json.Obj(members), Bodies.JSON));
    }

    /** Puts a value at a dotted path, making the objects on the way; a number stays a number. */
    private static void place(Map<String, Json> members, List<String> path, String value) {
        if (path.size() == 1) {
            boolean number = value.matches("-?(0|[1-9][0-9]{0,14})");
            members.put(path.get(0), number ? new Json.Num(new BigDecimal(value)) : new Json.Str(value));
            return;
        }
        Map<String, Json> inner = new LinkedHashMap<>();
        if (members.get(path.get(0)) instanceof Json.Obj obj) {
            inner.putAll(obj.members());
        }
        place(inner, path.subList(1, path.size()), value);
        members.put(path.get(0), new Json.Obj(inner));
    }

    /** The value that is wanted, else for what the request may not lack (header, body) an example. */
    private static Optional<String> value(Parameter parameter, Map<String, String> values) {
        boolean lacking = parameter.in().equals("header") || parameter.in().equals("body");
        return Optional.ofNullable(values.get(parameter.name()))
                .or(() -> lacking ? parameter.examples().stream().findFirst() : Optional.empty());
    }

    private String query(Route route, Map<String, String> given, String target) {
        Map<String, String> values = new LinkedHashMap<>(needed.of(route));
        values.putAll(given);
        String query = route.parameters().stream()
                .filter(parameter -> parameter.in().equals(QUERY) && values.containsKey(parameter.name()))
                .filter(parameter -> !route.template().contains("{" + parameter.name() + "}"))
                .map(parameter -> parameter.name() + "=" + encoded(values.getOrDefault(parameter.name(), "")))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "" : (target.contains("?") ? "&" : "?") + query;
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
