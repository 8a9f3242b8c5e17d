package dev.launchready.report;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Decision;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Severity;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A scorecard in the order in which people read it: what all forms for people show alike. */
record Overview(Scorecard scorecard, List<Cluster> clusters, List<Gap> gaps) {
    /** What stands in a row that no check answers. */
    static final String NO_CHECK = "No check of this version answers this row.";
    /** The exit code of a fault of ours. */
    private static final int FAULT = 4;

    static Overview of(Scorecard scorecard) {
        return new Overview(scorecard, Cluster.of(scorecard), Gap.of(scorecard));
    }

    /** What is to be done: neither waived nor of the baseline. */
    List<Cluster> open() {
        return clusters.stream().filter(cluster -> !cluster.suppressed()).toList();
    }

    List<Cluster> suppressed() {
        return clusters.stream().filter(Cluster::suppressed).toList();
    }

    List<CheckResult> with(Outcome outcome) {
        return scorecard.checks().stream()
                .filter(check -> check.outcome() == outcome)
                .toList();
    }

    /** The results of a row's checks, in the row's order. */
    List<CheckResult> of(Scorecard.Row row) {
        return row.checks().stream()
                .flatMap(id -> scorecard.checks().stream()
                        .filter(check -> check.card().id().equals(id)))
                .toList();
    }

    /** The decision in capitals, as it stands over every report. */
    String headline() {
        return Words.of(scorecard.verdict().decision());
    }

    /** What the decision means, in one sentence. */
    String meaning() {
        String ready = scorecard.profile().ready();
        return switch (scorecard.verdict().decision()) {
            case READY -> sentence(ready.isBlank() ? "Everything that this profile requires was proven." : ready);
            case NOT_READY -> "Do not open it to clients yet. What closes the gate:";
            case NOT_PROVEN -> "Nothing closes the gate, but not all that must be proven was:";
        };
    }

    /** What nobody should read into the decision; empty when it covers all that was selected. */
    List<String> notCovered() {
        List<String> lines = new ArrayList<>();
        Scorecard.Coverage coverage = scorecard.coverage();
        List<String> open = new ArrayList<>();
        for (Outcome outcome : List.of(Outcome.NOT_TESTED, Outcome.BLOCKED, Outcome.ERROR)) {
            int count = with(outcome).size();
            if (count > 0) {
                open.add(count + " " + Words.of(outcome));
            }
        }
        if (!open.isEmpty()) {
            lines.add("Of " + coverage.checksSelected() + " checks: " + String.join(", ", open) + ".");
        }
        int unseen = coverage.privateRoutesKnown() - coverage.privateRoutesExercised();
        if (unseen > 0) {
            lines.add(unseen + " of " + coverage.privateRoutesKnown() + " private routes were not exercised.");
        }
        if (scorecard.verdict().partial()) {
            lines.add("Only chosen checks ran: this is no decision about the whole portal.");
        }
        if (scorecard.verdict().interrupted()) {
            lines.add("The run was interrupted before its end.");
        }
        return lines;
    }

    /** How many findings are suppressed and by what: always said, so that nobody overlooks them. */
    String suppression() {
        List<Finding> findings = scorecard.findings();
        long waived =
                findings.stream().filter(each -> each.waived().isPresent()).count();
        long known = findings.stream()
                .filter(each -> each.waived().isEmpty() && each.state().equals(Finding.KNOWN))
                .count();
        return "Waived: " + waived + ", known from the baseline: " + known + ", fixed since: "
                + scorecard.fixed().size();
    }

    /** Such as {@code 1 critical, 3 high}; empty for no clusters. */
    static String count(List<Cluster> clusters) {
        Map<Severity, Integer> bySeverity = new LinkedHashMap<>();
        for (Severity severity : Severity.values()) {
            int count = clusters.stream()
                    .filter(cluster -> cluster.severity() == severity)
                    .mapToInt(cluster -> cluster.findings().size())
                    .sum();
            if (count > 0) {
                bySeverity.put(severity, count);
            }
        }
        return bySeverity.entrySet().stream()
                .map(each -> each.getValue() + " " + Words.of(each.getKey()))
                .reduce((left, right) -> left + ", " + right)
                .orElse("");
    }

    /** The last line of a terminal: the exit code, and why. */
    String exitLine() {
        Scorecard.Verdict verdict = scorecard.verdict();
        return "exit " + verdict.exitCode() + ": " + exitCause(verdict);
    }

    private String exitCause(Scorecard.Verdict verdict) {
        if (verdict.exitCode() == FAULT) {
            List<String> ids =
                    with(Outcome.ERROR).stream().map(check -> check.card().id()).toList();
            return "a fault of launch-ready" + (ids.isEmpty() ? "" : " (" + String.join(", ", ids) + ")");
        }
        List<String> why = verdict.why();
        if (verdict.decision() == Decision.READY || why.isEmpty()) {
            return headline().toLowerCase(Locale.ROOT);
        }
        String allowed = verdict.exitCode() == 0 ? "not proven, but allowed: " : "";
        String more = why.size() > 1 ? "; and " + (why.size() - 1) + " more" : "";
        return allowed + unstopped(why.get(0)) + more;
    }

    private static String unstopped(String sentence) {
        return sentence.endsWith(".") ? sentence.substring(0, sentence.length() - 1) : sentence;
    }

    private static String sentence(String text) {
        String first = text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
        return first.endsWith(".") ? first : first + ".";
    }
}
