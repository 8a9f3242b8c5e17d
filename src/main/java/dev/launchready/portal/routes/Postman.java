package dev.launchready.portal.routes;

import dev.launchready.model.Json;
import dev.launchready.portal.routes.Found.Guard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;

/** Reads Postman collections, formats 2.0 and 2.1: folders, variables, inherited authorization. */
final class Postman {
    private static final int MAX_DEPTH = 50;
    private static final String OWN = "/";

    private final Json collection;
    private final Map<String, String> given;
    private final Rebase rebase;
    private final String source;
    private final List<Found> routes = new ArrayList<>();
    private final Map<String, Integer> foreign = new TreeMap<>();
    private final Set<String> unknown = new TreeSet<>();

    Postman(Json document, Map<String, String> given, Rebase rebase, String source) {
        this.collection = document.get("collection").orElse(document);
        this.given = Map.copyOf(given);
        this.rebase = rebase;
        this.source = source;
    }

    static boolean is(Json json) {
        Json collection = json.get("collection").orElse(json);
        return collection.get("item").isPresent() && collection.get("info").isPresent();
    }

    Imported read() {
        folder(collection, Map.of(), Guard.UNKNOWN, 0);
        List<String> notes = new ArrayList<>();
        if (!foreign.isEmpty()) {
            notes.add(source + ": requests to hosts that the portal file does not name were left out: "
                    + String.join(", ", foreign.keySet()));
        }
        if (!unknown.isEmpty()) {
            notes.add(source + ": requests to {{" + String.join("}}, {{", unknown)
                    + "}} are taken as requests to portal.api; name a file with the variables to have them filled in");
        }
        Optional<String> elsewhere = foreign.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .filter(host -> routes.isEmpty());
        return new Imported(routes, notes, elsewhere);
    }

    private void folder(Json folder, Map<String, String> outer, Guard inherited, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        Map<String, String> known = new LinkedHashMap<>(outer);
        known.putAll(PostmanVariables.of(Document.items(folder, "variable")));
        known.putAll(given);
        Guard guard = guard(folder, inherited);
        for (Json item : Document.items(folder, "item")) {
            if (item.get("item").isPresent()) {
                folder(item, known, guard, depth + 1);
            }
            item.get("request").ifPresent(request -> request(item, request, known, guard));
        }
    }

    private static Guard guard(Json level, Guard inherited) {
        String type = level.get("auth").map(auth -> Document.text(auth, "type")).orElse("");
        if (type.isEmpty()) {
            return inherited;
        }
        return type.equals("noauth") ? Guard.OPEN : Guard.SECURED;
    }

    private void request(Json item, Json request, Map<String, String> known, Guard inherited) {
        boolean text = request instanceof Json.Str;
        Json url = text ? request : request.get("url").orElse(request);
        String method = Document.text(request, "method").toUpperCase(Locale.ROOT);
        if (!method.isEmpty() && !method.matches("[A-Z]{3,10}")) {
            return;
        }
        Parameters parameters = new Parameters();
        Map<String, String> own = new LinkedHashMap<>();
        PostmanVariables.of(Document.items(url, "variable"))
                .forEach((name, value) -> own.put(name, PostmanVariables.fill(value, known)));
        Optional<String> place = place(raw(url), known, own, parameters);
        if (place.isEmpty()) {
            return;
        }
        query(url, known, parameters);
        body(request, known, parameters);
        Guard guard = authorized(request) ? Guard.SECURED : guard(request, inherited);
        routes.add(new Found(
                method.isEmpty() ? "GET" : method,
                place.get(),
                guard,
                parameters.list(),
                Document.text(item, "name"),
                false,
                source,
                Optional.empty()));
    }

    private static boolean authorized(Json request) {
        return Document.items(request, "header").stream()
                .filter(header -> !"true".equals(Document.text(header, "disabled")))
                .anyMatch(header -> Document.text(header, "key").equalsIgnoreCase("authorization"));
    }

    private static String raw(Json url) {
        Optional<String> text = url.text().or(() -> url.get("raw").flatMap(Json::text));
        if (text.isPresent()) {
            return text.get();
        }
        String host = joined(url, "host", ".");
        String protocol = Document.text(url, "protocol");
        String port = Document.text(url, "port");
        return (protocol.isEmpty() || host.contains("{{") ? "" : protocol + "://")
                + host
                + (port.isEmpty() ? "" : ":" + port)
                + "/"
                + joined(url, "path", "/");
    }

