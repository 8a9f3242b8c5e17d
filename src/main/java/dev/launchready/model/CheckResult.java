package dev.launchready.model;

import java.util.List;
import java.util.Optional;

/**
 * The one result that each selected check leaves.
 *
 * @param summary one sentence
 * @param controls what was seen to work while the check looked, each in one sentence
 * @param problem present for NOT_TESTED, BLOCKED and ERROR; a FAIL may carry one too, for what it could not see besides
 * @param requests sent for this check, redirects and handshakes included
 */
public record CheckResult(
        CardRef card,
        Outcome outcome,
        Provenance provenance,
        String summary,
        List<String> controls,
        List<Finding> findings,
        Optional<Problem> problem,
        Optional<Attestation> attested,
        int requests,
        long elapsedMs) {
    public CheckResult {
        controls = List.copyOf(controls);
        findings = List.copyOf(findings);
    }

    /** The same result, resting on a person's word. */
    public CheckResult onTheWordOf(Attestation word) {
        return new CheckResult(
                card,
                outcome,
                Provenance.ATTESTED,
                summary,
                controls,
                findings,
                problem,
                Optional.of(word),
                requests,
                elapsedMs);
    }

    public CheckResult withFindings(List<Finding> newFindings) {
        return new CheckResult(
                card, outcome, provenance, summary, controls, newFindings, problem, attested, requests, elapsedMs);
    }
}
