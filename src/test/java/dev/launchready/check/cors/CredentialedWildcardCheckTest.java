package dev.launchready.check.cors;

import static dev.launchready.check.cors.Surveys.OWN;
import static dev.launchready.check.cors.Surveys.RANDOM;
import static dev.launchready.check.cors.Surveys.answer;
import static dev.launchready.check.cors.Surveys.but;
import static dev.launchready.check.cors.Surveys.preflight;
import static dev.launchready.check.cors.Surveys.preflighted;
import static dev.launchready.check.cors.Surveys.silent;
import static dev.launchready.check.cors.Surveys.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Reason;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class CredentialedWildcardCheckTest {
    private static final CredentialedWildcardCheck CHECK = new CredentialedWildcardCheck();
    private static final RoutePolicy PAGE = sound("/", Holds.OPEN, 200);
    private static final RoutePolicy ME = sound("/api/me", Holds.GUARDED, 401);

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("no wildcard", ME, Set.of()),
                arguments(
                        "a wildcard on public data", but(PAGE, answer(Kind.RANDOM, RANDOM, 200, "*", false)), Set.of()),
                arguments(
                        "beside credentials",
                        but(PAGE, answer(Kind.RANDOM, RANDOM, 200, "*", true)),
                        Set.of("wildcard-with-credentials")),
                arguments(
                        "an answer that names the origin",
                        but(PAGE, answer(Kind.RANDOM, RANDOM, 200, RANDOM, true)),
                        Set.of()),
                arguments(
                        "authorization from anywhere",
                        writing("*", false, "authorization"),
                        Set.of("wildcard-with-authorization")),
                arguments(
                        "every header from anywhere", writing("*", false, "*"), Set.of("wildcard-with-authorization")),
                arguments("content-type from anywhere", writing("*", false, "content-type"), Set.of()),
                arguments("no answer", but(ME, silent(Kind.OWN, OWN)), Set.of("no-answer")),
                arguments(
                        "strangers limited",
                        but(ME, answer(Kind.RANDOM, RANDOM, 429, "", false)),
                        Set.of("held-back")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheCase(String name, RoutePolicy policy, Set<String> reasons) {
        assertThat(told(sound("/", Holds.OPEN, 200), policy)).as(name).isEqualTo(reasons);
    }

    @Test
    void aSessionInACookieIsNotCarriedByAHeader() {
        CorsSurvey survey = Surveys.by(
                Set.of(CorsSurvey.Carried.COOKIE), sound("/", Holds.OPEN, 200), writing("*", false, "authorization"));
        assertThat(UntrustedOriginCheckTest.codes(CHECK.judge(survey, new Params(Map.of()))))
                .isEmpty();
    }

    @Test
    void aPortalThatAnswersNobodyIsNoPass() {
        assertThat(told(sound("/", Holds.OPEN, 404))).containsExactly("only-errors", "only-refusals");
    }

    @Test
    void everyReasonHasItsCase() {
        Set<String> told = cases().flatMap(each -> ((Set<?>) each.get()[2]).stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        told.addAll(Set.of("only-errors", "only-refusals"));
        assertThat(told).isEqualTo(CHECK.reasons().stream().map(Reason::code).collect(Collectors.toSet()));
    }

    private static Set<String> told(RoutePolicy... policies) {
        return UntrustedOriginCheckTest.codes(CHECK.judge(Surveys.of(policies), new Params(Map.of())));
    }

    private static RoutePolicy writing(String allowed, boolean credentials, String headers) {
        return preflighted(
                "DELETE",
                "/api/invoices/{invoice}",
                preflight(Kind.OWN, OWN, 204, allowed, credentials, "DELETE", headers),
                preflight(Kind.RANDOM, RANDOM, 204, allowed, credentials, "DELETE", headers));
    }
}
