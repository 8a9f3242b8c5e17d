package dev.launchready.portal.routes;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import dev.launchready.model.Json;
import dev.launchready.model.Url;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Reads a recording (HAR 1.2) as a stream, so that its size does not matter; what it holds of credentials is never kept. */
final class Har {
    private static final int MAX_CALLS_OF_A_SHAPE = 60;
    private static final int MAX_SHAPES = 20_000;
    /** Past this, only the first call of each further shape is kept, so that memory has an end. */
    private static final int MAX_CALLS = 100_000;

    private static final int MAX_NAMED = 200_000;
    private static final int MAX_URL = 4_000;
    private static final int MAX_HOSTS = 8;
    private static final Pattern ASSET = Pattern.compile(
            "(?i).*\\.(js|mjs|cjs|css|map|png|jpe?g|gif|svg|ico|webp|avif|woff2?|ttf|otf|eot|mp[34]|webm|ogg|wasm|webmanifest)");
    private static final Pattern ASSET_TYPE =
            Pattern.compile("(image|font|video|audio)/.*|text/css.*|.*(javascript|ecmascript|wasm|font).*");
    private static final Set<String> ASSET_RESOURCES =
            Set.of("image", "font", "stylesheet", "script", "media", "manifest", "ping", "websocket", "preflight");
    private static final Set<String> ID_KEYS =
            Set.of("id", "slug", "uuid", "key", "handle", "number", "code", "ref", "reference", "name");
    private static final Set<Integer> NOWHERE = Set.of(0, 404, 405, 501);

    private final Path file;
    private final String source;
    private final Rebase rebase;
    private final Map<String, Set<Call>> calls = new LinkedHashMap<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, Integer> foreign = new HashMap<>();
    private int entries;
    private boolean full;
    private int kept;

    Har(Path file, String source, Rebase rebase) {
        this.file = file;
        this.source = source;
        this.rebase = rebase;
    }

