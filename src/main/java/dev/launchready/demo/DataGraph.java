package dev.launchready.demo;

import java.util.List;
import java.util.Map;

/** The data host's GraphQL: nobody is told its schema, and nobody gets an answer, but where a flaw says otherwise. */
final class DataGraph {
    static final String PATH = "/graphql";

    private final Switches on;

    DataGraph(Switches on) {
        this.on = on;
    }

    Reply answer(Visit visit) {
        String query =
                String.valueOf(JsonText.object(visit.body()).orElse(Map.of()).get("query"));
        if (query.contains("__schema")) {
            boolean told = on.has(DataFlaws.SCHEMA_PUBLIC)
                    || on.has(DataFlaws.ANYONE_QUERIES)
                    || on.has(DataFlaws.QUERY_READABLE);
            return told
                    ? ApiRoutes.ok(Map.of("data", Map.of("__schema", schema())))
                    : refusal("Introspection is not allowed here");
        }
        if (query.contains("__typename")) {
            return ApiRoutes.ok(Map.of("data", Map.of("__typename", "Query")));
        }
        if (query.startsWith("{retreats") && on.has(DataFlaws.ANYONE_QUERIES)) {
            List<Map<String, String>> guests = Account.SEEDED.stream()
                    .map(Account::person)
                    .map(person -> Map.of("guest", person.name(), "place", "Pier"))
                    .toList();
            return ApiRoutes.ok(Map.of("data", Map.of("retreats", guests)));
        }
        return query.startsWith("{hours") && on.has(DataFlaws.QUERY_READABLE)
                ? ApiRoutes.ok(Map.of("data", Map.of("hours", List.of(Map.of("day", "Monday", "opens", "09:00")))))
                : refusal("You have to be signed in");
    }

    private static Map<String, Object> schema() {
        List<Object> types = List.of(
                type("Query", field("retreats", "Retreat"), field("hours", "Hours")),
                type("Retreat", field("guest", "String"), field("place", "String")),
                type("Hours", field("day", "String"), field("opens", "String")),
                Map.of("name", "String", "kind", "SCALAR"));
        return Map.of("queryType", Map.of("name", "Query"), "types", types);
    }

    private static Map<String, Object> type(String name, Object... fields) {
        return Map.of("name", name, "kind", "OBJECT", "fields", List.of(fields));
    }

    private static Map<String, Object> field(String name, String type) {
        String kind = type.equals("String") ? "SCALAR" : "OBJECT";
        return Map.of("name", name, "args", List.of(), "type", Map.of("kind", kind, "name", type));
    }

    private static Reply refusal(String message) {
        return ApiRoutes.ok(Map.of("errors", List.of(Map.of("message", message))));
    }
}
