package dev.launchready.portal.routes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the template behind concrete paths, over all recordings together. A template that is known from elsewhere wins; then a segment is
 * a placeholder when it looks like an id, when an answer of the collection before it named it, or when several such words stand there.
 */
final class Templates {
    private static final int SEVERAL = 3;
    private static final Pattern WITH_EXTENSION = Pattern.compile("(.+)(\\.[a-z][a-z0-9]{1,4})");
    private static final Pattern NO_COLLECTION = Pattern.compile(
            "settings|preferences|options|docs|pages|components|assets|reports|analytics|status|news|tools|features");

    /** @param values placeholder to what stood there */
    record Fit(String template, Map<String, String> values) {}

    private final Map<Integer, List<List<String>>> known = new HashMap<>();
    private final Set<String> literals = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private final Map<String, Set<String>> siblings = new HashMap<>();

    Templates(List<String> knownTemplates, List<Recorded> recordings) {
        for (String template : knownTemplates) {
            String path = Template.path(template);
            if (path.contains("{")) {
                List<String> segments = Template.segments(path);
                known.computeIfAbsent(segments.size(), size -> new ArrayList<>())
                        .add(segments);
            } else {
                literals.add(Template.shape(path));
            }
        }
        recordings.forEach(recording -> named.addAll(recording.named()));
        recordings.forEach(recording -> recording.calls().forEach(call -> slugs(Template.segments(call.place()))));
    }

    private void slugs(List<String> segments) {
        for (int at = 2; at < segments.size(); at++) {
            if (Ids.slug(segments.get(at)) && !Ids.id(segments.get(at))) {
                siblings.computeIfAbsent(prefix(segments, at), key -> new TreeSet<>())
                        .add(segments.get(at));
            }
        }
    }

    private static String prefix(List<String> segments, int end) {
        return String.join(
                "/",
                segments.subList(0, end).stream()
                        .map(each -> Ids.id(each) ? "{}" : each)
                        .toList());
    }

    Fit of(String place) {
        if (literals.contains(Template.shape(place))) {
            return new Fit(place, Map.of());
        }
        List<String> segments = Template.segments(place);
        List<String> bare = trailing(segments) ? segments.subList(0, segments.size() - 1) : segments;
        return known(segments).or(() -> known(bare)).orElseGet(() -> inferred(segments));
    }

    private static boolean trailing(List<String> segments) {
        return segments.size() > 2 && segments.get(segments.size() - 1).isEmpty();
    }

    private Optional<Fit> known(List<String> segments) {
        Optional<Fit> best = Optional.empty();
        int fewest = Integer.MAX_VALUE;
        for (List<String> template : known.getOrDefault(segments.size(), List.of())) {
            Optional<Map<String, String>> values = Template.fit(template, segments);
            boolean objects =
                    values.isPresent() && values.get().values().stream().noneMatch(Ids::place);
            if (objects && values.get().size() < fewest) {
                fewest = values.get().size();
                best = Optional.of(new Fit(String.join("/", template), values.get()));
            }
        }
        return best;
    }

    private Fit inferred(List<String> segments) {
        Map<String, String> values = new LinkedHashMap<>();
        List<String> template = new ArrayList<>(segments);
        Set<String> taken = new HashSet<>();
        for (int at = 1; at < segments.size(); at++) {
            String segment = segments.get(at);
            Matcher extension = WITH_EXTENSION.matcher(segment);
            boolean split = !segment.contains("@") && extension.matches();
            String value = split ? extension.group(1) : segment;
            if (object(segments, at, value)) {
                String name = Template.name(template.get(at - 1), taken);
                values.put(name, value);
                template.set(at, "{" + name + "}" + (split ? extension.group(2) : ""));
            }
        }
        return new Fit(String.join("/", template), values);
    }

    private boolean object(List<String> segments, int at, String value) {
        if (Ids.id(value)) {
            return true;
        }
        String before = segments.get(at - 1);
        if (at < 2 || value.isEmpty() || Ids.place(value)) {
            return false;
        }
        boolean collection = !Template.singular(before).equals(before)
                && !NO_COLLECTION.matcher(before).matches();
        int alike = siblings.getOrDefault(prefix(segments, at), Set.of()).size();
        return collection && (named.contains(before + "/" + value) || (Ids.slug(value) && alike >= SEVERAL));
    }
}
