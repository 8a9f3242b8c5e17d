package dev.launchready.check.cors;

import static dev.launchready.check.cors.Surveys.OWN;
import static dev.launchready.check.cors.Surveys.RANDOM;
import static dev.launchready.check.cors.Surveys.SECOND;
import static dev.launchready.check.cors.Surveys.answer;
import static dev.launchready.check.cors.Surveys.but;
import static dev.launchready.check.cors.Surveys.preflight;
import static dev.launchready.check.cors.Surveys.preflighted;
import static dev.launchready.check.cors.Surveys.silent;
import static dev.launchready.check.cors.Surveys.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UntrustedOriginCheckTest {
    private static final RoutePolicy PAGE = sound("/", Holds.OPEN, 200);
    private static final RoutePolicy ME = sound("/api/me", Holds.GUARDED, 401);
    private static final String PREFIX = "https://portal.harbor.example.t1.example.org";

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("nobody is named", PAGE, ME, Set.of()),
                arguments("a wildcard without credentials on public data", but(PAGE, wild(Kind.RANDOM)), ME, Set.of()),
                arguments("own origin named", but(PAGE, answer(Kind.OWN, OWN, 200, OWN, true)), ME, Set.of()),
                arguments("reflected, guarded", PAGE, reflected(ME, true), Set.of("reflected-with-credentials")),
                arguments("reflected, open", reflected(PAGE, true), ME, Set.of("reflected-with-credentials-open")),
                arguments("reflected, none", reflected(PAGE, false), ME, Set.of("reflected-without-credentials")),
                arguments("reflected, but a browser refuses two lines", PAGE, twoLines(ME), Set.of()),
                arguments(
                        "null, guarded",
                        PAGE,
                        named(ME, Kind.NULL, "null", true),
                        Set.of("null-origin-with-credentials")),
                arguments(
                        "null, open",
                        named(PAGE, Kind.NULL, "null", true),
                        ME,
                        Set.of("null-origin-with-credentials-open")),
                arguments(
                        "null, no credentials",
                        PAGE,
                        named(ME, Kind.NULL, "null", false),
                        Set.of("null-origin-without-credentials")),
                arguments("null, no credentials, public", named(PAGE, Kind.NULL, "null", false), ME, Set.of()),
                arguments(
                        "prefix",
                        PAGE,
                        named(ME, Kind.PREFIX, PREFIX, true),
                        Set.of("lookalike-origin-with-credentials")),
                arguments(
                        "prefix, open",
                        named(PAGE, Kind.PREFIX, PREFIX, true),
                        ME,
                        Set.of("lookalike-origin-with-credentials-open")),
                arguments(
                        "prefix, none",
                        PAGE,
                        named(ME, Kind.PREFIX, PREFIX, false),
                        Set.of("lookalike-origin-without-credentials")),
                arguments(
                        "dot",
                        PAGE,
                        named(ME, Kind.UNESCAPED_DOT, "https://portalxharbor.example", true),
                        Set.of("lookalike-origin-with-credentials")),
                arguments(
                        "underscore",
                        PAGE,
                        named(ME, Kind.ODD_CHARACTER, OWN + "_.t1.example.org", true),
                        Set.of("odd-origin-with-credentials")),
                arguments(
                        "http",
                        PAGE,
                        named(ME, Kind.DOWNGRADED, "http://portal.harbor.example", true),
                        Set.of("downgraded-origin-with-credentials")),
                arguments(
                        "subdomain",
                        PAGE,
                        named(ME, Kind.SUBDOMAIN, "https://t1.harbor.example", true),
                        Set.of("subdomain-origin-with-credentials")),
                arguments(
                        "localhost",
                        PAGE,
                        named(ME, Kind.DEVELOPMENT, "http://localhost:3000", true),
                        Set.of("development-origin-with-credentials")),
                arguments(
                        "a fixed other site",
                        PAGE,
                        fixed("https://partner.example.com"),
                        Set.of("other-site-with-credentials")),
                arguments("a fixed own site", PAGE, fixed("https://www.harbor.example"), Set.of()),
                arguments("an open preflight", PAGE, writing(RANDOM, true), Set.of("preflight-with-credentials")),
                arguments("a preflight for the portal alone", PAGE, writing("", false), Set.of()),
                arguments("no answer", PAGE, but(ME, silent(Kind.OWN, OWN)), Set.of("no-answer")),
                arguments(
                        "strangers limited",
                        PAGE,
                        but(ME, answer(Kind.RANDOM, RANDOM, 429, "", false)),
                        Set.of("held-back")),
                arguments("unsteady", PAGE, named(ME, Kind.RANDOM, RANDOM, true), Set.of("unsteady")),
                arguments("only refusals", sound("/api/you", Holds.GUARDED, 401), ME, Set.of("only-refusals")),
                arguments(
                        "only errors",
                        sound("/", Holds.OPEN, 404),
                        sound("/x", Holds.OPEN, 500),
                        Set.of("only-errors", "only-refusals")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheCase(String name, RoutePolicy first, RoutePolicy second, Set<String> reasons) {
        assertThat(codes(UntrustedOriginJudge.judge(Surveys.of(first, second))))
                .as(name)
                .isEqualTo(reasons);
    }

    @Test
    void withoutASessionPrivateAnswersAreUnseen() {
        CorsSurvey seen = Surveys.of(PAGE, ME);
        CorsSurvey survey = new CorsSurvey(
                seen.trusted(), seen.routes(), Set.of(), Optional.of("no test account is known"), seen.file());
        assertThat(codes(UntrustedOriginJudge.judge(survey))).containsExactly("private-unseen");
    }

    @Test
    void everyReasonHasItsCase() {
        Set<String> told = cases().flatMap(each -> ((Set<?>) each.get()[3]).stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        told.add("private-unseen");
        assertThat(told)
                .isEqualTo(new UntrustedOriginCheck()
                        .reasons().stream().map(Reason::code).collect(Collectors.toSet()));
    }

    @Test
    void oneFindingNamesEveryRouteOfAHost() {
        Judgement judgement = UntrustedOriginJudge.judge(
                Surveys.of(PAGE, reflected(ME, true), reflected(sound("/api/invoices", Holds.GUARDED, 401), true)));

        assertThat(judgement).isInstanceOfSatisfying(Judgement.Failed.class, failed -> {
            assertThat(failed.raised()).hasSize(1);
            Raised raised = failed.raised().get(0);
            assertThat(raised.facts()).containsEntry("routes", "GET /api/me, GET /api/invoices");
            assertThat(raised.where().host()).contains("portal.harbor.example");
            assertThat(raised.where().line()).contains(41);
        });
    }

    @Test
    void aPassTellsWhatAnswered() {
        assertThat(UntrustedOriginJudge.judge(Surveys.of(PAGE, ME)))
                .isInstanceOfSatisfying(Judgement.Passed.class, passed -> {
                    assertThat(passed.controls())
                            .extracting(Judgement.Control::code)
                            .containsOnly("answered");
                    assertThat(passed.facts()).containsEntry("answers", "8");
                });
    }

    private static CorsAnswer wild(Kind kind) {
        return answer(kind, RANDOM, 200, "*", false);
    }

    private static RoutePolicy named(RoutePolicy policy, Kind kind, String origin, boolean credentials) {
        return but(policy, answer(kind, origin, policy.answers().get(0).status(), origin, credentials));
    }

    private static RoutePolicy reflected(RoutePolicy policy, boolean credentials) {
        return named(named(policy, Kind.RANDOM, RANDOM, credentials), Kind.SECOND_RANDOM, SECOND, credentials);
    }

    private static RoutePolicy twoLines(RoutePolicy policy) {
        CorsAnswer one = answer(Kind.RANDOM, RANDOM, 401, RANDOM, true);
        List<String> lines = List.of(RANDOM, OWN);
        return but(
                policy,
                new CorsAnswer(
                        Kind.RANDOM,
                        RANDOM,
                        401,
                        lines,
                        true,
                        List.of(),
                        List.of(),
                        List.of(),
                        false,
                        one.failure(),
                        one.evidence()));
    }

    private static RoutePolicy fixed(String site) {
        return but(
                ME,
                answer(Kind.OWN, OWN, 401, site, true),
                answer(Kind.RANDOM, RANDOM, 401, site, true),
                answer(Kind.SECOND_RANDOM, SECOND, 401, site, true));
    }

    private static RoutePolicy writing(String named, boolean credentials) {
        return preflighted(
                "DELETE",
                "/api/invoices/{invoice}",
                preflight(Kind.OWN, OWN, 204, OWN, true, "DELETE", "authorization"),
                preflight(Kind.RANDOM, RANDOM, 204, named, credentials, "DELETE", "authorization"));
    }

    static Set<String> codes(Judgement judgement) {
        Set<String> codes = new LinkedHashSet<>();
        if (judgement instanceof Judgement.Failed failed) {
            failed.raised().forEach(raised -> codes.add(raised.reason().code()));
        } else if (judgement instanceof Judgement.Warned warned) {
            warned.raised().forEach(raised -> codes.add(raised.reason().code()));
        } else if (judgement instanceof Judgement.Blocked blocked) {
            blocked.unproven().forEach(unproven -> codes.add(unproven.reason().code()));
        } else if (judgement instanceof Judgement.NotApplicable none) {
            codes.add(none.reason().code());
        }
        return codes;
    }
}