    Recorded read() throws RouteImportException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
                JsonParser parser = Document.JSON.createParser(in)) {
            parser.nextToken();
            descend(parser, "log");
            if (parser.currentToken() != JsonToken.START_OBJECT) {
                throw new RouteImportException("there is no 'log' in the recording");
            }
            descend(parser, "entries");
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                throw new RouteImportException("there are no 'log.entries' in the recording");
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                entries++;
                add(HarEntry.read(parser));
            }
        } catch (JsonProcessingException e) {
            throw Document.broken(e);
        } catch (IOException e) {
            throw new RouteImportException(
                    "the file cannot be read: " + e.getClass().getSimpleName());
        }
        List<Call> all = new ArrayList<>();
        calls.values().forEach(all::addAll);
        return new Recorded(file, source, all, named, notes(), main());
    }

    /** The host of most requests, when none went to a host of the portal. */
    private Optional<String> main() {
        Optional<Map.Entry<String, Integer>> most = foreign.entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()));
        return calls.isEmpty() ? most.map(Map.Entry::getKey) : Optional.empty();
    }

    /** Moves from the start of an object to the value of one of its members, or to the object's end. */
    private static void descend(JsonParser parser, String member) throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            boolean found = parser.currentName().equals(member);
            parser.nextToken();
            if (found) {
                return;
            }
            parser.skipChildren();
        }
    }

    private List<String> notes() {
        List<String> notes = new ArrayList<>();
        if (!foreign.isEmpty()) {
            Map<String, Integer> sorted = new TreeMap<>(foreign);
            List<String> hosts = sorted.entrySet().stream()
                    .limit(MAX_HOSTS)
                    .map(host -> host.getKey() + " (" + host.getValue() + ")")
                    .toList();
            notes.add(source + ": requests to hosts that the portal file does not name were left out: "
                    + String.join(", ", hosts)
                    + (sorted.size() > MAX_HOSTS ? " and " + (sorted.size() - MAX_HOSTS) + " more" : "")
                    + "; a host of the portal belongs under portal.hosts");
        }
        if (full) {
            notes.add(
                    source + ": it has more than " + MAX_SHAPES + " different addresses; the later ones were left out");
        }
        if (entries == 0) {
            notes.add(source + ": the recording is empty");
        }
        return notes;
    }

    private void add(HarEntry entry) {
        if (!entry.method.matches("[A-Z]{3,10}")
                || entry.method.equals("OPTIONS")
                || entry.url.length() > MAX_URL
                || NOWHERE.contains(entry.status)
                || asset(entry)) {
            return;
        }
        Optional<Url> url = url(entry.url);
        if (url.isEmpty()) {
            return;
        }
        Optional<String> place = rebase.place(url.get(), url.get().path());
        if (place.isEmpty()) {
            foreign.merge(url.get().host(), 1, Integer::sum);
            return;
        }
        evidence(url.get().path(), entry.answerText);
        Map<String, String> query =
                url.get().query().map(text -> Bodies.form(text, false)).orElse(Map.of());
        keep(entry, place.get(), query);
    }

    private void keep(HarEntry entry, String place, Map<String, String> query) {
        boolean effect = entry.endsSession || entry.status == 201 || entry.status == 205;
        Optional<Json> json = Bodies.json(entry.requestText);
        List<GraphQl.Asked> asked = json.map(GraphQl::in).orElse(List.of());
        if (asked.isEmpty() && query.getOrDefault("query", "").contains("{")) {
            Json.Str document = new Json.Str(query.getOrDefault("query", ""));
            Json.Str name = new Json.Str(query.getOrDefault("operationName", ""));
            asked = GraphQl.in(new Json.Obj(Map.of("query", document, "operationName", name)));
        }
        if (!asked.isEmpty()) {
            for (GraphQl.Asked each : asked) {
                keep(new Call(
                        entry.method,
                        place,
                        Map.of(),
                        each.variables(),
                        entry.status,
                        false,
                        Optional.of(each.operation())));
            }
            return;
        }
        boolean form = json.isEmpty() && entry.requestType.contains("x-www-form-urlencoded");
        Map<String, String> body = form
                ? Bodies.form(entry.requestText, true)
                : json.map(Bodies::values).orElse(Map.of());
        keep(new Call(entry.method, place, query, body, entry.status, effect, Optional.empty()));
    }

    private void keep(Call call) {
        String shape = call.method() + " " + coarse(call.place()) + " "
                + call.operation().map(Object::toString).orElse("");
        Set<Call> alike = calls.get(shape);
        if (alike == null) {
            full |= calls.size() >= MAX_SHAPES;
            if (full) {
                return;
            }
            alike = calls.computeIfAbsent(shape, key -> new LinkedHashSet<>());
        }
        boolean room = kept < MAX_CALLS && alike.size() < MAX_CALLS_OF_A_SHAPE;
        if ((room || alike.isEmpty()) && alike.add(call)) {
            kept++;
        }
    }

    private static String coarse(String place) {
        List<String> segments = Template.segments(place);
        return String.join(
                "/", segments.stream().map(each -> Ids.id(each) ? "{}" : each).toList());
    }

    private static boolean asset(HarEntry entry) {
        int query = entry.url.indexOf('?');
        String path = query < 0 ? entry.url : entry.url.substring(0, query);
        return ASSET.matcher(path).matches()
                || ASSET_TYPE.matcher(entry.answerType).matches()
                || ASSET_RESOURCES.contains(entry.resourceType);
    }

    private static Optional<Url> url(String text) {
        try {
            return Optional.of(Url.parse(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Notes the ids that an answer names: {@code GET /projects} with a slug in it shows that {@code /projects/that-slug} is one object. */
    private void evidence(String path, String answer) {
        List<String> segments = Template.segments(path);
        String last = segments.get(segments.size() - 1);
        String before = segments.size() > 1 ? segments.get(segments.size() - 2) : "";
        Bodies.json(answer)
                .ifPresent(json -> json.scalars((steps, value) -> {
                    String key = steps.isEmpty() ? "" : steps.get(steps.size() - 1);
                    String text = value.text().orElse("");
                    boolean id = ID_KEYS.contains(key) || key.endsWith("_id") || key.endsWith("Id");
                    if (id && named.size() < MAX_NAMED && text.matches("[A-Za-z0-9._~-]{1,64}")) {
                        named.add(last + "/" + text);
                        if (text.equals(last)) {
                            named.add(before + "/" + text);
                        }
                    }
                }));
    }
}
