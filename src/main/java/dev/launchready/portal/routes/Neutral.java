package dev.launchready.portal.routes;

import dev.launchready.model.Json;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value that says nothing and that a schema allows, for parameters that a request may not lack. */
final class Neutral {
    private static final int MAX_DEPTH = 4;
    private static final int MAX_LENGTH = 40;
    private static final String LETTER = "a";
    private static final Map<String, String> BY_FORMAT = Map.of(
            "date", "2026-01-01",
            "date-time", "2026-01-01T00:00:00Z",
            "time", "00:00:00Z",
            "email", "nobody@example.com",
            "uri", "https://example.com/",
            "uuid", "00000000-0000-4000-8000-000000000000");

    private final References references;

    Neutral(References references) {
        this.references = references;
    }

    /** @param described a parameter with its {@code schema}, or with its type beside its name as Swagger 2 has it */
    String value(Json described) {
        return value(described.get("schema").orElse(described), 0);
    }

    private String value(Json schema, int depth) {
        Json resolved = references.follow(schema);
        for (String part : List.of("allOf", "anyOf", "oneOf")) {
            Optional<Json> first = Document.items(resolved, part).stream()
                    .map(references::follow)
                    .filter(each -> !type(each).equals("null"))
                    .findFirst();
            if (first.isPresent() && depth < MAX_DEPTH) {
                return value(first.get(), depth + 1);
            }
        }
        return switch (type(resolved)) {
            case "integer", "number" -> number(resolved);
            case "boolean" -> "false";
            case "array" ->
                resolved.get("items")
                        .filter(items -> depth < MAX_DEPTH)
                        .map(items -> value(items, depth + 1))
                        .orElse(LETTER);
            default -> text(resolved);
        };
    }

    private static String type(Json schema) {
        return Document.items(schema, "type").stream()
                .flatMap(each -> each.text().stream())
                .filter(each -> !each.equals("null"))
                .findFirst()
                .orElse(Document.text(schema, "type"));
    }

    private static String number(Json schema) {
        Optional<BigDecimal> above = bound(schema, "exclusiveMinimum");
        BigDecimal least = bound(schema, "minimum")
                .or(() -> above.map(BigDecimal.ONE::add))
                .orElse(BigDecimal.ONE);
        return bound(schema, "maximum").map(least::min).orElse(least).toPlainString();
    }

    private static Optional<BigDecimal> bound(Json schema, String name) {
        return schema.get(name)
                .filter(Json.Num.class::isInstance)
                .map(Json.Num.class::cast)
                .map(Json.Num::value);
    }

    private static String text(Json schema) {
        String known = BY_FORMAT.get(Document.text(schema, "format"));
        int least = bound(schema, "minLength").map(BigDecimal::intValue).orElse(1);
        return known != null ? known : LETTER.repeat(Math.max(1, Math.min(MAX_LENGTH, least)));
    }
}
