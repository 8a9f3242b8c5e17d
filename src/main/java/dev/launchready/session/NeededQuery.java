package dev.launchready.session;

import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Need;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Values for the parameters of a query that a request may not lack and that name no object: an example of the description, what the flow of
 * the same method and path sends, or a value that says nothing. Filters that may be lacking are left out.
 */
final class NeededQuery {
    private static final Set<String> WORDS = Set.of("word", "marker", "random");

    private final Portal portal;

    NeededQuery(Portal portal) {
        this.portal = portal;
    }

    /** Name to value. */
    Map<String, String> of(Route route) {
        Map<String, String> values = new LinkedHashMap<>();
        Set<String> ids = Slots.of(route).stream().map(Slots.Slot::name).collect(Collectors.toSet());
        for (Parameter parameter : route.parameters()) {
            boolean needed = parameter.in().equals("query") && parameter.need() == Need.REQUIRED;
            if (needed && !ids.contains(parameter.name())) {
                value(route, parameter).ifPresent(value -> values.put(parameter.name(), value));
            }
        }
        return values;
    }

    private Optional<String> value(Route route, Parameter parameter) {
        return parameter.examples().stream()
                .findFirst()
                .or(() -> sent(route, parameter))
                .or(parameter::neutral);
    }

    private Optional<String> sent(Route route, Parameter parameter) {
        String neutral = parameter.neutral().orElse("a");
        Map<String, String> words = WORDS.stream().collect(Collectors.toMap(word -> word, word -> neutral));
        return portal.flows().named().values().stream()
                .flatMap(flows -> flows.stream().map(Flow::request))
                .filter(request -> request.method().equals(route.method()) && at(route, request))
                .flatMap(request -> pairs(request))
                .filter(pair -> pair.startsWith(parameter.name() + "="))
                .map(pair -> Filling.fill(pair.substring(parameter.name().length() + 1), words))
                .filter(value -> !value.isEmpty() && !Filling.open(value))
                .findFirst();
    }

    private boolean at(Route route, Request request) {
        String path = Slots.withoutQuery(request.target());
        return portal.resolve(path).equals(portal.resolve(Slots.withoutQuery(route.template())));
    }

    private static Stream<String> pairs(Request request) {
        int query = request.target().indexOf('?');
        return query < 0
                ? Stream.empty()
                : Stream.of(request.target().substring(query + 1).split("&"));
    }
}
