package dev.launchready.portal.routes;

import dev.launchready.model.Json;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Variables of Postman: where their values stand, and how they are filled in. */
final class PostmanVariables {
    static final Pattern REFERENCE = Pattern.compile("\\{\\{\\s*([^{}]+?)\\s*}}");
    private static final int MAX_FILLS = 10;
    private static final int MAX_LENGTH = 1 << 16;

    private PostmanVariables() {}

    /** The values of an exported environment, or of a mapping from name to value. */
    static Map<String, String> file(Json document) {
        Map<String, String> values = new LinkedHashMap<>();
        if (document.get("values").isPresent()) {
            values.putAll(of(Document.items(document, "values")));
        } else if (document instanceof Json.Obj obj) {
            obj.members().forEach((name, value) -> value.text().ifPresent(text -> values.put(name, text)));
        }
        return values;
    }

    /** The entries that are switched on, by their key. */
    static Map<String, String> of(List<Json> entries) {
        Map<String, String> values = new LinkedHashMap<>();
        for (Json entry : entries) {
            String name =
                    Document.text(entry, "key").isEmpty() ? Document.text(entry, "id") : Document.text(entry, "key");
            boolean off =
                    "true".equals(Document.text(entry, "disabled")) || "false".equals(Document.text(entry, "enabled"));
            if (!name.isEmpty() && !off) {
                entry.get("value").flatMap(Json::text).ifPresent(text -> values.put(name, text));
            }
        }
        return values;
    }

    /** Fills in known variables, also inside one another; circles and unknown ones stay as they stand. */
    static String fill(String text, Map<String, String> known) {
        String filled = text;
        for (int round = 0; round < MAX_FILLS && filled.contains("{{"); round++) {
            String next = REFERENCE
                    .matcher(filled)
                    .replaceAll(match -> Matcher.quoteReplacement(known.getOrDefault(match.group(1), match.group())));
            if (next.equals(filled) || next.length() > MAX_LENGTH) {
                break;
            }
            filled = next;
        }
        return filled;
    }
}
