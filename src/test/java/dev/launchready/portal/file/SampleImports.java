package dev.launchready.portal.file;

/** The smallest content for the files that a portal file may name. */
final class SampleImports {
    private SampleImports() {}

    static String minimal(String name) {
        if (name.endsWith(".har")) {
            return "{\"log\": {\"version\": \"1.2\", \"entries\": []}}";
        }
        if (name.contains("postman")) {
            return "{\"info\": {\"schema\": \"https://schema.getpostman.com/json/collection/v2.1.0/collection.json\"}, \"item\": []}";
        }
        return name.startsWith("openapi") ? "openapi: 3.0.3\npaths: {}\n" : "{}";
    }
}
