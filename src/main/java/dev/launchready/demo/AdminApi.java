package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.util.List;
import java.util.Map;

/** What only an admin may ask of the API. */
final class AdminApi {
    private final DemoDatabase database;

    AdminApi(DemoDatabase database) {
        this.database = database;
    }

    Reply users(Visit visit, Person person, List<String> ids) {
        return person.admin()
                ? items(database.rows("select id, email, name, role, tenant from person order by id"))
                : ApiRoutes.error(403, "forbidden");
    }

    Reply revenue(Visit visit, Person person, List<String> ids) {
        return person.admin()
                ? items(database.rows(
                        "select tenant, sum(amount) as total from invoice group by tenant order by tenant"))
                : ApiRoutes.error(403, "forbidden");
    }

    private static Reply items(List<Row> rows) {
        return ApiRoutes.ok(Map.of("items", rows.stream().map(Row::columns).toList()));
    }
}
