package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Making, changing and removing projects by the API: name and summary are the client's to set, all else is the portal's. */
final class ProjectApi {
    private static final int LONGEST_TEXT = 2_000;
    private static final Set<String> FIELDS = Set.of("name", "summary");
    private static final String BY_ID = RecordApi.PROJECT + "cast(id as varchar) = ?";

    private final DemoDatabase database;
    private final Switches on;

    ProjectApi(DemoDatabase database, Switches on) {
        this.database = database;
        this.on = on;
    }

    Reply create(Visit visit, Person person, List<String> ids) {
        Optional<Map<String, Object>> body = JsonText.object(visit.body());
        Optional<String> name = body.flatMap(fields -> text(fields, "name"));
        if (name.isEmpty()) {
            return ApiRoutes.error(422, "name_wanted");
        }
        String summary = body.flatMap(fields -> text(fields, "summary")).orElse("");
        Row created = database.row(
                        "select id from final table (insert into project (tenant, owner, name, stage, summary)"
                                + " values (?, ?, ?, 'Planned', ?))",
                        person.tenant(),
                        person.id(),
                        name.get(),
                        summary)
                .orElseThrow();
        int id = created.number("id");
        takeOver(body.get(), id);
        if (on.has(WriteFlaws.LOCKED_WHEN_MADE)
                && !FIELDS.containsAll(body.get().keySet())) {
            database.change("update project set locked = true where id = ?", id);
        }
        Reply reply = RecordApi.one(database.row(BY_ID, created.text("id")));
        return new Reply(201, reply.headers(), reply.body()).with("Location", "/api/projects/" + id);
    }

    Reply change(Visit visit, Person person, List<String> ids) {
        Optional<Row> held = held(person, ids.get(0), WriteFlaws.OTHERS_CHANGE);
        if (held.isEmpty()) {
            return ApiRoutes.error(404, "not_found");
        }
        Optional<Map<String, Object>> body = JsonText.object(visit.body());
        if (body.isEmpty()) {
            return ApiRoutes.error(400, "malformed");
        }
        database.change(
                "update project set name = ?, summary = ?, locked = locked or ? where id = ?",
                text(body.get(), "name").orElse(held.get().text("name")),
                text(body.get(), "summary").orElse(held.get().text("summary")),
                on.has(WriteFlaws.LOCKED_WHEN_CHANGED),
                held.get().number("id"));
        takeOver(body.get(), held.get().number("id"));
        return RecordApi.one(database.row(BY_ID, ids.get(0)));
    }

    Reply remove(Visit visit, Person person, List<String> ids) {
        Optional<Row> held = held(person, ids.get(0), WriteFlaws.OTHERS_REMOVE);
        if (held.isEmpty()) {
            return ApiRoutes.error(404, "not_found");
        }
        int gone = database.change(
                "delete from project where id = ? and not locked", held.get().number("id"));
        return gone == 0 ? ApiRoutes.error(409, "locked") : Reply.empty(204);
    }

    private Optional<Row> held(Person person, String id, Flaw anybodys) {
        return on.has(anybodys)
                ? database.row(BY_ID, id)
                : database.row(BY_ID + " and tenant = ?", id, person.tenant());
    }

    /** What a flaw lets clients set of the columns that are the portal's. */
    private void takeOver(Map<String, Object> body, int id) {
        Map<Flaw, String> columns = new LinkedHashMap<>();
        columns.put(WriteFlaws.ROLE, "role");
        columns.put(WriteFlaws.OWNER, "owner");
        columns.put(WriteFlaws.PRICE, "fee");
        columns.put(WriteFlaws.PLAN, "package");
        columns.put(WriteFlaws.APPROVED, "approved");
        columns.forEach((flaw, column) -> {
            if (on.has(flaw) && body.get(column) instanceof Number number) {
                put(column, new BigDecimal(number.toString()), id);
            } else if (on.has(flaw) && body.get(column) instanceof Boolean bool) {
                put(column, bool, id);
            } else if (on.has(flaw) && body.get(column) instanceof String text) {
                put(column, text, id);
            }
        });
    }

    private void put(String column, Object value, int id) {
        database.change("update project set " + column + " = ? where id = ?", value, id);
    }

    private static Optional<String> text(Map<String, Object> fields, String name) {
        return fields.get(name) instanceof String text && !text.isBlank() && text.length() <= LONGEST_TEXT
                ? Optional.of(text)
                : Optional.empty();
    }
}
