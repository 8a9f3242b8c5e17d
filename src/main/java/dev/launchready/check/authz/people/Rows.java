package dev.launchready.check.authz.people;

import dev.launchready.model.Json;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes records of tables that name their columns once: {@code {"columns": […], "rows": [[…]]}}, or a first row of names. */
final class Rows {
    private static final List<String> COLUMNS = List.of("columns", "fields", "headers", "header", "cols");
    private static final List<String> LINES = List.of("rows", "data", "values", "records", "results");
    private static final int LEAST_COLUMNS = 2;

    private Rows() {}

    static Optional<Json> of(Json json) {
        if (json instanceof Json.Obj obj) {
            Optional<List<String>> names = COLUMNS.stream()
                    .flatMap(name -> obj.get(name).stream())
                    .flatMap(value -> names(value).stream())
                    .findFirst();
            Optional<List<Json>> lines = LINES.stream()
                    .flatMap(name -> obj.get(name).stream())
                    .flatMap(value -> lines(value).stream())
                    .findFirst();
            return names.isPresent() && lines.isPresent()
                    ? Optional.of(records(names.get(), lines.get()))
                    : Optional.empty();
        }
        Optional<List<Json>> lines = lines(json).filter(all -> all.size() > 1);
        Optional<List<String>> names = lines.flatMap(all -> names(all.get(0)));
        return names.map(known -> records(
                known,
                lines.orElse(List.of()).subList(1, lines.orElse(List.of()).size())));
    }

    /** Texts alone, or objects that each have a name. */
    private static Optional<List<String>> names(Json json) {
        if (!(json instanceof Json.Arr arr) || arr.items().size() < LEAST_COLUMNS) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>();
        for (Json item : arr.items()) {
            Optional<String> name = item instanceof Json.Str str
                    ? Optional.of(str.value())
                    : item.get("name").flatMap(Json::text);
            name.filter(text -> text.chars().anyMatch(Character::isLetter) && text.indexOf('@') < 0)
                    .ifPresent(names::add);
        }
        return names.size() == arr.items().size() ? Optional.of(names) : Optional.empty();
    }

    private static Optional<List<Json>> lines(Json json) {
        boolean rows = json instanceof Json.Arr arr
                && !arr.items().isEmpty()
                && arr.items().stream().allMatch(Json.Arr.class::isInstance);
        return rows ? Optional.of(((Json.Arr) json).items()) : Optional.empty();
    }

    private static Json records(List<String> names, List<Json> lines) {
        List<Json> records = new ArrayList<>();
        for (Json line : lines) {
            List<Json> cells = ((Json.Arr) line).items();
            Map<String, Json> members = new LinkedHashMap<>();
            for (int at = 0; at < Math.min(names.size(), cells.size()); at++) {
                members.put(names.get(at), cells.get(at));
            }
            records.add(new Json.Obj(members));
        }
        return new Json.Arr(records);
    }
}
