package dev.launchready.report;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Problem;
import dev.launchready.model.Scorecard;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What keeps one check or several from a verdict, with the one line that would let them tell.
 *
 * @param checks at least one, those with the highest weight first
 */
record Gap(Problem problem, List<CheckResult> checks) {
    Gap {
        checks = List.copyOf(checks);
    }

    private record Cause(String code, String says, String add) {}

    /** Those that keep most weight from being tested come first. */
    static List<Gap> of(Scorecard scorecard) {
        Map<Cause, Gap> byCause = new LinkedHashMap<>();
        for (CheckResult check : scorecard.checks()) {
            check.problem().ifPresent(problem -> {
                Cause cause = new Cause(problem.code(), problem.says(), problem.add());
                byCause.merge(cause, new Gap(problem, List.of(check)), Gap::with);
            });
        }
        return byCause.values().stream()
                .sorted(Comparator.comparing(Gap::besides)
                        .thenComparing(Gap::weight, Comparator.reverseOrder())
                        .thenComparing(gap -> gap.problem().minutes()))
                .toList();
    }

    /** The checks have a verdict, and this is only what they could not see besides. */
    boolean besides() {
        return checks.stream().noneMatch(check -> check.outcome().open());
    }

    int weight() {
        return checks.stream().mapToInt(check -> check.card().weight()).sum();
    }

    /** The worst outcome among the checks concerned. */
    Outcome outcome() {
        return Outcome.worst(checks.stream().map(CheckResult::outcome).toList()).orElse(Outcome.NOT_TESTED);
    }

    private Gap with(Gap other) {
        List<CheckResult> all = new ArrayList<>(checks);
        all.addAll(other.checks);
        all.sort(Comparator.comparing((CheckResult check) -> check.card().weight())
                .reversed());
        return new Gap(problem, all);
    }
}
