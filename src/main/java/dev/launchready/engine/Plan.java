package dev.launchready.engine;

import dev.launchready.catalog.Profile;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Stage;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a run will do.
 *
 * @param tasks in the order of the profile
 * @param untested a result for every selected check that cannot run, with the line to add
 * @param partial only some of the profile's checks were chosen
 */
public record Plan(Profile profile, List<Task> tasks, List<CheckResult> untested, boolean partial) {
    public Plan {
        tasks = List.copyOf(tasks);
        untested = List.copyOf(untested);
    }

    public List<Task> tasks(Stage stage) {
        return tasks.stream().filter(task -> task.footprint().stage() == stage).toList();
    }

    /** How many requests all tasks together will send, as far as their footprints tell; what they share counts once. */
    public int requests() {
        int own = tasks.stream().mapToInt(task -> task.footprint().requests()).sum();
        return own + shared().values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Observations that several tasks share, and how many requests each takes. */
    public SortedMap<String, Integer> shared() {
        SortedMap<String, Integer> shared = new TreeMap<>();
        tasks.forEach(
                task -> task.footprint().shared().forEach((name, requests) -> shared.merge(name, requests, Math::max)));
        return shared;
    }
}
