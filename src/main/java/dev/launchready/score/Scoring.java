package dev.launchready.score;

import dev.launchready.catalog.Profile;
import dev.launchready.catalog.Profile.ProfileRow;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Scorecard.Coverage;
import dev.launchready.model.Scorecard.PortalRef;
import dev.launchready.model.Scorecard.ProfileRef;
import dev.launchready.model.Scorecard.Row;
import dev.launchready.model.Scorecard.Scope;
import dev.launchready.model.Scorecard.Tool;
import dev.launchready.model.Scorecard.Traffic;
import dev.launchready.model.Scorecard.Verdict;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** From results to a scorecard; a pure function. */
public final class Scoring {
    private Scoring() {}

    /** What a run was, and what it saw beside the checks' results. */
    public record RunFacts(
            Tool tool,
            PortalRef portal,
            Instant started,
            long elapsedMs,
            Scope scope,
            boolean partial,
            boolean interrupted,
            Routes routes,
            List<String> notes,
            Traffic traffic) {
        public RunFacts {
            notes = List.copyOf(notes);
        }
    }

    /** @param exercised how many of the private routes were called as a signed-in identity */
    public record Routes(int privateKnown, int exercised) {}

    public static Scorecard scorecard(RunFacts run, Profile profile, List<CheckResult> results, Policy policy) {
        Acceptance acceptance = new Acceptance(policy, LocalDate.ofInstant(run.started(), ZoneOffset.UTC));
        List<CheckResult> marked = acceptance.mark(results);
        Coverage coverage = coverage(run, marked);
        Gatekeeper.Ruling ruling =
                new Gatekeeper(profile, policy, run.partial(), run.interrupted()).rule(marked, coverage);
        Verdict verdict = new Verdict(
                ruling.decision(),
                ruling.why(),
                profile.scored() ? Points.of(marked) : Optional.empty(),
                ruling.gate(),
                ruling.exitCode(),
                run.partial(),
                run.interrupted());
        List<String> notes = new ArrayList<>(run.notes());
        notes.addAll(acceptance.notes());
        return new Scorecard(
                run.tool(),
                run.portal(),
                new ProfileRef(profile.id(), profile.title(), profile.ready(), profile.scored()),
                run.started(),
                run.elapsedMs(),
                verdict,
                run.scope(),
                coverage,
                marked,
                rows(profile, marked, run.partial()),
                AccessMatrix.of(marked),
                Remediation.plan(marked),
                MetSecrets.of(marked),
                acceptance.fixed(marked),
                notes,
                run.traffic());
    }

    private static Coverage coverage(RunFacts run, List<CheckResult> results) {
        long proven =
                results.stream().filter(result -> result.outcome().proven()).count();
        return new Coverage(
                (int) proven,
                results.size(),
                run.routes().privateKnown(),
                run.routes().exercised());
    }

    /** The profile's rows in order; a row none of whose checks ran is not tested, or absent from a partial run. */
    private static List<Row> rows(Profile profile, List<CheckResult> results, boolean partial) {
        Map<String, Outcome> byId = results.stream()
                .collect(Collectors.toMap(result -> result.card().id(), CheckResult::outcome));
        List<Row> rows = new ArrayList<>();
        for (ProfileRow row : profile.rows()) {
            List<Outcome> outcomes = new ArrayList<>(row.checks().stream()
                    .flatMap(id -> Optional.ofNullable(byId.get(id)).stream())
                    .toList());
            boolean open =
                    profile.open().stream().anyMatch(question -> question.row().equals(row.row()));
            if (open || (outcomes.isEmpty() && !partial)) {
                outcomes.add(Outcome.NOT_TESTED);
            }
            Outcome.worst(outcomes).ifPresent(worst -> rows.add(new Row(row.row(), row.checks(), worst)));
        }
        return rows;
    }
}
