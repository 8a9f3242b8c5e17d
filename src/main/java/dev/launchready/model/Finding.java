package dev.launchready.model;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One thing that is wrong, as a report shows it.
 *
 * @param outcome FAIL or WARN: what this finding makes of its check
 * @param message the card's sentence with the facts filled in
 * @param means what that means for the people who use the portal
 * @param fix steps in order, already those of the portal's stack
 * @param state against the baseline: {@code new} or {@code known}
 * @param waived by whom, why and until when, in one sentence
 * @param secret the secret that it is about, whose fingerprint is then the finding's own
 */
public record Finding(
        String fingerprint,
        String reason,
        Outcome outcome,
        Severity severity,
        Proof proof,
        String message,
        String means,
        Where where,
        Map<String, String> facts,
        List<Evidence> evidence,
        List<String> fix,
        double effortHours,
        String state,
        Optional<String> waived,
        Optional<Secret> secret) {
    public static final String NEW = "new";
    public static final String KNOWN = "known";

    public Finding {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        evidence = List.copyOf(evidence);
        fix = List.copyOf(fix);
    }

    /** A finding that is about no secret. */
    public Finding(
            String fingerprint,
            String reason,
            Outcome outcome,
            Severity severity,
            Proof proof,
            String message,
            String means,
            Where where,
            Map<String, String> facts,
            List<Evidence> evidence,
            List<String> fix,
            double effortHours,
            String state,
            Optional<String> waived) {
        this(
                fingerprint,
                reason,
                outcome,
                severity,
                proof,
                message,
                means,
                where,
                facts,
                evidence,
                fix,
                effortHours,
                state,
                waived,
                Optional.empty());
    }

    /** Whether the gate sees it: unwaived, not of the baseline, and better than a hint. */
    public boolean counts() {
        return waived.isEmpty() && !state.equals(KNOWN) && proof != Proof.HEURISTIC;
    }

    public Finding withEvidence(List<Evidence> newEvidence) {
        return new Finding(
                fingerprint,
                reason,
                outcome,
                severity,
                proof,
                message,
                means,
                where,
                facts,
                newEvidence,
                fix,
                effortHours,
                state,
                waived,
                secret);
    }

    public Finding at(Where newWhere) {
        return new Finding(
                fingerprint,
                reason,
                outcome,
                severity,
                proof,
                message,
                means,
                newWhere,
                facts,
                evidence,
                fix,
                effortHours,
                state,
                waived,
                secret);
    }

    public Finding withState(String newState) {
        return new Finding(
                fingerprint,
                reason,
                outcome,
                severity,
                proof,
                message,
                means,
                where,
                facts,
                evidence,
                fix,
                effortHours,
                newState,
                waived,
                secret);
    }

    public Finding withWaiver(String sentence) {
        return new Finding(
                fingerprint,
                reason,
                outcome,
                severity,
                proof,
                message,
                means,
                where,
                facts,
                evidence,
                fix,
                effortHours,
                state,
                Optional.of(sentence),
                secret);
    }
}
