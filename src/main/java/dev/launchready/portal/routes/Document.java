package dev.launchready.portal.routes;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.launchready.model.Json;
import dev.launchready.portal.yaml.Yaml;
import dev.launchready.portal.yaml.YamlException;
import dev.launchready.portal.yaml.YamlText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a whole document, JSON or YAML, told apart by its first character. */
final class Document {
    static final long MAX_BYTES = 64L << 20;
    private static final int MAX_DEPTH = 200;
    private static final int MAX_STRING = 8 << 20;
    static final JsonFactory JSON = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(MAX_DEPTH)
                    .maxStringLength(MAX_STRING)
                    .build())
            .build();
    private static final ObjectMapper MAPPER = new ObjectMapper(JSON);

    private Document() {}

    /** The text of a file that is read whole. */
    static String text(Path file) throws RouteImportException {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new RouteImportException("the file is larger than " + (MAX_BYTES >> 20) + " MB");
            }
            String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (IOException e) {
            throw new RouteImportException(
                    "the file cannot be read: " + e.getClass().getSimpleName());
        }
    }

    static Json parse(String text) throws RouteImportException {
        return text.stripLeading().startsWith("{") ? json(text) : yaml(text);
    }

    private static Json yaml(String text) throws RouteImportException {
        try {
            return YamlText.read(text, (int) MAX_BYTES).json();
        } catch (YamlException e) {
            throw new RouteImportException(
                    "line " + e.at().line() + ", column " + e.at().column() + ": " + e.getMessage());
        }
    }

    private static Json json(String text) throws RouteImportException {
        try {
            return value(MAPPER.readTree(text));
        } catch (JsonProcessingException e) {
            throw broken(e);
        }
    }

    static RouteImportException broken(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String place = at == null ? "" : "line " + at.getLineNr() + ", column " + at.getColumnNr() + ": ";
        return new RouteImportException(place + "this is no JSON that can be read, or the file ends too early");
    }

    static Json value(JsonNode node) {
        if (node.isObject()) {
            Map<String, Json> members = new LinkedHashMap<>();
            node.properties().forEach(member -> members.put(member.getKey(), value(member.getValue())));
            return new Json.Obj(members);
        }
        if (node.isArray()) {
            List<Json> items = new ArrayList<>();
            node.forEach(item -> items.add(value(item)));
            return new Json.Arr(items);
        }
        if (node.isTextual()) {
            return new Json.Str(node.textValue());
        }
        if (node.isNumber()) {
            return number(node.asText());
        }
        return node.isBoolean() ? new Json.Bool(node.booleanValue()) : new Json.Null();
    }

    private static Json number(String text) {
        return Yaml.NUMBER.matcher(text).matches() ? new Json.Num(new java.math.BigDecimal(text)) : new Json.Str(text);
    }

    /** The items of an array, or nothing. */
    static List<Json> items(Json json, String name) {
        return json.get(name)
                .map(value -> value instanceof Json.Arr arr ? arr.items() : List.<Json>of())
                .orElse(List.of());
    }

    /** The members of an object, or nothing. */
    static Map<String, Json> members(Json json, String name) {
        return json.get(name)
                .map(value -> value instanceof Json.Obj obj ? obj.members() : Map.<String, Json>of())
                .orElse(Map.of());
    }

    static String text(Json json, String name) {
        return json.get(name).flatMap(Json::text).orElse("");
    }
}
