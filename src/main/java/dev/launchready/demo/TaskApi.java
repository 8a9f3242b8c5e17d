package dev.launchready.demo;

import dev.launchready.demo.DemoDatabase.Row;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reading the tasks of projects by the API: one that does not lie in the project of the address is not found. */
final class TaskApi {
    private static final String TASK = "select task.id, task.project, task.title, task.done from task"
            + " join project on project.id = task.project where cast(task.id as varchar) = ?";

    private final DemoDatabase database;
    private final Switches on;

    TaskApi(DemoDatabase database, Switches on) {
        this.database = database;
        this.on = on;
    }

    Reply task(Visit visit, Person person, List<String> ids) {
        String project = ids.get(0);
        String task = ids.get(1);
        boolean entered = database.row(
                        "select id from project where cast(id as varchar) = ? and tenant = ?", project, person.tenant())
                .isPresent();
        boolean loose = on.has(NestingFlaws.PARENT_IGNORED) || on.has(NestingFlaws.PARENT_SHOWN);
        if (!entered && !loose) {
            return RecordApi.one(Optional.empty());
        }
        Optional<Row> own = loose
                ? database.row(TASK + " and project.tenant = ?", task, person.tenant())
                : database.row(TASK + " and cast(project.id as varchar) = ?", task, project);
        if (own.isPresent()) {
            return ApiRoutes.ok(shown(own.get(), project));
        }
        return entered ? elsewhere(database.row(TASK, task), project) : RecordApi.one(Optional.empty());
    }

    /** A task that does not lie in the project, if there is one. */
    private Reply elsewhere(Optional<Row> task, String project) {
        if (task.isPresent() && on.has(NestingFlaws.FOREIGN_CHILD)) {
            return ApiRoutes.ok(shown(task.get(), project));
        }
        if (task.isPresent() && on.has(NestingFlaws.LOOKS_READABLE)) {
            return ApiRoutes.ok(Map.of("id", 0, "project", 0, "title", "A task", "done", false));
        }
        return task.isPresent() && on.has(NestingFlaws.BREAKS)
                ? ApiRoutes.error(500, "internal")
                : RecordApi.one(Optional.empty());
    }

    private Map<String, Object> shown(Row task, String project) {
        Map<String, Object> shown = new LinkedHashMap<>(task.columns());
        if (on.has(NestingFlaws.PARENT_SHOWN)) {
            database.row("select name from project where cast(id as varchar) = ?", project)
                    .ifPresent(row -> shown.put("part_of", row.text("name")));
        }
        return shown;
    }
}
