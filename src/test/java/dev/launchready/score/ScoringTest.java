package dev.launchready.score;

import static dev.launchready.model.Outcome.BLOCKED;
import static dev.launchready.model.Outcome.ERROR;
import static dev.launchready.model.Outcome.FAIL;
import static dev.launchready.model.Outcome.NOT_TESTED;
import static dev.launchready.model.Outcome.PASS;
import static dev.launchready.model.Outcome.WARN;
import static dev.launchready.score.Results.about;
import static dev.launchready.score.Results.finding;
import static dev.launchready.score.Results.of;
import static dev.launchready.score.Results.profile;
import static dev.launchready.score.Results.score;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.launchready.catalog.Profile;
import dev.launchready.catalog.Profile.OpenQuestion;
import dev.launchready.model.Decision;
import dev.launchready.model.Outcome;
import dev.launchready.model.Proof;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Secret;
import dev.launchready.model.Severity;
import dev.launchready.score.Policy.FailOn;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScoringTest {
    private static final Profile PLAIN = profile(Set.of(), Set.of(), "a.one", "b.two");

    @Test
    void everythingProvenAndInOrderIsReady() {
        assertDecision(score(PLAIN, Policy.DEFAULT, of("a.one", PASS), of("b.two", PASS)), Decision.READY, 0);
    }

    @Test
    void aCriticalFindingClosesTheGateAndIsNamed() {
        Scorecard card = score(PLAIN, Policy.DEFAULT, of("a.one", FAIL, finding("f1", Severity.CRITICAL)));

        assertDecision(card, Decision.NOT_READY, 1);
        assertThat(card.verdict().why().get(0)).isEqualTo("1 critical finding (a.one)");
    }

    @Test
    void aFindingUnderTheGateDoesNotCloseIt() {
        assertDecision(
                score(PLAIN, Policy.DEFAULT, of("a.one", FAIL, finding("f1", Severity.HIGH)), of("b.two", PASS)),
                Decision.READY,
                0);
    }

    @Test
    void aHardStopClosesItWhateverItsSeverity() {
        Profile strict = profile(Set.of("a.one"), Set.of(), "a.one", "b.two");

        assertDecision(
                score(strict, Policy.DEFAULT, of("a.one", FAIL, finding("f1", Severity.MEDIUM))),
                Decision.NOT_READY,
                1);
    }

    @Test
    void failOnReplacesGateAndHardStops() {
        Profile strict = profile(Set.of("a.one"), Set.of(), "a.one", "b.two");
        Policy never = new Policy(Optional.of(new FailOn(Optional.empty())), false, Optional.empty(), List.of());
        Policy low = new Policy(Optional.of(new FailOn(Optional.of(Severity.LOW))), false, Optional.empty(), List.of());

        assertDecision(
                score(strict, never, of("a.one", FAIL, finding("f1", Severity.CRITICAL)), of("b.two", PASS)),
                Decision.READY,
                0);
        assertDecision(
                score(strict, low, of("b.two", FAIL, finding("f2", Severity.LOW)), of("a.one", PASS)),
                Decision.NOT_READY,
                1);
        assertThat(score(strict, never, of("a.one", PASS)).verdict().gate().hardStops())
                .isFalse();
    }

    @Test
    void aHintOrAWarningNeverClosesIt() {
        assertDecision(
                score(
                        PLAIN,
                        Policy.DEFAULT,
                        of("a.one", WARN, finding("f1", Severity.CRITICAL, Proof.HEURISTIC, WARN)),
                        of("b.two", WARN, finding("f2", Severity.CRITICAL, Proof.CONFIRMED, WARN))),
                Decision.READY,
                0);
    }

    @Test
    void aRequiredCheckThatIsNotProvenKeepsTheDecisionOpen() {
        Profile asks = profile(Set.of(), Set.of("a.one"), "a.one", "b.two");

        assertDecision(score(asks, Policy.DEFAULT, of("a.one", NOT_TESTED), of("b.two", PASS)), Decision.NOT_PROVEN, 3);
        assertDecision(score(asks, Policy.DEFAULT, of("a.one", BLOCKED), of("b.two", PASS)), Decision.NOT_PROVEN, 3);
        assertDecision(score(asks, Policy.DEFAULT, of("a.one", ERROR), of("b.two", PASS)), Decision.NOT_PROVEN, 4);
    }

    @Test
    void anOpenQuestionKeepsItOpenAndMarksItsRow() {
        Profile asks = PLAIN.withOpen(List.of(new OpenQuestion("row of a.one", "identity", "Nobody has tested it.")));
        Scorecard card = score(asks, Policy.DEFAULT, of("a.one", PASS), of("b.two", PASS));

        assertDecision(card, Decision.NOT_PROVEN, 3);
        assertThat(card.rows().get(0).outcome()).isEqualTo(NOT_TESTED);
        assertThat(card.rows().get(1).outcome()).isEqualTo(PASS);
    }

    @Test
    void aRowThatNoCheckAnswersKeepsItOpen() {
        Profile longer = new Profile(
                "test",
                "title",
                "ready",
                Optional.of(Severity.CRITICAL),
                true,
                0,
                List.of(
                        new Profile.ProfileRow("answered", List.of("a.one")),
                        new Profile.ProfileRow("unanswered", List.of())),
                Set.of(),
                Set.of(),
                List.of(),
                java.util.Map.of());

        Scorecard card = score(longer, Policy.DEFAULT, of("a.one", PASS));

        assertDecision(card, Decision.NOT_PROVEN, 3);
        assertThat(card.rows()).extracting(Scorecard.Row::outcome).containsExactly(PASS, NOT_TESTED);
    }

    @Test
    void allowUnprovenForgivesWhatIsNotTestedAndNothingElse() {
        Profile asks = profile(Set.of(), Set.of("a.one", "b.two"), "a.one", "b.two");
        Policy allow = new Policy(Optional.empty(), true, Optional.empty(), List.of());

        assertDecision(score(asks, allow, of("a.one", NOT_TESTED), of("b.two", PASS)), Decision.NOT_PROVEN, 0);
        assertDecision(score(asks, allow, of("a.one", NOT_TESTED), of("b.two", BLOCKED)), Decision.NOT_PROVEN, 3);
        assertDecision(
                score(asks, allow, false, true, of("a.one", NOT_TESTED), of("b.two", PASS)), Decision.NOT_PROVEN, 3);
    }

    @Test
    void exitCodesComeInTheOrderOfTheContract() {
        assertDecision(
                score(PLAIN, Policy.DEFAULT, of("a.one", FAIL, finding("f", Severity.CRITICAL)), of("b.two", ERROR)),
                Decision.NOT_READY,
                1);
        assertDecision(score(PLAIN, Policy.DEFAULT, of("a.one", PASS), of("b.two", ERROR)), Decision.READY, 4);
        assertDecision(
                score(PLAIN, Policy.DEFAULT, false, true, of("a.one", FAIL, finding("f", Severity.CRITICAL))),
                Decision.NOT_READY,
                1);
    }

    @Test
    void nothingThatRanIsNothingProven() {
        assertDecision(score(PLAIN, Policy.DEFAULT), Decision.NOT_PROVEN, 3);
    }

    @Test
    void coverageUnderTheFloorIsNotProven() {
        Profile floor = new Profile(
                "test",
                "t",
                "r",
                Optional.of(Severity.CRITICAL),
                true,
                0.6,
                PLAIN.rows(),
                Set.of(),
                Set.of(),
                List.of(),
                java.util.Map.of());

        assertDecision(
                score(floor, Policy.DEFAULT, of("a.one", PASS), of("b.two", NOT_TESTED)), Decision.NOT_PROVEN, 3);
    }

    @Test
    void onlyNewFindingsCloseTheGateUnderABaselineAndFixedOnesAreNamed() {
        Policy known = new Policy(Optional.empty(), false, Optional.of(Set.of("f1", "gone")), List.of());

        Scorecard card = score(PLAIN, known, of("a.one", FAIL, finding("f1", Severity.CRITICAL)), of("b.two", PASS));

        assertDecision(card, Decision.READY, 0);
        assertThat(card.findings().get(0).state()).isEqualTo("known");
        assertThat(card.fixed()).containsExactly("gone");
    }

    @Test
    void aWaiverAcceptsAFindingUntilItsDayAndStaysVisible() {
        Policy policy = waivers(new Waiver("f1", "legacy client", "ops", LocalDate.of(2026, 11, 21)));
        Scorecard card = score(PLAIN, policy, of("a.one", FAIL, finding("f1", Severity.CRITICAL)), of("b.two", PASS));

        assertDecision(card, Decision.READY, 0);
        assertThat(card.findings().get(0).waived())
                .hasValueSatisfying(says -> assertThat(says).contains("legacy client", "ops", "2026-11-21"));
    }

    @Test
    void aWaiverThatRanOutOrMatchesNothingIsTold() {
        Policy policy = waivers(
                new Waiver("f1", "r", "o", LocalDate.of(2026, 11, 20)),
                new Waiver("f9", "r", "o", LocalDate.of(2027, 1, 1)));
        Scorecard card = score(PLAIN, policy, of("a.one", FAIL, finding("f1", Severity.CRITICAL)), of("b.two", PASS));

        assertDecision(card, Decision.NOT_READY, 1);
        assertThat(card.notes())
                .anyMatch(note -> note.contains("ran out"))
                .anyMatch(note -> note.contains("matches nothing"));
    }

    @Test
    void theScoreIsCappedWhileACriticalIsOpen() {
        Profile many = profile(Set.of(), Set.of(), "a.one", "b.two", "c.three", "d.four", "e.five");
        Scorecard card = score(
                many,
                Policy.DEFAULT,
                of("a.one", PASS),
                of("b.two", PASS),
                of("c.three", PASS),
                of("d.four", PASS),
                of("e.five", FAIL, finding("f", Severity.CRITICAL)));

        assertThat(card.verdict().score()).hasValue(59);
    }

    @Test
    void aPartialRunDecidesOnWhatRan() {
        Profile asks = profile(Set.of(), Set.of("a.one"), "a.one", "b.two");
        Scorecard card = score(asks, Policy.DEFAULT, true, false, of("b.two", PASS));

        assertDecision(card, Decision.READY, 0);
        assertThat(card.verdict().partial()).isTrue();
        assertThat(card.rows()).extracting(Scorecard.Row::row).containsExactly("row of b.two");
    }

    @Test
    void theWorstOutcomeOfARowIsTheRows() {
        assertThat(Outcome.worst(List.of(PASS, WARN, BLOCKED))).hasValue(BLOCKED);
        assertThat(Outcome.worst(List.of(PASS, FAIL, ERROR))).hasValue(FAIL);
        assertThat(Outcome.worst(List.of(Outcome.NOT_APPLICABLE, PASS))).hasValue(PASS);
    }

    @Test
    void thePlanPutsWhatIsWorstIntoTheFirstHours() {
        Scorecard card = score(
                PLAIN,
                Policy.DEFAULT,
                of("a.one", FAIL, finding("low", Severity.LOW), finding("critical", Severity.CRITICAL)),
                of("b.two", FAIL, finding("high", Severity.HIGH)));

        assertThat(card.plan()).extracting(Scorecard.PlanWindow::window).containsExactly("0-6h", "6-24h");
        assertThat(card.plan().get(0).items()).containsExactly("critical");
        assertThat(card.plan().get(1).items()).containsExactly("high", "low");
    }

    private static Policy waivers(Waiver... waivers) {
        return new Policy(Optional.empty(), false, Optional.empty(), List.of(waivers));
    }

    private static void assertDecision(Scorecard card, Decision decision, int exitCode) {
        assertThat(card.verdict().decision())
                .as(card.verdict().why().toString())
                .isEqualTo(decision);
        assertThat(card.verdict().exitCode()).isEqualTo(exitCode);
    }

    @Test
    void aSecretThatTwoChecksMetIsOneWithItsPlacesInOrderOfTimeAndOneWayToBeRidOfIt() {
        Secret.Place inBundle = Secret.Place.of("assets/index.js");
        Secret.Place inHistory = new Secret.Place(
                "server/pay.ts", Optional.of("2026-03-02"), Optional.of("2026-05-19"), Optional.of(false));
        Scorecard card = score(
                PLAIN,
                Policy.DEFAULT,
                of("a.one", FAIL, about("f1", inHistory, "renew", "rewrite the history")),
                of("b.two", FAIL, about("f1", inBundle, "renew", "take it out")));

        assertThat(card.verdict().why().get(0)).isEqualTo("1 critical finding (a.one, b.two)");
        assertThat(card.plan().get(0).items()).containsExactly("f1");
        assertThat(card.secrets()).singleElement().satisfies(secret -> {
            assertThat(secret.places())
                    .extracting(Scorecard.SecretPlace::check, Scorecard.SecretPlace::file)
                    .containsExactly(tuple("a.one", "server/pay.ts"), tuple("b.two", "assets/index.js"));
            assertThat(secret.fix()).containsExactly("renew", "take it out", "rewrite the history");
        });
    }
}
