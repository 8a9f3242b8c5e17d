package dev.launchready.catalog;

import dev.launchready.model.Severity;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which checks, which thresholds, which hard stops, which rows in which order: {@code checks/profiles/<id>.yml}.
 *
 * @param ready its sentence for "ready"
 * @param gate findings at or over this close it; absent: never
 * @param scored whether a score is shown
 * @param coverageFloor the least share of selected checks that must be proven, 0 to 1
 * @param rows in the checklist's order
 * @param hardStops ids of checks whose failure alone closes it
 * @param required ids or globs of checks that must be proven
 * @param params check id to the parameters that it sets
 */
public record Profile(
        String id,
        String title,
        String ready,
        Optional<Severity> gate,
        boolean scored,
        double coverageFloor,
        List<ProfileRow> rows,
        Set<String> hardStops,
        Set<String> required,
        List<OpenQuestion> open,
        Map<String, Map<String, Object>> params) {
    public Profile {
        rows = List.copyOf(rows);
        hardStops = Set.copyOf(hardStops);
        required = Set.copyOf(required);
        open = List.copyOf(open);
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
    }

    /** Ids of the checks of all rows, in the rows' order, each once. */
    public List<String> checks() {
        return rows.stream().flatMap(row -> row.checks().stream()).distinct().toList();
    }

    public record ProfileRow(String row, List<String> checks) {
        public ProfileRow {
            checks = List.copyOf(checks);
        }
    }

    /** The same profile with only these questions open. */
    public Profile withOpen(List<OpenQuestion> questions) {
        return new Profile(id, title, ready, gate, scored, coverageFloor, rows, hardStops, required, questions, params);
    }

    /**
     * A question that the checklist requires, and that stays open for as long as the portal file lacks something: it keeps the
     * decision at NOT_PROVEN.
     *
     * @param row the checklist's row
     * @param until id of the {@link Need} that has to be met
     */
    public record OpenQuestion(String row, String until, String says) {}
}
