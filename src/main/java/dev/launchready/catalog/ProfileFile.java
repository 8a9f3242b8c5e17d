package dev.launchready.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.launchready.catalog.Profile.OpenQuestion;
import dev.launchready.catalog.Profile.ProfileRow;
import dev.launchready.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A profile as its file has it. */
record ProfileFile(
        @Nullable String id,
        @Nullable String title,
        @Nullable String ready,
        @Nullable String gate,
        @Nullable Boolean scored,
        @Nullable Double coverageFloor,
        @Nullable List<RowFile> rows,
        @Nullable List<String> hardStops,
        @Nullable List<String> required,
        @Nullable List<OpenFile> open,
        @Nullable Map<String, Map<String, JsonNode>> params) {
    private static final String NEVER = "never";

    record RowFile(@Nullable String row, @Nullable List<String> checks) {}

    record OpenFile(
            @Nullable String row,
            @Nullable String until,
            @Nullable String says) {}

    Optional<Profile> profile(String expectedId, Map<String, CheckCard> cards, Consumer<String> fault) {
        if (!expectedId.equals(id)) {
            fault.accept("the id is '" + id + "', but the file's name says '" + expectedId + "'");
        }
        if (title == null || ready == null || rows == null || rows.isEmpty()) {
            fault.accept("a profile needs 'title', 'ready' and 'rows'");
            return Optional.empty();
        }
        Optional<Severity> severity = CardFile.constant(Severity.class, gate);
        if (severity.isEmpty() && !NEVER.equals(gate)) {
            fault.accept("'gate' must be critical, high, medium, low or never");
        }
        List<ProfileRow> all = rows(rows, cards, fault);
        Set<String> listed = new LinkedHashSet<>();
        all.forEach(row -> listed.addAll(row.checks()));
        Set<String> stops = subset("hard-stops", hardStops, listed, fault);
        Set<String> needed = subset("required", required, listed, fault);
        return Optional.of(new Profile(
                expectedId,
                title,
                ready,
                severity,
                scored == null || scored,
                coverageFloor == null ? 0 : coverageFloor,
                all,
                stops,
                needed,
                questions(fault),
                parameters(cards, fault)));
    }

    private static List<ProfileRow> rows(List<RowFile> files, Map<String, CheckCard> cards, Consumer<String> fault) {
        List<ProfileRow> all = new ArrayList<>();
        for (RowFile file : files) {
            if (file.row() == null || file.checks() == null) {
                fault.accept("a row needs 'row' and 'checks'");
                continue;
            }
            file.checks().stream()
                    .filter(check -> !cards.containsKey(check))
                    .forEach(
                            check -> fault.accept("row '" + file.row() + "' lists '" + check + "', which has no card"));
            all.add(new ProfileRow(file.row(), file.checks()));
        }
        return all;
    }

    private static Set<String> subset(
            String key, @Nullable List<String> ids, Set<String> listed, Consumer<String> fault) {
        Set<String> set = new LinkedHashSet<>(ids == null ? List.of() : ids);
        set.stream()
                .filter(check -> !listed.contains(check))
                .forEach(check -> fault.accept("'" + key + "' names '" + check + "', which no row lists"));
        return set;
    }

    private List<OpenQuestion> questions(Consumer<String> fault) {
        List<OpenQuestion> questions = new ArrayList<>();
        for (OpenFile file : open == null ? List.<OpenFile>of() : open) {
            if (file.row() == null || file.until() == null || file.says() == null) {
                fault.accept("an entry of 'open' needs 'row', 'until' and 'says'");
            } else {
                questions.add(new OpenQuestion(file.row(), file.until(), file.says()));
            }
        }
        return questions;
    }

    private Map<String, Map<String, Object>> parameters(Map<String, CheckCard> cards, Consumer<String> fault) {
        Map<String, Map<String, Object>> all = new LinkedHashMap<>();
        YamlReader.orEmpty(params).forEach((check, values) -> {
            Map<String, Object> set = new LinkedHashMap<>();
            values.forEach((name, node) -> {
                CheckCard card = cards.get(check);
                if (card == null || !card.params().containsKey(name)) {
                    fault.accept("'params' sets '" + check + "." + name + "', which no card declares");
                } else {
                    CardFile.value(node).ifPresent(value -> set.put(name, value));
                }
            });
            all.put(check, set);
        });
        return all;
    }
}
