package dev.launchready.check.cors;

import static dev.launchready.check.cors.Surveys.OWN;
import static dev.launchready.check.cors.Surveys.RANDOM;
import static dev.launchready.check.cors.Surveys.answer;
import static dev.launchready.check.cors.Surveys.apart;
import static dev.launchready.check.cors.Surveys.preflight;
import static dev.launchready.check.cors.Surveys.preflighted;
import static dev.launchready.check.cors.Surveys.silent;
import static dev.launchready.check.cors.Surveys.sound;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.cors.CorsSurvey.Carried;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class TrustedOriginsCheckTest {
    private static final TrustedOriginsCheck CHECK = new TrustedOriginsCheck();
    private static final Set<Carried> HEADER = Set.of(Carried.AUTHORIZATION);
    private static final Set<Carried> COOKIE = Set.of(Carried.COOKIE);
    private static final RoutePolicy GOOD = read(Holds.PRIVATE, own(200, OWN, true, true));

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments(
                        "all works",
                        HEADER,
                        List.of(GOOD, put(204, OWN, "PUT", "authorization,content-type")),
                        Set.of()),
                arguments(
                        "a wildcard for public data",
                        COOKIE,
                        List.of(read(Holds.OPEN, own(200, "*", false, false))),
                        Set.of()),
                arguments("beside the pages", HEADER, List.of(sound("/", Holds.OPEN, 200)), Set.of("same-origin")),
                arguments(
                        "one route forgets",
                        HEADER,
                        List.of(GOOD, read(Holds.OPEN, own(200, "", false, true))),
                        Set.of("own-origin-refused")),
                arguments(
                        "no route lets the portal in",
                        HEADER,
                        List.of(read(Holds.OPEN, own(200, "", false, true))),
                        Set.of("api-without-cors")),
                arguments(
                        "cookie without credentials",
                        COOKIE,
                        List.of(read(Holds.PRIVATE, own(200, OWN, false, true))),
                        Set.of("credentials-refused")),
                arguments("preflight 405", HEADER, List.of(GOOD, put(405, "", "", "")), Set.of("preflight-refused")),
                arguments(
                        "preflight 200 that names nobody",
                        HEADER,
                        List.of(GOOD, put(200, "", "", "")),
                        Set.of("preflight-refused")),
                arguments(
                        "preflight without the method",
                        HEADER,
                        List.of(GOOD, put(204, OWN, "GET", "authorization,content-type")),
                        Set.of("method-refused")),
                arguments(
                        "preflight without authorization",
                        HEADER,
                        List.of(GOOD, put(204, OWN, "PUT", "content-type")),
                        Set.of("header-refused")),
                arguments(
                        "a cookie needs no authorization",
                        COOKIE,
                        List.of(GOOD, put(204, OWN, "PUT", "content-type")),
                        Set.of()),
                arguments(
                        "no vary",
                        HEADER,
                        List.of(read(Holds.PRIVATE, own(200, OWN, true, false))),
                        Set.of("vary-missing")),
                arguments(
                        "only refusals",
                        HEADER,
                        List.of(sound("/", Holds.OPEN, 200), read(Holds.GUARDED, own(401, "", false, false))),
                        Set.of("nothing-read")),
                arguments(
                        "no answer",
                        HEADER,
                        List.of(GOOD, read(Holds.OPEN, silent(Kind.OWN, OWN))),
                        Set.of("no-answer")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheCase(String name, Set<Carried> carried, List<RoutePolicy> policies, Set<String> reasons) {
        assertThat(told(carried, policies.toArray(RoutePolicy[]::new))).as(name).isEqualTo(reasons);
    }

    @Test
    void strangersHeldBackAndErrorsAloneAreNoPass() {
        RoutePolicy limited = apart(
                "/api/x", Holds.OPEN, List.of(own(200, OWN, true, true), answer(Kind.RANDOM, RANDOM, 429, "", false)));
        assertThat(told(HEADER, GOOD, limited)).containsExactly("held-back");
        assertThat(told(HEADER, read(Holds.OPEN, own(404, "", false, false))))
                .containsExactly("only-errors", "only-refusals", "nothing-read");
    }

    @Test
    void everyReasonHasItsCase() {
        Set<String> told = cases().flatMap(each -> ((Set<?>) each.get()[3]).stream())
                .map(String::valueOf)
                .collect(Collectors.toSet());
        told.addAll(Set.of("held-back", "only-errors", "only-refusals"));
        assertThat(told).isEqualTo(CHECK.reasons().stream().map(Reason::code).collect(Collectors.toSet()));
    }

    private static Set<String> told(Set<Carried> carried, RoutePolicy... policies) {
        return UntrustedOriginCheckTest.codes(CHECK.judge(Surveys.by(carried, policies), new Params(Map.of())));
    }

    private static RoutePolicy read(Holds holds, CorsAnswer own) {
        return apart(
                "/api/me",
                holds,
                List.of(own, answer(Kind.RANDOM, RANDOM, own.status(), own.wildcard() ? "*" : "", false)));
    }

    private static CorsAnswer own(int status, String allowed, boolean credentials, boolean vary) {
        CorsAnswer plain = answer(Kind.OWN, OWN, status, allowed, credentials);
        return new CorsAnswer(
                plain.kind(),
                plain.origin(),
                status,
                plain.allowOrigin(),
                credentials,
                List.of(),
                List.of(),
                vary ? List.of("origin") : List.of(),
                false,
                plain.failure(),
                plain.evidence());
    }

    private static RoutePolicy put(int status, String allowed, String methods, String headers) {
        return preflighted(
                "PUT",
                "/api/invoices/{invoice}",
                preflight(Kind.OWN, OWN, status, allowed, !allowed.isEmpty(), methods, headers),
                preflight(Kind.RANDOM, RANDOM, status, "", false, methods, headers));
    }
}
