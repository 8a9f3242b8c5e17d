package dev.launchready.cli;

import dev.launchready.check.Claim;
import dev.launchready.engine.Plan;
import dev.launchready.engine.Task;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Problem;
import dev.launchready.model.Stage;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Portal;
import java.io.PrintWriter;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What {@code --plan} prints: stages, claims, requests by class, time, and what cannot be tested. */
final class PlanPage {
    private static final int ID_WIDTH = 34;
    private static final String SHARED = "shared";
    private static final double REQUESTS_PER_SECOND = 10;

    private final PrintWriter out;

    PlanPage(Surroundings surroundings) {
        this.out = surroundings.out();
    }

    void print(Plan plan, Portal portal) {
        out.println(
                "Plan for " + portal.url() + " with profile " + plan.profile().id() + "; nothing is sent.");
        out.println("Scope: " + String.join(", ", portal.hosts()));
        for (Stage stage : Stage.values()) {
            if (!plan.tasks(stage).isEmpty()) {
                out.println();
                out.println(stage.name());
                plan.tasks(stage).forEach(this::line);
            }
        }
        if (!plan.untested().isEmpty()) {
            out.println();
            out.println("NOT TESTED");
            plan.untested().forEach(this::untested);
        }
        if (!plan.shared().isEmpty()) {
            out.println();
            out.println("ONCE FOR ALL OF THEM");
            plan.shared().forEach(this::once);
        }
        out.println();
        out.printf(
                "In all about %d requests, so at least %.0f s at %.0f a second; by class: %s%n",
                plan.requests(), plan.requests() / REQUESTS_PER_SECOND, REQUESTS_PER_SECOND, byClass(plan));
    }

    private void line(Task task) {
        String claims =
                task.footprint().claims().stream().map(PlanPage::claim).sorted().collect(Collectors.joining(", "));
        out.printf(
                "  %-" + ID_WIDTH + "s %4d requests, at most %d s%s%n",
                task.id(),
                task.footprint().requests(),
                task.footprint().timeout().toSeconds(),
                claims.isEmpty() ? "" : ", " + claims);
    }

    private void once(String observation, int requests) {
        out.printf("  %-" + ID_WIDTH + "s %4d requests%n", observation, requests);
    }

    private static String claim(Claim claim) {
        return (claim.exclusive() ? "exclusive " : "shared ") + claim.resource();
    }

    private void untested(CheckResult result) {
        out.printf("  %-" + ID_WIDTH + "s %s%n", result.card().id(), result.summary());
        result.problem().map(Problem::add).ifPresent(add -> out.println("    add: " + add));
    }

    private static String byClass(Plan plan) {
        Map<String, Integer> sums = new TreeMap<>();
        for (Task task : plan.tasks()) {
            String most = task.card().safety().stream()
                    .max(TrafficClass::compareTo)
                    .orElse(TrafficClass.PASSIVE)
                    .key();
            sums.merge(most, task.footprint().requests(), Integer::sum);
        }
        plan.shared().values().forEach(requests -> sums.merge(SHARED, requests, Integer::sum));
        return sums.entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
