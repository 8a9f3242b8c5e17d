package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.JsonBody;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;

/** Finds ids in answers: by the names of members, and in links that have the shape of a known route. */
public final class IdFinder {
    private static final List<String> ID_MEMBERS =
            List.of("id", "_id", "uuid", "guid", "pk", "slug", "key", "number", "code", "ref", "handle");
    private static final Set<String> WRAPPERS = Set.of(
            "data",
            "items",
            "results",
            "result",
            "rows",
            "records",
            "list",
            "content",
            "value",
            "values",
            "edges",
            "node",
            "nodes",
            "hits",
            "payload",
            "response",
            "entries",
            "elements",
            "docs",
            "page",
            "member",
            "attributes");
    private static final Pattern INDEX = Pattern.compile("[0-9]+");
    private static final int LONGEST_ID = 120;

    private final List<TemplateShape> shapes;
    private final Set<String> types;
    private final Beneath beneath;

    /** Looks for the types of object that the portal's private routes name. */
    public static IdFinder of(Portal portal) {
        List<Route> owned = portal.routes().all().stream()
                .filter(Route::isPrivate)
                .filter(route -> !Slots.of(route).isEmpty())
                .toList();
        return new IdFinder(
                owned.stream().map(route -> pathOf(portal, route)).distinct().toList(),
                owned.stream()
                        .flatMap(route -> Slots.of(route).stream().map(Slots.Slot::type))
                        .toList());
    }

    /** The template with the API's own path before it, as it stands in URLs, its query with it. */
    private static String pathOf(Portal portal, Route route) {
        String marked = route.template().replace("{", "%7B").replace("}", "%7D");
        return portal.resolve(marked).target().replace("%7B", "{").replace("%7D", "}");
    }

    /**
     * @param templates paths, with the API's own path before them, whose placeholders are looked for
     * @param moreTypes types that routes name elsewhere than in their path
     */
    IdFinder(List<String> templates, Collection<String> moreTypes) {
        this.shapes = templates.stream().map(TemplateShape::of).toList();
        this.types = new LinkedHashSet<>(moreTypes);
        templates.forEach(template -> Slots.of(template).forEach(slot -> types.add(slot.type())));
        this.beneath = new Beneath(templates);
    }

    /**
     * Ids by type; several where a link names a parent as well. The better names first, those of one name from both ends of the answer
     * inwards: where the reader's own stand beside those of others, one end may hold the others' alone.
     */
    public List<Map<String, String>> in(HttpAnswer answer) {
        Set<Map<String, String>> found = new LinkedHashSet<>();
        Set<Map<String, String>> linked = new LinkedHashSet<>();
        links(answer).forEach(link -> path(answer.call().url(), link).ifPresent(path -> matched(path, linked)));
        endsFirst(linked, found);
        JsonBody.parse(answer.text()).ifPresent(json -> {
            for (String member : ID_MEMBERS) {
                Set<Map<String, String>> named = new LinkedHashSet<>();
                members(json, member, answer.call().url(), named);
                endsFirst(named, found);
            }
            Set<Map<String, String>> foreign = new LinkedHashSet<>();
            foreign(json, foreign);
            endsFirst(foreign, found);
        });
        return new ArrayList<>(found);
    }

    /** Each type by itself, that of the object which the ids are about. */
    private static void endsFirst(Set<Map<String, String>> met, Set<Map<String, String>> found) {
        Map<String, Deque<Map<String, String>>> byType = new LinkedHashMap<>();
        for (Map<String, String> ids : met) {
            String type = List.copyOf(ids.keySet()).get(ids.size() - 1);
            byType.computeIfAbsent(type, each -> new ArrayDeque<>()).add(ids);
        }
        for (Deque<Map<String, String>> left : byType.values()) {
            boolean front = true;
            for (; !left.isEmpty(); front = !front) {
                found.add(front ? left.removeFirst() : left.removeLast());
            }
        }
    }

    /** Whether a route leads on from that list to one object of it. */
    boolean leadsOn(Url url) {
        return beneath.type(url.path()).isPresent();
    }

    /** Ids that a URL itself holds. */
    List<Map<String, String>> in(Url url) {
        Set<Map<String, String>> found = new LinkedHashSet<>();
        matched(url.path(), found);
        return new ArrayList<>(found);
    }

