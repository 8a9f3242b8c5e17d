package dev.launchready.score;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Severity;
import java.util.List;
import java.util.Optional;

/** The score of 0 to 100, for trends only. */
final class Points {
    private static final int WHOLE = 100;
    /** The most that a portal with an open critical finding can have. */
    private static final int CAP_WITH_CRITICAL = 59;

    private static final double HALF = 0.5;

    private Points() {}

    /** Weighted over the checks that came to a verdict: a pass counts whole, a warning half; empty when there is none. */
    static Optional<Integer> of(List<CheckResult> results) {
        double reached = 0;
        double possible = 0;
        for (CheckResult result : results) {
            int weight = result.card().weight();
            if (result.outcome() == Outcome.PASS
                    || result.outcome() == Outcome.WARN
                    || result.outcome() == Outcome.FAIL) {
                possible += weight;
                reached += weight * share(result.outcome());
            }
        }
        if (possible == 0) {
            return Optional.empty();
        }
        int score = (int) Math.round(WHOLE * reached / possible);
        return Optional.of(criticalOpen(results) ? Math.min(score, CAP_WITH_CRITICAL) : score);
    }

    private static double share(Outcome outcome) {
        return outcome == Outcome.PASS ? 1 : outcome == Outcome.WARN ? HALF : 0;
    }

    private static boolean criticalOpen(List<CheckResult> results) {
        return results.stream()
                .flatMap(result -> result.findings().stream())
                .anyMatch(finding -> finding.severity() == Severity.CRITICAL
                        && finding.outcome() == Outcome.FAIL
                        && finding.waived().isEmpty());
    }
}
