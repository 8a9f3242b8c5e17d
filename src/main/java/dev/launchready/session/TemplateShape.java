package dev.launchready.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The shape of a route's template, made once for the many paths that are held against it.
 *
 * @param shape one group for each placeholder
 * @param types of the placeholders, in the same order
 */
record TemplateShape(Pattern shape, List<String> types) {
    TemplateShape {
        types = List.copyOf(types);
    }

    static TemplateShape of(String template) {
        String path = Slots.withoutQuery(template);
        StringBuilder regex = new StringBuilder();
        Matcher matcher = Slots.PLACEHOLDER.matcher(path);
        List<String> types = new ArrayList<>();
        int from = 0;
        while (matcher.find()) {
            regex.append(Pattern.quote(path.substring(from, matcher.start()))).append("([^/?#]+)");
            types.add(Slots.type(matcher.group(1), path.substring(0, matcher.start())));
            from = matcher.end();
        }
        regex.append(Pattern.quote(path.substring(from))).append("/?");
        return new TemplateShape(Pattern.compile(regex.toString()), types);
    }

    /** What a URL path gives for the placeholders, type to id; empty without placeholders and for paths of another shape. */
    Optional<Map<String, String>> match(String path) {
        Matcher found = shape.matcher(Slots.withoutQuery(path));
        if (types.isEmpty() || !found.matches()) {
            return Optional.empty();
        }
        Map<String, String> ids = new LinkedHashMap<>();
        for (int at = 0; at < types.size(); at++) {
            ids.put(types.get(at), found.group(at + 1));
        }
        return Optional.of(ids);
    }
}
