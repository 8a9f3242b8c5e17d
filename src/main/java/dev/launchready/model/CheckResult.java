package dev.launchready.model;

import dev.launchready.model.Scorecard.AccessRow;
import java.util.List;
import java.util.Optional;

/**
 * The one result that each selected check leaves.
 *
 * @param summary one sentence
 * @param controls what was seen to work while the check looked, each in one sentence
 * @param problem present for NOT_TESTED, BLOCKED and ERROR; a FAIL may carry one too, for what it could not see besides
 * @param requests sent for this check, redirects and handshakes included
 * @param access who was seen to reach what while the check looked; a route may have several rows
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
        long elapsedMs,
        List<AccessRow> access) {
    public CheckResult {
        controls = List.copyOf(controls);
        findings = List.copyOf(findings);
        access = List.copyOf(access);
    }

    /** A result of a check that does not tell who may reach what. */
    public CheckResult(
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
        this(card, outcome, provenance, summary, controls, findings, problem, attested, requests, elapsedMs, List.of());
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
                card,
                outcome,
                provenance,
                summary,
                controls,
                newFindings,
                problem,
                attested,
                requests,
                elapsedMs,
                access);
    }

    /** The same with another word on why it is no verdict, or no whole one. */
    public CheckResult withProblem(Problem other) {
        boolean told = problem.map(Problem::says).filter(summary::equals).isPresent();
        return new CheckResult(
                card,
                outcome,
                provenance,
                told ? other.says() : summary,
                controls,
                findings,
                Optional.of(other),
                attested,
                requests,
                elapsedMs,
                access);
    }

    public CheckResult withAccess(List<AccessRow> rows) {
        return new CheckResult(
                card, outcome, provenance, summary, controls, findings, problem, attested, requests, elapsedMs, rows);
    }
}
