package dev.launchready.score;

import dev.launchready.catalog.Profile;
import dev.launchready.catalog.Profile.OpenQuestion;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Decision;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.model.Scorecard.Coverage;
import dev.launchready.model.Scorecard.Gate;
import dev.launchready.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Decides: READY, NOT_READY or NOT_PROVEN, and with which exit code. */
final class Gatekeeper {
    static final int EXIT_READY = 0;
    static final int EXIT_NOT_READY = 1;
    static final int EXIT_NOT_PROVEN = 3;
    static final int EXIT_FAULT = 4;
    private static final int PERCENT = 100;

    private final Profile profile;
    private final Policy policy;
    private final boolean partial;
    private final boolean interrupted;

    Gatekeeper(Profile profile, Policy policy, boolean partial, boolean interrupted) {
        this.profile = profile;
        this.policy = policy;
        this.partial = partial;
        this.interrupted = interrupted;
    }

    /** @param why one sentence for each cause of this decision; what is unproven is none while something closes the gate */
    record Ruling(Decision decision, List<String> why, Gate gate, int exitCode) {}

    Ruling rule(List<CheckResult> results, Coverage coverage) {
        Optional<Severity> gate =
                policy.failOn().isPresent() ? policy.failOn().get().severity() : profile.gate();
        boolean hardStops = policy.failOn().isEmpty();
        Gate used =
                new Gate(gate.map(each -> each.name().toLowerCase(Locale.ROOT)).orElse("never"), hardStops);
        List<String> closed = closed(results, gate, hardStops);
        List<String> unproven = unproven(results, coverage);
        Decision decision =
                !closed.isEmpty() ? Decision.NOT_READY : unproven.isEmpty() ? Decision.READY : Decision.NOT_PROVEN;
        return new Ruling(decision, closed.isEmpty() ? unproven : closed, used, exitCode(decision, results));
    }

    private List<String> closed(List<CheckResult> results, Optional<Severity> gate, boolean hardStops) {
        List<String> why = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            if (gate.isPresent() && severity.atLeast(gate.get())) {
                Set<String> checks = new LinkedHashSet<>();
                long count = results.stream()
                        .flatMap(result -> closing(result).stream()
                                .filter(finding -> finding.severity() == severity)
                                .peek(finding -> checks.add(result.card().id())))
                        .map(Finding::fingerprint) // a secret is one, however many checks met it
                        .distinct()
                        .count();
                if (count > 0) {
                    String noun = count == 1 ? " finding (" : " findings (";
                    why.add(count + " " + severity.name().toLowerCase(Locale.ROOT) + noun + String.join(", ", checks)
                            + ")");
                }
            }
        }
        if (hardStops) {
            results.stream()
                    .filter(result -> profile.hardStops().contains(result.card().id()))
                    .filter(result -> !closing(result).isEmpty())
                    .filter(result -> closing(result).stream()
                            .noneMatch(finding ->
                                    gate.filter(finding.severity()::atLeast).isPresent()))
                    .forEach(result ->
                            why.add("hard stop of the profile: " + result.card().id()));
        }
        return why;
    }

    /** The findings of a failed check that the gate sees. */
    private static List<Finding> closing(CheckResult result) {
        return result.findings().stream()
                .filter(finding -> finding.outcome() == Outcome.FAIL && finding.counts())
                .toList();
    }

    private List<String> unproven(List<CheckResult> results, Coverage coverage) {
        List<String> why = new ArrayList<>();
        if (interrupted) {
            why.add("the run was interrupted");
        }
        results.stream()
                .filter(result -> result.outcome().open())
                .filter(result ->
                        partial || profile.required().contains(result.card().id()))
                .forEach(result -> why.add(result.card().id() + " is "
                        + result.outcome().name().replace('_', ' ').toLowerCase(Locale.ROOT)));
        if (!partial) {
            profile.open().stream().map(OpenQuestion::says).forEach(why::add);
            profile.rows().stream()
                    .filter(row -> row.checks().isEmpty() && !asked(row.row()))
                    .forEach(row -> why.add("no check of this version answers the row '" + row.row() + "'"));
            double share =
                    coverage.checksSelected() == 0 ? 0 : (double) coverage.checksProven() / coverage.checksSelected();
            if (share < profile.coverageFloor()) {
                why.add("only " + coverage.checksProven() + " of " + coverage.checksSelected()
                        + " checks were proven; the profile asks for " + Math.round(profile.coverageFloor() * PERCENT)
                        + " %");
            }
        }
        if (results.isEmpty()) {
            why.add("no check ran");
        }
        return why;
    }

    private boolean asked(String row) {
        return profile.open().stream().anyMatch(question -> question.row().equals(row));
    }

    private int exitCode(Decision decision, List<CheckResult> results) {
        if (decision == Decision.NOT_READY) {
            return EXIT_NOT_READY;
        }
        if (results.stream().anyMatch(result -> result.outcome() == Outcome.ERROR)) {
            return EXIT_FAULT;
        }
        if (decision == Decision.READY) {
            return EXIT_READY;
        }
        boolean blocked = results.stream().anyMatch(result -> result.outcome() == Outcome.BLOCKED);
        boolean forgiven = policy.allowUnproven() && !blocked && !interrupted && !results.isEmpty();
        return forgiven ? EXIT_READY : EXIT_NOT_PROVEN;
    }
}
