package dev.launchready.report;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.model.Proof;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Findings with one cause: the same check and reason, on one place or on many. What a person fixes once stands once.
 *
 * @param findings at least one, what matters most first
 */
record Cluster(CheckResult check, List<Finding> findings) {
    Cluster {
        findings = List.copyOf(findings);
    }

    private record Cause(String reason, Severity severity, Outcome outcome, boolean suppressed) {
        static Cause of(Finding finding) {
            return new Cause(finding.reason(), finding.severity(), finding.outcome(), isSuppressed(finding));
        }
    }

    /** All findings of a scorecard in the order of its plan; what the plan leaves out follows by severity and proof. */
    static List<Cluster> of(Scorecard scorecard) {
        Map<String, Integer> planned = new HashMap<>();
        scorecard.plan().stream()
                .flatMap(window -> window.items().stream())
                .forEach(item -> planned.putIfAbsent(item, planned.size()));
        Comparator<Finding> order = Comparator.<Finding, Integer>comparing(
                        finding -> planned.getOrDefault(finding.fingerprint(), Integer.MAX_VALUE))
                .thenComparing(Finding::severity)
                .thenComparing(Finding::proof);
        List<Cluster> clusters = new ArrayList<>();
        for (CheckResult check : scorecard.checks()) {
            check.findings().stream()
                    .sorted(order)
                    .collect(Collectors.groupingBy(Cause::of, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .forEach(findings -> clusters.add(new Cluster(check, findings)));
        }
        clusters.sort(Comparator.comparing(Cluster::suppressed).thenComparing(Cluster::first, order));
        return List.copyOf(clusters);
    }

    static boolean isSuppressed(Finding finding) {
        return finding.waived().isPresent() || finding.state().equals(Finding.KNOWN);
    }

    Finding first() {
        return findings.get(0);
    }

    Severity severity() {
        return first().severity();
    }

    /** Waived, or of the baseline: stays visible, but does not close the gate. */
    boolean suppressed() {
        return isSuppressed(first());
    }

    double effortHours() {
        return findings.stream().mapToDouble(Finding::effortHours).sum();
    }

    /** Whether every finding here is no more than a hint. */
    boolean hint() {
        return findings.stream().allMatch(finding -> finding.proof() == Proof.HEURISTIC);
    }
}