    private void matched(String path, Set<Map<String, String>> found) {
        for (TemplateShape shape : shapes) {
            shape.match(path)
                    .filter(ids -> ids.values().stream().noneMatch(IdFinder::reserved))
                    .ifPresent(found::add);
        }
    }

    /** Words that stand where an id may stand, and are none: {@code /invoices/new}. */
    private static boolean reserved(String id) {
        return Set.of("new", "create", "edit", "me", "self", "search", "export", "all", "current", "count", "stats")
                .contains(id.toLowerCase(Locale.ROOT));
    }

    private static Set<String> links(HttpAnswer answer) {
        Set<String> links = new LinkedHashSet<>();
        if (Likeness.html(answer)) {
            Jsoup.parse(answer.text())
                    .select("[href], [action], [data-href], [data-url]")
                    .forEach(element -> {
                        for (String name : List.of("href", "action", "data-href", "data-url")) {
                            links.add(element.attr(name));
                        }
                    });
        } else {
            JsonBody.parse(answer.text())
                    .ifPresent(json -> json.scalars((path, value) -> value.text()
                            .filter(text -> text.startsWith("/") || text.startsWith("http"))
                            .ifPresent(links::add)));
        }
        links.remove("");
        return links;
    }

    private static Optional<String> path(Url base, String link) {
        return base.resolve(link).filter(url -> url.host().equals(base.host())).map(Url::path);
    }

    /**
     * The member of that name of every object. Its type is told by the list or object that it stands in, where routes know that word; at
     * the top of an answer by the route that leads on from here to one of the list; else by the last word of the path.
     */
    private void members(Json json, String member, Url url, Set<Map<String, String>> found) {
        json.scalars((path, value) -> {
            if (path.isEmpty() || !path.get(path.size() - 1).equalsIgnoreCase(member)) {
                return;
            }
            Optional<String> container = container(path).map(Slots::singular);
            Optional<String> next = atTop(path) ? beneath.type(url.path()) : Optional.empty();
            String type = container
                    .filter(types::contains)
                    .or(() -> next)
                    .or(() -> container)
                    .or(() -> lastWord(url.path()).map(Slots::singular))
                    .orElse("");
            value.text()
                    .filter(IdFinder::id)
                    .filter(id -> types.contains(type))
                    .ifPresent(id -> found.add(Map.of(type, id)));
        });
    }

    /** Members that name a type themselves: {@code invoiceId}, {@code invoice_id}, {@code invoice}. */
    private void foreign(Json json, Set<Map<String, String>> found) {
        json.scalars((path, value) -> {
            Optional<String> type = path.isEmpty() ? Optional.empty() : Slots.named(path.get(path.size() - 1));
            type.filter(types::contains)
                    .flatMap(known -> value.text().filter(IdFinder::id).map(id -> Map.of(known, id)))
                    .ifPresent(found::add);
        });
    }

    private static boolean id(String text) {
        return !text.isBlank()
                && text.length() <= LONGEST_ID
                && !text.contains(" ")
                && !text.contains("/")
                && !text.equals("true")
                && !text.equals("false");
    }

    private static Optional<String> container(List<String> path) {
        for (int at = path.size() - 2; at >= 0; at--) {
            String step = path.get(at);
            if (!INDEX.matcher(step).matches() && !WRAPPERS.contains(step.toLowerCase(Locale.ROOT))) {
                return Optional.of(step);
            }
        }
        return Optional.empty();
    }

    /** Whether no object but the answer itself, and no list but its own, stands around a member. */
    private static boolean atTop(List<String> path) {
        long words = path.stream()
                .limit(path.size() - 1L)
                .filter(step -> !INDEX.matcher(step).matches() && !WRAPPERS.contains(step.toLowerCase(Locale.ROOT)))
                .count();
        boolean listed =
                path.size() > 1 && INDEX.matcher(path.get(path.size() - 2)).matches();
        return words == 0 || (words == 1 && listed);
    }

    private static Optional<String> lastWord(String path) {
        String[] segments = path.split("/", -1);
        for (int at = segments.length - 1; at >= 0; at--) {
            if (segments[at].matches("[A-Za-z][A-Za-z_-]*")) {
                return Optional.of(segments[at]);
            }
        }
        return Optional.empty();
    }
}
