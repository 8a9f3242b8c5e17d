package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Statements of account by GraphQL: one endpoint, operations by their names, and a 200 for whatever happens. */
final class GraphApi {
    static final String PATH = "/graphql";
    /** The file that shows what a front end asks here, as a recording (HAR 1.2). */
    static final String RECORDING = "statements.har";

    private static final String LIST = "query Statements { statements { id amount memo } }";
    private static final String ONE =
            "query Statement($statementId: ID!) { statement(id: $statementId) { id amount memo } }";
    /** Whom a flaw takes everybody for. */
    private static final int FALLBACK = 2;

    private final DemoDatabase database;
    private final Switches on;

    GraphApi(DemoDatabase database, Switches on) {
        this.database = database;
        this.on = on;
    }

    /** @param known whoever the token says */
    Reply answer(Visit visit, Optional<Person> known) {
        Map<String, Object> asked = JsonText.object(visit.body()).orElse(Map.of());
        String operation = String.valueOf(asked.getOrDefault("operationName", ""));
        boolean open = on.has(GraphFlaws.OPEN) && operation.equals("Statements");
        Optional<Person> person = known.or(() -> open ? database.person(FALLBACK) : Optional.empty());
        if (person.isEmpty()) {
            return failed("Not signed in", "UNAUTHENTICATED");
        }
        return switch (operation) {
            case "Statements" -> data("statements", statements(person.get()));
            case "Statement" -> statement(asked, person.get());
            default -> failed("Unknown operation", "BAD_USER_INPUT");
        };
    }

    private List<Map<String, Object>> statements(Person person) {
        List<Row> rows = on.has(GraphFlaws.LISTS_ALL)
                ? database.rows("select * from invoice order by id")
                : database.rows("select * from invoice where tenant = ? order by id", person.tenant());
        return rows.stream().map(this::shown).toList();
    }

    private Reply statement(Map<String, Object> asked, Person person) {
        String id = asked.get("variables") instanceof Map<?, ?> variables
                ? String.valueOf(variables.get("statementId"))
                : "";
        Optional<Row> held = on.has(GraphFlaws.OTHERS_READ)
                ? database.row("select * from invoice where id = ?", id)
                : database.row("select * from invoice where id = ? and tenant = ?", id, person.tenant());
        return held.map(row -> data("statement", shown(row)))
                .orElseGet(() -> failed("No statement of this number", "NOT_FOUND"));
    }

    private Map<String, Object> shown(Row row) {
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("id", row.text("id"));
        shown.put("amount", row.text("amount"));
        shown.put("memo", "Statement: " + row.text("memo"));
        if (on.has(GraphFlaws.INTERNAL)) {
            shown.put("internal_note", "Pays late; remind by phone.");
            shown.put("cost_price", 310);
        }
        return shown;
    }

    private static Reply data(String field, Object value) {
        return ApiRoutes.ok(Map.of("data", Map.of(field, value)));
    }

    private static Reply failed(String message, String code) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("errors", List.of(Map.of("message", message, "extensions", Map.of("code", code))));
        answer.put("data", null);
        return ApiRoutes.ok(answer);
    }

    /** @param api the origin of the API */
    static String recording(String api) {
        List<Map<String, Object>> entries = new ArrayList<>();
        entries.add(entry(api, "Statements", LIST, Map.of()));
        entries.add(entry(api, "Statement", ONE, Map.of("statementId", "inv_1001")));
        return JsonText.of(Map.of(
                "log",
                Map.of("version", "1.2", "creator", Map.of("name", "Harbor", "version", "1"), "entries", entries)));
    }

    private static Map<String, Object> entry(
            String api, String operation, String query, Map<String, Object> variables) {
        Map<String, Object> asked = new LinkedHashMap<>();
        asked.put("operationName", operation);
        asked.put("query", query);
        asked.put("variables", variables);
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("method", "POST");
        request.put("url", api + PATH);
        request.put("httpVersion", "HTTP/1.1");
        request.put("headers", List.of());
        request.put("queryString", List.of());
        request.put("cookies", List.of());
        request.put("postData", json(JsonText.of(asked)));
        Map<String, Object> response = new LinkedHashMap<>();
        response.put("status", 200);
        response.put("headers", List.of());
        response.put("content", json("{}"));
        return Map.of("startedDateTime", "2026-11-01T10:00:00Z", "time", 1, "request", request, "response", response);
    }

    private static Map<String, Object> json(String text) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("mimeType", "application/json");
        content.put("text", text);
        return content;
    }
}
