package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Notes and files by the API: what is not one's own is refused with 200 and {@code success: false}. */
final class NoteApi {
    private static final Set<String> FIELDS = Set.of("title", "body");
    private static final String NOTE = "select id, title, body, owner, extra from note where ";

    private final DemoDatabase database;
    private final Switches on;
    private final FileApi links;

    NoteApi(DemoDatabase database, Switches on) {
        this.links = new FileApi(database, on);
        this.database = database;
        this.on = on;
    }

    Reply notes(Visit visit, Person person, List<String> ids) {
        return data(database.rows(NOTE + "owner = ? order by title", person.id()).stream()
                .map(NoteApi::shown)
                .toList());
    }

    /** What was taken along with a note, and the note's own columns over it. */
    private static Map<String, Object> shown(Row row) {
        Map<String, Object> shown =
                new LinkedHashMap<>(JsonText.object(row.text("extra").getBytes(StandardCharsets.UTF_8))
                        .orElse(Map.of()));
        shown.putAll(row.columns());
        shown.remove("extra");
        return shown;
    }

    Reply note(Visit visit, Person person, List<String> ids) {
        return own(person, ids.get(0)).map(row -> data(shown(row))).orElseGet(() -> foreignNote(ids.get(0)));
    }

    private Reply foreignNote(String id) {
        boolean there = database.row(NOTE + "id = ?", id).isPresent();
        return on.has(AccessFlaws.LOOKS_READABLE) && there
                ? data(Map.of(
                        "id",
                        "00000000-0000-4000-8000-000000000000",
                        "title",
                        "Somebody's note",
                        "body",
                        "Kept private.",
                        "owner",
                        0))
                : refused();
    }

    Reply create(Visit visit, Person person, List<String> ids) {
        Optional<Map<String, Object>> body = JsonText.object(visit.body());
        if (body.isEmpty()
                || !(FIELDS.containsAll(body.get().keySet()) || on.has(WriteFlaws.STORES_ANYTHING))
                || !(body.get().get("title") instanceof String title)
                || !(body.get().getOrDefault("body", "") instanceof String text)) {
            return ApiRoutes.error(422, "title_and_body_wanted");
        }
        String id = UUID.randomUUID().toString();
        database.change(
                "insert into note values (?, ?, ?, ?, ?, ?)",
                id,
                person.tenant(),
                person.id(),
                title,
                text,
                on.has(WriteFlaws.STORES_ANYTHING) ? visit.text() : "{}");
        return data(shown(own(person, id).orElseThrow()));
    }

    Reply remove(Visit visit, Person person, List<String> ids) {
        int gone = database.change("delete from note where id = ? and owner = ?", ids.get(0), person.id());
        return gone == 0 ? refused() : data(Map.of("removed", ids.get(0)));
    }

    Reply files(Visit visit, Person person, List<String> ids) {
        return data(
                database.rows("select id, name, type from file where tenant = ? order by id", person.tenant()).stream()
                        .map(links::shown)
                        .toList());
    }

    Reply file(Visit visit, Person person, List<String> ids) {
        Optional<Row> held = on.has(AccessFlaws.ANYONE_READS)
                ? database.row("select * from file where id = ?", ids.get(0))
                : database.row("select * from file where id = ? and tenant = ?", ids.get(0), person.tenant());
        return held.map(row -> Reply.of(200, row.text("type"), row.text("content"))
                        .with("Content-Disposition", "attachment; filename=\"" + row.text("name") + "\""))
                .orElseGet(NoteApi::refused);
    }

    private Optional<Row> own(Person person, String id) {
        return database.row(NOTE + "id = ? and owner = ?", id, person.id());
    }

    private static Reply data(Object value) {
        return ApiRoutes.ok(Map.of("success", true, "data", value));
    }

    private static Reply refused() {
        return ApiRoutes.ok(Map.of("success", false, "message", "This is not yours to see."));
    }
}
