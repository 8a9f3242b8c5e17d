package dev.launchready.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The tables and functions of the data host, as PostgREST gives them to a browser: policies decide row by row. */
final class DataTables {
    private static final String OWNER = "client_id";
    private static final String ROOT = "/rest/v1/";
    private static final String FUNCTIONS = ROOT + "rpc/";

    private final Map<String, Table> tables = new LinkedHashMap<>();
    private final Map<String, Table> functions = new LinkedHashMap<>();

    /** @param takes whether rows of nobody's pass its policies; rows that are none are refused all the same */
    private record Table(DataRule rule, boolean takes, List<Map<String, Object>> rows) {
        Table(DataRule rule, List<Map<String, Object>> rows) {
            this(rule, false, rows);
        }
    }

    DataTables(Switches on) {
        DataRule own = DataRule.OWN;
        DataRule none = DataRule.NOBODY;
        tables.put(
                "journals",
                new Table(
                        own.unless(on.has(DataFlaws.ANYONE_READS), DataRule.EVERYBODY),
                        ofClients("title", "A quiet week", "What went well")));
        tables.put(
                "bookings",
                new Table(
                        own.unless(on.has(DataFlaws.OTHERS_ROWS), DataRule.SIGNED_IN),
                        ofClients("day", "2026-12-03", "2026-12-10")));
        tables.put(
                "tips",
                new Table(none.unless(on.has(DataFlaws.READABLE), DataRule.EVERYBODY), List.of(row(1, "minutes", 5))));
        tables.put(
                "messages",
                new Table(own, on.has(DataFlaws.ANYONE_INSERTS), ofClients("text", "See you on Monday", "Thank you")));
        tables.put("inquiries", new Table(none, on.has(DataFlaws.OPEN_INSERT), List.of(row(1, "topic", "Prices"))));
        functions.put(
                "payments_by_client",
                new Table(
                        none.unless(on.has(DataFlaws.ANYONE_CALLS), DataRule.EVERYBODY), ofClients("paid", 1280, 640)));
        functions.put(
                "session_count",
                new Table(
                        none.unless(on.has(DataFlaws.FUNCTION_READABLE), DataRule.EVERYBODY),
                        List.of(row(0, "sessions", 212))));
        functions.put(
                "calendar",
                new Table(
                        own.unless(on.has(DataFlaws.OTHERS_BY_FUNCTION), DataRule.SIGNED_IN),
                        ofClients("starts", "09:00", "16:30")));
    }

    private static List<Map<String, Object>> ofClients(String column, Object... values) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (Account account : Account.SEEDED) {
            if (!account.bills().isEmpty()) {
                for (Object value : values) {
                    Map<String, Object> row = row(100 * account.person().id() + rows.size(), column, value);
                    row.put(OWNER, account.person().id());
                    row.put("client", account.person().name());
                    rows.add(row);
                }
            }
        }
        return rows;
    }

    private static Map<String, Object> row(int id, String column, Object value) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("id", id);
        row.put(column, value);
        return row;
    }

    Reply answer(Visit visit, Optional<Person> who) {
        boolean function = visit.path().startsWith(FUNCTIONS);
        String name = visit.path().substring(function ? FUNCTIONS.length() : ROOT.length());
        Table place = (function ? functions : tables).get(name);
        if (name.isEmpty()) {
            return refusal(401, "42501", "permission denied for schema public");
        }
        if (place == null) {
            return missing(name, function);
        }
        if (visit.method().equals("POST") && !function) {
            return add(place, name, visit);
        }
        if (!visit.reads()) {
            return refusal(who.isEmpty() ? 401 : 403, "42501", "permission denied for table " + name);
        }
        return read(place, name, function, visit, who);
    }

    private static Reply read(Table place, String name, boolean function, Visit visit, Optional<Person> who) {
        boolean granted =
                place.rule() != DataRule.NOBODY && !(function && place.rule() == DataRule.OWN && who.isEmpty());
        if (!granted) {
            return refusal(
                    who.isEmpty() ? 401 : 403,
                    "42501",
                    "permission denied for " + (function ? "function " : "table ") + name);
        }
        List<Map<String, Object>> rows = place.rows().stream()
                .filter(row -> place.rule().shows((Integer) row.getOrDefault(OWNER, 0), who))
                .filter(row -> filtered(row, visit))
                .toList();
        String range = rows.isEmpty() ? "*/0" : "0-" + (rows.size() - 1) + "/" + rows.size();
        return Reply.json(200, JsonText.of(rows)).with("Content-Range", range);
    }

    /** {@code column=eq.value}, the one filter that is understood. */
    private static boolean filtered(Map<String, Object> row, Visit visit) {
        return row.entrySet().stream()
                .allMatch(cell -> visit.parameter(cell.getKey())
                        .map(filter -> filter.equals("eq." + cell.getValue()))
                        .orElse(true));
    }

    private static Reply add(Table table, String name, Visit visit) {
        if (!table.takes()) {
            return refusal(401, "42501", "new row violates row-level security policy for table \"" + name + "\"");
        }
        Map<String, Object> row = JsonText.object(visit.body()).orElse(Map.of());
        return row.get("id") == null
                ? refusal(
                        400,
                        "23502",
                        "null value in column \"id\" of relation \"" + name + "\" violates not-null constraint")
                : refusal(409, "23505", "duplicate key value violates unique constraint \"" + name + "_pkey\"");
    }

    private static Reply missing(String name, boolean function) {
        return function
                ? refusal(
                        404,
                        "PGRST202",
                        "Could not find the function public." + name + " without parameters in the schema cache")
                : refusal(404, "PGRST205", "Could not find the table 'public." + name + "' in the schema cache");
    }

    static Reply refusal(int status, String code, String message) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("code", code);
        body.put("details", null);
        body.put("hint", null);
        body.put("message", message);
        return Reply.json(status, JsonText.of(body));
    }
}
