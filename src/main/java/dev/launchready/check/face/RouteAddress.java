package dev.launchready.check.face;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The address of a route whose template has placeholders: filled with what the portal file or an import knows. */
public final class RouteAddress {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([^}]+)}");

    private RouteAddress() {}

    /** As that identity would ask for it, with ids of its own objects or with examples; empty where a value is unknown. */
    public static Optional<Url> of(Portal portal, Route route, Identity identity) {
        return filled(portal, route, List.of(identity), Optional.empty());
    }

    /** With anybody's values, and with the last resort where none is known: enough to see a route's headers. */
    public static Url of(Portal portal, Route route, String lastResort) {
        return filled(portal, route, List.copyOf(portal.identities().values()), Optional.of(lastResort))
                .orElseThrow();
    }

    /** A route for a request that no route stands for; it counts as signed-in. */
    public static Route asked(Request request) {
        return new Route(
                request.method(),
                request.target(),
                Access.SIGNED_IN,
                Set.of(),
                false,
                true,
                List.of(),
                List.of(),
                Optional.empty(),
                Optional.empty());
    }

    private static Optional<Url> filled(
            Portal portal, Route route, List<Identity> identities, Optional<String> lastResort) {
        StringBuilder target = new StringBuilder();
        Matcher found = PLACEHOLDER.matcher(route.template());
        while (found.find()) {
            Optional<String> value = value(route, found.group(1), identities).or(() -> lastResort);
            if (value.isEmpty()) {
                return Optional.empty();
            }
            found.appendReplacement(target, Matcher.quoteReplacement(value.get()));
        }
        found.appendTail(target);
        return Optional.of(portal.resolve(target.toString()));
    }

    private static Optional<String> value(Route route, String name, List<Identity> identities) {
        Stream<String> owned = identities.stream()
                .flatMap(identity -> identity.owns().getOrDefault(name, List.of()).stream())
                .flatMap(id -> id.text().or(() -> id.get(name).flatMap(Json::text)).stream());
        Stream<String> examples = route.parameters().stream()
                .filter(parameter -> parameter.name().equals(name))
                .map(Parameter::examples)
                .flatMap(List::stream);
        return Stream.concat(owned, examples).findFirst();
    }
}
