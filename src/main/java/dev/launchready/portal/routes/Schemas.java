package dev.launchready.portal.routes;

import dev.launchready.model.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The examples and members that a schema of an API's description names. */
final class Schemas {
    private static final int MAX_DEPTH = 8;
    private static final int MAX_ENUM = 3;

    private final References references;

    Schemas(References references) {
        this.references = references;
    }

    /** The examples of a parameter or of a schema, from wherever the dialects put them. */
    List<String> examples(Json described) {
        List<Json> found = new ArrayList<>();
        for (String key : List.of("example", "x-example")) {
            described.get(key).ifPresent(found::add);
        }
        Document.members(described, "examples")
                .values()
                .forEach(each -> references.follow(each).get("value").ifPresent(found::add));
        found.addAll(Document.items(described, "examples"));
        Optional<Json> schema = described.get("schema").map(references::follow);
        for (Json place : schema.map(inner -> List.of(inner, described)).orElse(List.of(described))) {
            place.get("example").ifPresent(found::add);
            found.addAll(Document.items(place, "examples"));
            place.get("default").ifPresent(found::add);
            found.addAll(Document.items(place, "enum").stream().limit(MAX_ENUM).toList());
        }
        return found.stream().flatMap(value -> value.text().stream()).distinct().toList();
    }

    /** The members of a body at its first level, with their examples; those of all its parts ({@code allOf} and the like). */
    void members(Json schema, Parameters parameters) {
        members(schema, parameters, 0);
    }

    private void members(Json schema, Parameters parameters, int depth) {
        if (depth > MAX_DEPTH) {
            return;
        }
        Json resolved = references.follow(schema);
        Document.members(resolved, "properties").forEach((name, property) -> {
            parameters.add(name, "body");
            examples(references.follow(property)).forEach(example -> parameters.add(name, "body", example));
        });
        resolved.get("example").ifPresent(example -> values(example, parameters));
        for (String part : List.of("allOf", "oneOf", "anyOf")) {
            Document.items(resolved, part).forEach(each -> members(each, parameters, depth + 1));
        }
        resolved.get("items").ifPresent(items -> members(items, parameters, depth + 1));
    }

    /** The scalars of an example body, each under its path; nothing of a body that holds a credential. */
    static void values(Json example, Parameters parameters) {
        example.scalars((path, value) ->
                value.text().ifPresent(text -> parameters.add(String.join(".", path), "body", text)));
    }
}
