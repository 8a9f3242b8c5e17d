package dev.launchready.portal.file;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;

/** The names of all keys that a schema speaks of. */
final class SchemaKeys {
    private SchemaKeys() {}

    static Set<String> of(JsonNode schema) {
        Set<String> keys = new TreeSet<>();
        for (JsonNode properties : schema.findValues("properties")) {
            properties.fieldNames().forEachRemaining(keys::add);
        }
        // findValues does not look below what it has found
        for (JsonNode properties : schema.findValues("properties")) {
            properties.forEach(property -> keys.addAll(of(property)));
        }
        return keys;
    }
}
