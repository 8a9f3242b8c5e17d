package dev.launchready.portal.routes;

import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the known route that a request went to, and for any other address the template that names it without its ids. */
public final class RouteLookup {
    private static final String PLACE = "LR-PLACEHOLDER";
    private static final Pattern EXTENSION = Pattern.compile("(.+)(\\.[A-Za-z][A-Za-z0-9]{1,5})");

    /** Best first. */
    private static final Comparator<Known> FIT = Comparator.comparingInt(Known::open)
            .thenComparing(
                    Comparator.<Known>comparingInt(each -> each.query().size()).reversed())
            .thenComparingInt(Known::rank);

    /** By what stands before the first placeholder: a portal of a thousand routes is not walked for every answer. */
    private final Map<String, List<Known>> beginnings = new HashMap<>();

    /**
     * @param query the parameters that its template names
     * @param open how many placeholders its path has: the fewer, the better it fits
     * @param rank of the route in the inventory
     */
    private record Known(Route route, Pattern place, Set<String> query, int open, int rank) {}

    public RouteLookup(Portal portal) {
        int rank = 0;
        for (Route route : portal.routes().all()) {
            String marked = marked(portal, route);
            int open = Template.names(route.template()).size();
            beginnings
                    .computeIfAbsent(beginning(marked), any -> new ArrayList<>())
                    .add(new Known(route, pattern(marked), query(route.template()), open, rank++));
        }
    }

    /**
     * @param body as text, which tells the operations of GraphQL apart; empty text where there is none
     * @return the route that says most of the address literally; a HEAD belongs to the route of its GET
     */
    public Optional<Route> of(String method, Url url, String body) {
        String read = method.equals("HEAD") ? "GET" : method;
        String place = url.origin() + url.path();
        Set<String> query = query(url.target());
        return candidates(place)
                .filter(each -> each.route().method().equals(read))
                .filter(each -> query.containsAll(each.query()))
                .filter(each -> each.place().matcher(place).matches())
                .filter(each -> operates(each.route(), body))
                .min(FIT)
                .map(Known::route);
    }

    /** Those whose beginning is the place itself, or one of the folders above it. */
    private Stream<Known> candidates(String place) {
        return Stream.iterate(place, each -> !each.isEmpty(), RouteLookup::above)
                .flatMap(beginning -> beginnings.getOrDefault(beginning, List.of()).stream());
    }

    /** The whole place where it has no placeholder, else what stands before the segment of the first. */
    private static String beginning(String marked) {
        int open = marked.indexOf(PLACE);
        return open < 0 ? marked : above(marked.substring(0, open));
    }

    private static String above(String place) {
        return place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }

    /** Whether the words of a path say that calling it does something: {@code /files/5/delete}. */
    public static boolean acts(Url url) {
        return Effects.suspicious(url.path(), "");
    }

    /** The path with a placeholder for every segment that looks like an id; ids of secrets with it. */
    public static String template(Url url) {
        return Stream.of(url.path().split("/", -1)).map(RouteLookup::named).collect(Collectors.joining("/"));
    }

    private static String named(String segment) {
        Matcher file = EXTENSION.matcher(segment);
        if (file.matches()) {
            return Ids.id(file.group(1)) ? "{file}" + file.group(2) : segment;
        }
        return Ids.id(segment) ? "{id}" : segment;
    }

    private static boolean operates(Route route, String body) {
        return route.operation()
                .map(operation -> body.contains("\"" + operation.name() + "\""))
                .orElse(true);
    }

    private static Set<String> query(String target) {
        String[] parts = target.split("\\?", 2);
        return parts.length < 2
                ? Set.of()
                : Stream.of(parts[1].split("&", -1))
                        .map(pair -> pair.split("=", 2)[0])
                        .collect(Collectors.toUnmodifiableSet());
    }

    /** Placeholders stand for one segment or a part of one. */
    private static Pattern pattern(String marked) {
        return Pattern.compile(
                Stream.of(marked.split(PLACE, -1)).map(Pattern::quote).collect(Collectors.joining("[^/]+")));
    }

    private static String marked(Portal portal, Route route) {
        return portal.resolve(Template.path(route.template()).replaceAll("\\{[^}/]*}", PLACE))
                .toString();
    }
}
