package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading projects and invoices by the API: a foreign project is not found, a foreign invoice is forbidden. */
final class RecordApi {
    static final String PROJECT =
            "select id, name, stage, summary, owner, role, fee, package, approved from project where ";
    private static final String INVOICE = "select id, amount, currency, due, status, memo, owner from invoice where ";

    private final DemoDatabase database;
    private final Switches on;
    private final Oversharing oversharing;

    RecordApi(DemoDatabase database, Switches on) {
        this.database = database;
        this.on = on;
        this.oversharing = new Oversharing(database, on);
    }

    Reply projects(Visit visit, Person person, List<String> ids) {
        return items(database.rows(PROJECT + "tenant = ? order by id", person.tenant()));
    }

    Reply project(Visit visit, Person person, List<String> ids) {
        Optional<Row> held = ownProject(person, ids.get(0));
        boolean breaks = on.has(AccessFlaws.BREAKS_ON_FOREIGN)
                && held.isEmpty()
                && database.row(PROJECT + "cast(id as varchar) = ?", ids.get(0)).isPresent();
        return breaks ? ApiRoutes.error(500, "internal") : answered(held.map(row -> oversharing.project(row, person)));
    }

    Reply invoices(Visit visit, Person person, List<String> ids) {
        return items(
                on.has(AccessFlaws.LISTS_FOREIGN)
                        ? database.rows(INVOICE + "true order by id")
                        : database.rows(INVOICE + "tenant = ? order by id", person.tenant()));
    }

    Reply invoice(Visit visit, Person person, List<String> ids) {
        Optional<Row> held = on.has(AccessFlaws.OTHERS_READ)
                ? database.row(INVOICE + "id = ?", ids.get(0))
                : database.row(INVOICE + "id = ? and tenant = ?", ids.get(0), person.tenant());
        return held.isPresent() ? answered(held.map(oversharing::invoice)) : ApiRoutes.error(403, "forbidden");
    }

    Reply search(Visit visit, Person person, List<String> ids) {
        String word = "%" + visit.parameter("q").orElse("").toLowerCase(java.util.Locale.ROOT) + "%";
        List<Row> everywhere =
                database.rows("select * from project where lower(name || ' ' || summary) like ? order by id", word);
        boolean foreign =
                everywhere.stream().anyMatch(row -> !row.text("tenant").equals(person.tenant()));
        boolean finds = on.has(AccessFlaws.FINDS_FOREIGN);
        if (foreign && !finds && on.has(AccessFlaws.LOOKS_FOREIGN)) {
            return items(List.of(new Row(Map.of(
                    "id",
                    0,
                    "name",
                    "One of another client",
                    "stage",
                    "Hidden",
                    "summary",
                    "Not yours.",
                    "owner",
                    0,
                    "role",
                    "guest",
                    "fee",
                    10,
                    "package",
                    "none",
                    "approved",
                    true))));
        }
        List<Row> found = database.rows(
                PROJECT + "(tenant = ? or ?) and lower(name || ' ' || summary) like ? order by id",
                person.tenant(),
                finds,
                word);
        return items(found);
    }

    private Optional<Row> ownProject(Person person, String id) {
        return database.row(PROJECT + "cast(id as varchar) = ? and tenant = ?", id, person.tenant());
    }

    static Reply one(Optional<Row> row) {
        return answered(row.map(Row::columns));
    }

    private static Reply answered(Optional<Map<String, Object>> record) {
        return record.map(ApiRoutes::ok).orElseGet(() -> ApiRoutes.error(404, "not_found"));
    }

    private static Reply items(List<Row> rows) {
        return ApiRoutes.ok(Map.of("items", rows.stream().map(Row::columns).toList(), "count", rows.size()));
    }
}
