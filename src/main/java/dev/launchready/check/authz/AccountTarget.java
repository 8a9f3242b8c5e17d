package dev.launchready.check.authz;

import dev.launchready.model.Json;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import dev.launchready.session.Filling;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Slots;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A way to change or to remove an account that is named in the request.
 *
 * @param route as a person would write it
 * @param requests to try until one works for the account itself, with {@code {whose}} where it is named, and placeholders for what is new
 */
record AccountTarget(String method, String route, Optional<Integer> line, List<Request> requests) {
    /** The placeholder that names the account. */
    static final String WHOSE = "whose";

    private static final Set<String> TYPES = Set.of(
            "user",
            "account",
            "member",
            "profile",
            "customer",
            "client",
            "person",
            "people",
            "email",
            "mail",
            "login",
            "employee",
            "patient",
            "student",
            "subscriber",
            "contact",
            "owner");
    private static final List<String> CHANGES = List.of("password-change", "email-change", "profile-change");

    AccountTarget {
        requests = List.copyOf(requests);
    }

    boolean removes() {
        return method.equals("DELETE");
    }

    /** Whether a route names an account, and nothing else. */
    static boolean about(Route route) {
        List<Slots.Slot> slots = Slots.of(route.template());
        return route.operation().isEmpty()
                && !slots.isEmpty()
                && slots.stream().allMatch(slot -> TYPES.contains(slot.type()));
    }

    /** How a route that names an account reads one. */
    static Request reading(Route route) {
        return Request.parse("GET " + whose(route.template()));
    }

    private static String whose(String template) {
        return template.replaceAll("\\{[^{}/]+}", "{" + WHOSE + "}");
    }

    /** Whether the account is named here where that route names it: at the same place of the same path. */
    boolean below(Route route) {
        String upTo = whose(route.template());
        String place = whose(this.route);
        return place.equals(upTo) || place.startsWith(upTo + "/");
    }

    /** Those of the routes that change or remove objects, and the flows that name the account which they change. */
    static List<AccountTarget> of(Portal portal) {
        List<AccountTarget> targets = new ArrayList<>();
        WriteProbe.writes(portal).stream()
                .filter(AccountTarget::about)
                .map(AccountTarget::of)
                .forEach(targets::add);
        for (String name : CHANGES) {
            for (Flow flow : portal.flows().named(name)) {
                of(flow, portal.lines().line("flows." + name)).ifPresent(targets::add);
            }
        }
        return targets;
    }

    private static AccountTarget of(Route route) {
        Request bare = Request.parse(route.method() + " " + whose(route.template()));
        List<Request> requests = route.method().equals("DELETE")
                ? List.of(bare)
                : bodies(route).map(bare::with).toList();
        return new AccountTarget(route.method(), RouteCalls.place(route), route.line(), requests);
    }

    /** A flow as somebody else would send it: its names are the other's, the password in it one's own. */
    private static Optional<AccountTarget> of(Flow flow, Optional<Integer> line) {
        Map<String, String> whose = Map.of("user", "{" + WHOSE + "}", "id", "{" + WHOSE + "}");
        Request plain = flow.request();
        Request named = new Request(
                plain.method(),
                Filling.fill(plain.target(), whose),
                Optional.empty(),
                plain.headers(),
                plain.encoding(),
                plain.body().map(body -> Filling.fill(body, whose)));
        return named.equals(plain)
                        || (named.target().equals(plain.target())
                                && named.body().equals(plain.body()))
                ? Optional.empty()
                : Optional.of(new AccountTarget(plain.method(), plain.target(), line, List.of(named)));
    }

    /** What is known of the body; without that, what the route's own words make likely. */
    private static Stream<Json> bodies(Route route) {
        Map<String, Json> known = new LinkedHashMap<>();
        for (Parameter parameter : route.parameters()) {
            if (parameter.in().equals("body") && !parameter.name().contains(".")) {
                known.put(parameter.name(), value(parameter));
            }
        }
        if (!known.isEmpty()) {
            return Stream.of(new Json.Obj(known));
        }
        String words = route.template().toLowerCase(Locale.ROOT).replaceAll("\\{[^}]*}", "");
        Json password = new Json.Obj(Map.of("password", new Json.Str("{new-password}")));
        Json mail = new Json.Obj(Map.of("email", new Json.Str("{new-email}")));
        Json name = new Json.Obj(Map.of("name", new Json.Str("{marker}")));
        if (words.contains("password")) {
            return Stream.of(password, new Json.Obj(Map.of("new_password", new Json.Str("{new-password}"))));
        }
        if (words.contains("mail")) {
            return Stream.of(mail);
        }
        // a PUT may want the whole account
        Json whole = new Json.Obj(Map.of(
                "email", new Json.Str("{email}"),
                "password", new Json.Str("{new-password}"),
                "name", new Json.Str("{marker}")));
        return route.method().equals("PUT") ? Stream.of(name, whole) : Stream.of(name, mail, password);
    }

    private static Json value(Parameter parameter) {
        String name = Meanings.plain(parameter.name());
        if (name.contains("pass") || name.contains("pwd")) {
            boolean present = name.matches(".*(old|current|present|existing).*");
            return new Json.Str(present ? "{password}" : "{new-password}");
        }
        if (name.contains("mail")) {
            return new Json.Str("{new-email}");
        }
        if (name.matches("user(name)?|login|handle")) {
            return new Json.Str("{" + WHOSE + "}");
        }
        boolean text = name.matches(".*(name|title|bio|about|text|note|nick|city|street|address).*");
        return text
                ? new Json.Str("{marker}")
                : new Json.Str(parameter.examples().stream().findFirst().orElse("{marker}"));
    }
}
