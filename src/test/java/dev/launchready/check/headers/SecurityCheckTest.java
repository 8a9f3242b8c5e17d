package dev.launchready.check.headers;

import static dev.launchready.check.headers.Answers.page;
import static dev.launchready.check.headers.Answers.seen;
import static dev.launchready.check.headers.Answers.survey;
import static dev.launchready.check.headers.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Judgement;
import dev.launchready.check.Told;
import dev.launchready.check.headers.HeaderSurvey.PageTraits;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.model.Reason;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SecurityCheckTest {
    private static final String CSP = "content-security-policy";
    private static final Seen SIGN_IN = page(Part.SIGN_IN);
    private static final Seen PAGE = page(Part.PAGE);

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("all set", SIGN_IN, "PASS answered"),
                arguments(
                        "framed by x-frame-options",
                        with(SIGN_IN, CSP, "default-src 'self'", "x-frame-options", "DENY"),
                        "PASS answered"),
                arguments("no policy", with(PAGE, CSP, "", "x-frame-options", "DENY"), "FAIL csp-missing"),
                arguments(
                        "no policy, inert",
                        with(with(PAGE, CSP, ""), traits(false, false, false)),
                        "WARN csp-missing-inert"),
                arguments(
                        "report only",
                        with(PAGE, CSP, "frame-ancestors 'self'", CSP + "-report-only", "script-src 'self'"),
                        "FAIL csp-report-only"),
                arguments("frames only", with(PAGE, CSP, "frame-ancestors 'self'"), "FAIL csp-scripts-unrestricted"),
                arguments(
                        "anywhere",
                        with(PAGE, CSP, "default-src *; frame-ancestors 'none'; object-src 'none'"),
                        "FAIL csp-script-anywhere"),
                arguments(
                        "inline",
                        with(PAGE, CSP, "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'"),
                        "FAIL csp-script-inline"),
                arguments("one nonce for all", with(PAGE, traits(true, true, false)), "FAIL csp-static-nonce"),
                arguments(
                        "eval",
                        with(PAGE, CSP, "default-src 'self' 'unsafe-eval'; frame-ancestors 'none'"),
                        "WARN csp-eval"),
                arguments(
                        "shared host",
                        with(PAGE, CSP, "default-src 'self' https://unpkg.com; frame-ancestors 'none'"),
                        "WARN csp-shared-script-host"),
                arguments(
                        "plug-ins",
                        with(PAGE, CSP, "script-src 'self'; frame-ancestors 'none'"),
                        "WARN csp-plugins-unrestricted"),
                arguments(
                        "base",
                        with(PAGE, CSP, "default-src 'nonce-a'; frame-ancestors 'none'"),
                        "WARN csp-base-unrestricted"),
                arguments("slip", with(PAGE, CSP, "default-src 'self' none; frame-ancestors 'none'"), "WARN csp-slip"),
                arguments("sign-in framable", with(SIGN_IN, CSP, "default-src 'self'"), "FAIL sign-in-framable"),
                arguments("framable", with(PAGE, CSP, "default-src 'self'"), "WARN framable"),
                arguments("nosniff", with(PAGE, "x-content-type-options", "sniff"), "WARN nosniff-missing"),
                arguments("json as html", with(PAGE, traits(false, false, true)), "WARN json-as-html"),
                arguments("referrer", with(PAGE, "referrer-policy", "same-origin, unsafe-url"), "WARN referrer-leaks"),
                arguments(
                        "referrer, last known wins",
                        with(PAGE, "referrer-policy", "unsafe-url, same-origin, other"),
                        "PASS answered"),
                arguments("extras", with(PAGE, "permissions-policy", ""), "WARN extras-missing"),
                arguments("errors alone", seen("GET /", Part.ERROR, 500), "BLOCKED no-page"),
                arguments("a redirect needs nothing", seen("GET /", Part.REDIRECT, 302), "BLOCKED no-page"),
                arguments(
                        "an api needs nosniff alone",
                        with(seen("GET /api/health", Part.API, 200), "x-content-type-options", "nosniff"),
                        "PASS answered"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheCase(String name, Seen seen, String told) {
        assertThat(Told.of(SecurityJudge.judge(survey(seen)))).as(name).isEqualTo(told);
    }

    @Test
    void everyReasonHasItsCase() {
        Set<String> told = cases().map(each -> String.valueOf(each.get()[2]))
                .flatMap(text -> Stream.of(text.split(" ", -1)).skip(1))
                .filter(code -> !code.equals("answered"))
                .collect(Collectors.toSet());
        assertThat(told)
                .isEqualTo(
                        new SecurityCheck().reasons().stream().map(Reason::code).collect(Collectors.toSet()));
    }

    @Test
    void oneFindingForASiteNamesItsRoutesAndShowsTheValue() {
        Seen bare = with(PAGE, CSP, "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'");
        Judgement judgement = SecurityJudge.judge(survey(bare, bare, with(SIGN_IN, "x-frame-options", "DENY")));

        assertThat(judgement).isInstanceOfSatisfying(Judgement.Failed.class, failed -> {
            assertThat(failed.raised()).hasSize(1);
            assertThat(failed.raised().get(0).facts())
                    .containsEntry("value", "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'")
                    .containsEntry("proposal", "default-src 'self'");
        });
    }

    private static PageTraits traits(boolean active, boolean repeated, boolean json) {
        return new PageTraits(List.of(), Optional.empty(), active, repeated, false, json, "");
    }
}
