package dev.launchready.run;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import dev.launchready.model.Attestation;
import dev.launchready.model.CardRef;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Decision;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.model.Problem;
import dev.launchready.model.Provenance;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Severity;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shape of {@code scorecard.json}: the names are a contract. What later versions added is nullable here, so that
 * an older file still reads.
 */
record ScorecardFile(
        int schemaVersion,
        Scorecard.Tool tool,
        Scorecard.PortalRef portal,
        String profile,
        @Nullable String profileTitle,
        @Nullable String profileReady,
        @Nullable Boolean profileScored,
        Instant started,
        long elapsedMs,
        Decision decision,
        List<String> why,
        Optional<Integer> score,
        Scorecard.Gate gate,
        int exitCode,
        boolean partial,
        boolean interrupted,
        List<String> consent,
        List<String> scope,
        List<Scorecard.StageTime> stages,
        Scorecard.Coverage coverage,
        List<CheckFile> checks,
        List<Scorecard.Row> rows,
        List<Scorecard.AccessRow> access,
        List<Scorecard.PlanWindow> plan,
        List<Scorecard.SecretSighting> secrets,
        List<String> fixed,
        @Nullable List<String> notes,
        Scorecard.Traffic traffic) {

    ScorecardFile {
        Stream.of(tool, portal, profile, started, decision, why, gate, consent, scope, stages, coverage)
                .forEach(Objects::requireNonNull);
        Stream.of(checks, rows, access, plan, secrets, fixed, traffic).forEach(Objects::requireNonNull);
    }

    static ScorecardFile of(Scorecard from) {
        Scorecard.Verdict verdict = from.verdict();
        return new ScorecardFile(
                Scorecard.SCHEMA_VERSION,
                from.tool(),
                from.portal(),
                from.profile().id(),
                from.profile().title(),
                from.profile().ready(),
                from.profile().scored(),
                from.started(),
                from.elapsedMs(),
                verdict.decision(),
                verdict.why(),
                verdict.score(),
                verdict.gate(),
                verdict.exitCode(),
                verdict.partial(),
                verdict.interrupted(),
                from.scope().consent(),
                from.scope().hosts(),
                from.scope().stages(),
                from.coverage(),
                from.checks().stream().map(CheckFile::of).toList(),
                from.rows(),
                from.access(),
                from.plan(),
                from.secrets(),
                from.fixed(),
                from.notes(),
                from.traffic());
    }

    Scorecard toScorecard() {
        boolean scored = profileScored == null ? score.isPresent() : profileScored;
        return new Scorecard(
                tool,
                portal,
                new Scorecard.ProfileRef(profile, or(profileTitle, profile), or(profileReady, ""), scored),
                started,
                elapsedMs,
                new Scorecard.Verdict(decision, why, score, gate, exitCode, partial, interrupted),
                new Scorecard.Scope(consent, scope, stages),
                coverage,
                checks.stream().map(CheckFile::toResult).toList(),
                rows,
                access,
                plan,
                secrets,
                fixed,
                notes == null ? List.of() : notes,
                traffic);
    }

    private static String or(@Nullable String value, String otherwise) {
        return value == null ? otherwise : value;
    }

    /** One entry of {@code checks}: the result with its card's facts beside it. */
    @JsonPropertyOrder({
        "id",
        "family",
        "title",
        "severity",
        "weight",
        "outcome",
        "provenance",
        "summary",
        "requests",
        "elapsedMs",
        "controls",
        "attested",
        "problem",
        "findings",
        "access",
        "references"
    })
    record CheckFile(
            String id,
            String family,
            String title,
            Severity severity,
            @Nullable Integer weight,
            Outcome outcome,
            Provenance provenance,
            String summary,
            int requests,
            long elapsedMs,
            List<String> controls,
            Optional<Attestation> attested,
            Optional<Problem> problem,
            List<Finding> findings,

            @JsonInclude(JsonInclude.Include.NON_EMPTY) @Nullable
            List<Scorecard.AccessRow> access,

            Map<String, Object> references) {
        private static final String CWE = "cwe";

        static CheckFile of(CheckResult from) {
            CardRef card = from.card();
            return new CheckFile(
                    card.id(),
                    card.family(),
                    card.title(),
                    card.severity(),
                    card.weight(),
                    from.outcome(),
                    from.provenance(),
                    from.summary(),
                    from.requests(),
                    from.elapsedMs(),
                    from.controls(),
                    from.attested(),
                    from.problem(),
                    from.findings(),
                    from.access(),
                    written(card.references()));
        }

        CheckResult toResult() {
            Map<String, String> texts = new LinkedHashMap<>();
            references.forEach((kind, value) -> texts.put(kind, String.valueOf(value)));
            CardRef card = new CardRef(id, title, severity, weight == null ? 1 : weight, texts);
            return new CheckResult(
                    card,
                    outcome,
                    provenance,
                    summary,
                    controls,
                    findings,
                    problem,
                    attested,
                    requests,
                    elapsedMs,
                    access == null ? List.of() : access);
        }

        /** Sorted, so that two files of one run are equal byte by byte; a lone CWE is a number. */
        private static Map<String, Object> written(Map<String, String> references) {
            Map<String, Object> sorted = new TreeMap<>(references);
            sorted.computeIfPresent(
                    CWE,
                    (kind, text) ->
                            text.toString().matches("\\d{1,6}") ? (Object) Integer.valueOf(text.toString()) : text);
            return sorted;
        }
    }
}
