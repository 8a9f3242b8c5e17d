package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.util.List;
import java.util.Map;

/** What only an admin may ask of the API. */
final class AdminApi {
    private final DemoDatabase database;
    private final Switches on;

    AdminApi(DemoDatabase database, Switches on) {
        this.database = database;
        this.on = on;
    }

    Reply users(Visit visit, Person person, List<String> ids) {
        return person.admin() || on.has(AccessFlaws.OTHER_ROLE)
                ? items(database.rows("select id, email, name, role, tenant from person order by id"))
                : ApiRoutes.error(403, "forbidden");
    }

    Reply revenue(Visit visit, Person person, List<String> ids) {
        if (person.admin()) {
            return revenueForAll(visit, person, ids);
        }
        if (on.has(AccessFlaws.ROLE_LOOKS_OPEN) && person.tenant().equals("north")) {
            return items(List.of(new Row(Map.of("tenant", "example", "total", 1))));
        }
        boolean breaks = on.has(AccessFlaws.ROLE_BREAKS) && person.tenant().equals("south");
        return breaks ? ApiRoutes.error(500, "internal") : ApiRoutes.error(403, "forbidden");
    }

    /** The revenue, whoever asks. */
    Reply revenueForAll(Visit visit, Person person, List<String> ids) {
        return items(database.rows("select tenant, sum(amount) as total from invoice group by tenant order by tenant"));
    }

    /** Any project of anybody. */
    Reply removeProject(Visit visit, Person person, List<String> ids) {
        if (!person.admin() && !on.has(WriteFlaws.OTHER_ROLE)) {
            return ApiRoutes.error(403, "forbidden");
        }
        int gone = database.change("delete from project where cast(id as varchar) = ? and not locked", ids.get(0));
        return gone == 0 ? ApiRoutes.error(404, "not_found") : Reply.empty(204);
    }

    /** Something for staff that asks nobody for a role. */
    Reply report(Visit visit, Person person, List<String> ids) {
        return ApiRoutes.ok(
                Map.of("title", "Occupancy of the coaches, week 47", "hours", 212, "free", "HC-REPORT-40917"));
    }

    private static Reply items(List<Row> rows) {
        return ApiRoutes.ok(Map.of("items", rows.stream().map(Row::columns).toList()));
    }
}
