package dev.launchready.score;

import dev.launchready.catalog.Profile;
import dev.launchready.catalog.Profile.ProfileRow;
import dev.launchready.model.CardRef;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.model.Problem;
import dev.launchready.model.Proof;
import dev.launchready.model.Provenance;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Secret;
import dev.launchready.model.Severity;
import dev.launchready.model.Where;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Results made by hand for tests of the score. */
final class Results {
    static final Instant STARTED = Instant.parse("2026-11-21T10:00:00Z");

    private Results() {}

    static CheckResult of(String id, Outcome outcome, Finding... findings) {
        Optional<Problem> problem =
                outcome.open() ? Optional.of(new Problem("code", "says", "add", 1)) : Optional.empty();
        return new CheckResult(
                new CardRef(id, "title", Severity.CRITICAL, 5, Map.of()),
                outcome,
                Provenance.MEASURED,
                "summary",
                List.of(),
                List.of(findings),
                problem,
                Optional.empty(),
                1,
                1);
    }

    static Finding finding(String fingerprint, Severity severity) {
        return finding(fingerprint, severity, Proof.CONFIRMED, Outcome.FAIL);
    }

    static Finding finding(String fingerprint, Severity severity, Proof proof, Outcome outcome) {
        return new Finding(
                fingerprint,
                "reason",
                outcome,
                severity,
                proof,
                "message",
                "means",
                Where.SITE,
                Map.of(),
                List.of(),
                List.of("fix"),
                4,
                Finding.NEW,
                Optional.empty());
    }

    /** A critical finding about a secret. */
    static Finding about(String fingerprint, Secret.Place place, String... fix) {
        return new Finding(
                fingerprint,
                "reason",
                Outcome.FAIL,
                Severity.CRITICAL,
                Proof.CONFIRMED,
                "message",
                "means",
                Where.SITE,
                Map.of(),
                List.of(),
                List.of(fix),
                4,
                Finding.NEW,
                Optional.empty(),
                Optional.of(new Secret(fingerprint, "Stripe live secret key", Severity.CRITICAL, List.of(place))));
    }

    static Profile profile(Set<String> hardStops, Set<String> required, String... checks) {
        List<ProfileRow> rows = new ArrayList<>();
        for (String check : checks) {
            rows.add(new ProfileRow("row of " + check, List.of(check)));
        }
        return new Profile(
                "test",
                "title",
                "ready",
                Optional.of(Severity.CRITICAL),
                true,
                0,
                rows,
                hardStops,
                required,
                List.of(),
                Map.of());
    }

    static Scorecard score(Profile profile, Policy policy, CheckResult... results) {
        return score(profile, policy, false, false, results);
    }

    static Scorecard score(
            Profile profile, Policy policy, boolean partial, boolean interrupted, CheckResult... results) {
        Scoring.RunFacts run = new Scoring.RunFacts(
                new Scorecard.Tool("launch-ready", "1", "digest"),
                new Scorecard.PortalRef("portal", "https://portal.example/", Optional.empty(), List.of()),
                STARTED,
                100,
                new Scorecard.Scope(List.of(), List.of(), List.of()),
                partial,
                interrupted,
                new Scoring.Routes(0, 0),
                List.of(),
                Scorecard.Traffic.NONE);
        return Scoring.scorecard(run, profile, List.of(results), policy);
    }
}
