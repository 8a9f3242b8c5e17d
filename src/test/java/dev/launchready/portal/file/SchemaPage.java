package dev.launchready.portal.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.StringJoiner;

/** Makes a page of Markdown from a JSON Schema: a chapter for each key at the top, then one for each shape that several keys share. */
final class SchemaPage {
    private static final String DEFS = "#/$defs/";

    private final JsonNode schema;
    private final StringBuilder out = new StringBuilder();
    private final Set<String> shapes = new LinkedHashSet<>();

    SchemaPage(JsonNode schema) {
        this.schema = schema;
    }

    String text() {
        out.append("# The portal file\n\n<!-- made from docs/schema/portal.schema.json by a test; do not edit -->\n\n");
        out.append(schema.path("description").asText()).append("\n\n");
        out.append("An editor that knows JSON Schema completes and checks the file with this first line:\n\n");
        out.append("```yaml\n# yaml-language-server: $schema=docs/schema/portal.schema.json\n```\n\n");
        schema.path("properties").properties().forEach(part -> {
            out.append("## `").append(part.getKey()).append("`\n\n");
            out.append(part.getValue().path("description").asText()).append("\n\n");
            table(part.getValue());
        });
        Set<String> written = new HashSet<>();
        for (List<String> open = open(written); !open.isEmpty(); open = open(written)) {
            String name = open.get(0);
            written.add(name);
            out.append("## ").append(title(name)).append("\n\n");
            out.append(shape(name).path("description").asText()).append("\n\n");
            table(shape(name));
        }
        return out.toString().stripTrailing() + "\n";
    }

    private List<String> open(Set<String> written) {
        List<String> open = new ArrayList<>(shapes);
        open.removeAll(written);
        return open;
    }

    private JsonNode shape(String name) {
        return schema.path("$defs").path(name);
    }

    private void table(JsonNode node) {
        if (node.has("properties")) {
            Set<String> required = new HashSet<>();
            node.path("required").forEach(name -> required.add(name.asText()));
            out.append("| key | what it holds | |\n|---|---|---|\n");
            node.path("properties").properties().forEach(property -> {
                JsonNode value = property.getValue();
                out.append("| `").append(property.getKey()).append("` | ").append(cell(description(value)));
                out.append(" | ").append(cell(type(value)));
                out.append(required.contains(property.getKey()) ? " *required*" : "")
                        .append(" |\n");
            });
            out.append('\n');
        } else if (node.has("oneOf")) {
            node.path("oneOf").forEach(this::variant);
        } else {
            String type = type(node);
            out.append(type.isEmpty() ? "" : "Holds: " + type + ".\n\n");
        }
    }

    private void variant(JsonNode node) {
        JsonNode kind = node.path("properties").path("kind").path("const");
        if (!kind.isMissingNode()) {
            out.append("### `kind: ").append(kind.asText()).append("`\n\n");
            out.append(node.path("description").asText()).append("\n\n");
            table(node);
        } else if (node.has("properties")) {
            table(node);
        } else {
            out.append("Either: ").append(type(node)).append(".\n\n");
        }
    }

    private String description(JsonNode node) {
        String own = node.path("description").asText();
        return own.isEmpty() && node.has("$ref")
                ? shape(name(node)).path("description").asText()
                : own;
    }

    private String type(JsonNode node) {
        if (node.has("$ref")) {
            return reference(name(node));
        }
        if (node.has("const")) {
            return "`" + node.path("const").asText() + "`";
        }
        if (node.has("enum")) {
            StringJoiner words = new StringJoiner(", ");
            node.path("enum").forEach(word -> words.add("`" + word.asText() + "`"));
            return words.toString();
        }
        if (node.has("oneOf")) {
            Set<String> kinds = new LinkedHashSet<>();
            node.path("oneOf").forEach(each -> kinds.add(type(each)));
            return String.join(" or ", kinds);
        }
        return switch (node.path("type").asText()) {
            case "array" -> "list of " + type(node.path("items"));
            case "object" -> map(node);
            case "string" -> "text";
            case "integer", "number" -> "number";
            default -> node.path("type").isArray() ? "text" : "anything";
        };
    }

    private String map(JsonNode node) {
        if (!node.path("additionalProperties").isObject()) {
            return "mapping";
        }
        return "mapping to " + type(node.path("additionalProperties"));
    }

    private String reference(String name) {
        JsonNode shape = shape(name);
        boolean plain = !shape.has("properties") && !shape.has("oneOf");
        if (plain || name.matches("number|integer|status|headerLines")) {
            return switch (name) {
                case "scalar", "as", "host", "domain" -> "text";
                case "url" -> "URL";
                case "integer", "status" -> "number";
                case "requestLine" -> "request line";
                case "headerLine", "headerLines" -> "header line(s)";
                case "secret" -> "credential";
                default -> plain && shape.has("enum") || shape.has("type") ? type(shape) : name;
            };
        }
        shapes.add(name);
        return "[" + title(name).toLowerCase(java.util.Locale.ROOT) + "](#"
                + title(name).toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + ")";
    }

    private static String name(JsonNode node) {
        return node.path("$ref").asText().substring(DEFS.length());
    }

    private static String title(String name) {
        String words = name.replaceAll("([A-Z])", " $1");
        return "Shape " + words.toLowerCase(java.util.Locale.ROOT);
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }
}