    private static String joined(Json url, String key, String between) {
        List<String> parts = new ArrayList<>();
        for (Json part : Document.items(url, key)) {
            parts.add(part.text().orElse(Document.text(part, "value")));
        }
        return parts.isEmpty() ? Document.text(url, key) : String.join(between, parts);
    }

    /** Host and path of a request; variables of the host are filled in, those of the path become placeholders. */
    private Optional<String> place(
            String raw, Map<String, String> known, Map<String, String> own, Parameters parameters) {
        String bare = raw.strip().replaceFirst("[?#].*$", "");
        int scheme = bare.indexOf("://");
        int slash = bare.indexOf('/', scheme < 0 ? 0 : scheme + 3);
        String host = PostmanVariables.fill(slash < 0 ? bare : bare.substring(0, slash), known);
        String path = path(slash < 0 ? "/" : bare.substring(slash), known, own, parameters);
        Matcher open = PostmanVariables.REFERENCE.matcher(host);
        if (open.find()) {
            unknown.add(open.group(1));
            return Optional.of(rebase.onApi("", path));
        }
        if (host.isEmpty() || host.equals(OWN)) {
            return Optional.of(rebase.onApi("", path));
        }
        String whole = (host.contains("://") ? host : "https://" + host) + path;
        Optional<String> place = FullUrl.rebased(whole, rebase);
        if (place.isEmpty()) {
            foreign.merge(FullUrl.host(whole), 1, Integer::sum);
        }
        return place;
    }

    private static String path(String raw, Map<String, String> known, Map<String, String> own, Parameters parameters) {
        List<String> segments = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (String segment : raw.substring(1).split("/", -1)) {
            Matcher variable = PostmanVariables.REFERENCE.matcher(segment);
            String before = segments.isEmpty() ? "" : segments.get(segments.size() - 1);
            if (segment.matches(":[A-Za-z_].*")) {
                String name = segment.substring(1);
                segments.add(placeholder(name, own.getOrDefault(name, ""), taken, parameters));
            } else if (variable.find()) {
                String name = variable.group(1);
                segments.add(placeholder(name, known.getOrDefault(name, ""), taken, parameters));
            } else if (Ids.id(segment)) {
                String name = Template.name(before, new HashSet<>(taken));
                segments.add(placeholder(name, segment, taken, parameters));
            } else {
                segments.add(segment);
            }
        }
        return "/" + String.join("/", segments);
    }

    private static String placeholder(String name, String example, Set<String> taken, Parameters parameters) {
        String word = name.replaceAll("[^A-Za-z0-9_-]", "_");
        String unique = word;
        for (int number = 2; !taken.add(unique); number++) {
            unique = word + number;
        }
        parameters.add(unique, "path");
        if (!example.contains("{{")) {
            parameters.add(unique, "path", example);
        }
        return "{" + unique + "}";
    }

    private static void query(Json url, Map<String, String> known, Parameters parameters) {
        for (Json entry : Document.items(url, "query")) {
            if (!"true".equals(Document.text(entry, "disabled"))) {
                add(
                        Document.text(entry, "key"),
                        "query",
                        PostmanVariables.fill(Document.text(entry, "value"), known),
                        parameters);
            }
        }
    }

    private static void body(Json request, Map<String, String> known, Parameters parameters) {
        Json body = request.get("body").orElse(request);
        for (String kind : List.of("urlencoded", "formdata")) {
            for (Json entry : Document.items(body, kind)) {
                if (!"true".equals(Document.text(entry, "disabled"))) {
                    add(
                            Document.text(entry, "key"),
                            "body",
                            PostmanVariables.fill(Document.text(entry, "value"), known),
                            parameters);
                }
            }
        }
        Bodies.values(PostmanVariables.fill(Document.text(body, "raw"), known))
                .forEach((name, value) -> add(name, "body", value, parameters));
    }

    private static void add(String name, String in, String value, Parameters parameters) {
        if (!name.isEmpty()) {
            parameters.add(name, in);
            if (!value.contains("{{")) {
                parameters.add(name, in, value);
            }
        }
    }
}
