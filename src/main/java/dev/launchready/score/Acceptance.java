package dev.launchready.score;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Marks the findings that a waiver or the baseline speaks of; they stay visible. */
final class Acceptance {
    private final Policy policy;
    private final LocalDate today;
    private final Set<Waiver> used = new HashSet<>();

    Acceptance(Policy policy, LocalDate today) {
        this.policy = policy;
        this.today = today;
    }

    List<CheckResult> mark(List<CheckResult> results) {
        return results.stream()
                .map(result -> result.withFindings(result.findings().stream()
                        .map(finding -> mark(result.card().id(), finding))
                        .toList()))
                .toList();
    }

    private Finding mark(String check, Finding finding) {
        boolean known = policy.baseline()
                .filter(all -> all.contains(finding.fingerprint()))
                .isPresent();
        Finding marked = known ? finding.withState(Finding.KNOWN) : finding;
        Optional<Waiver> waiver = policy.waivers().stream()
                .filter(each -> each.matches(check, finding))
                .findFirst();
        waiver.ifPresent(used::add);
        return waiver.filter(each -> each.valid(today))
                .map(each -> marked.withWaiver(each.sentence()))
                .orElse(marked);
    }

    /** Fingerprints of the baseline that no finding of this run has. */
    List<String> fixed(List<CheckResult> results) {
        Set<String> seen = new HashSet<>();
        results.forEach(result -> result.findings().forEach(finding -> seen.add(finding.fingerprint())));
        return policy.baseline().orElse(Set.of()).stream()
                .filter(fingerprint -> !seen.contains(fingerprint))
                .sorted()
                .toList();
    }

    /** What a person should know of the waivers; ask after marking. */
    List<String> notes() {
        List<String> notes = new ArrayList<>();
        for (Waiver waiver : policy.waivers()) {
            if (!used.contains(waiver)) {
                notes.add("The waiver for " + waiver.target() + " matches nothing: remove it.");
            } else if (!waiver.valid(today)) {
                notes.add(
                        "The waiver for " + waiver.target() + " ran out on " + waiver.until() + " and counts no more.");
            }
        }
        return notes;
    }
}
