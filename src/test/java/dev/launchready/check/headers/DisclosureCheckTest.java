package dev.launchready.check.headers;

import static dev.launchready.check.headers.Answers.seen;
import static dev.launchready.check.headers.Answers.survey;
import static dev.launchready.check.headers.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.check.headers.HeaderSurvey.Sign;
import dev.launchready.model.Reason;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DisclosureCheckTest {
    private static final DisclosureCheck CHECK = new DisclosureCheck();
    private static final Seen PAGE = seen("GET /", Part.PAGE, 200);
    private static final Seen FAULT = seen("GET /api/tasks/{task}", Part.FAULT, 400);
    private static final Seen ERROR = seen("an address that is not there", Part.ERROR, 404);

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("nothing shown", PAGE, ERROR, "PASS answered"),
                arguments(
                        "a product's name",
                        with(PAGE, "server", "nginx", "x-powered-by", "Express"),
                        ERROR,
                        "PASS answered"),
                arguments("a version", with(PAGE, "server", "Apache/2.4.57 (Debian)"), ERROR, "WARN version-shown"),
                arguments("a version alone", with(PAGE, "x-aspnet-version", "4.0.30319"), ERROR, "WARN version-shown"),
                arguments(
                        "a version in a body",
                        PAGE,
                        with(ERROR, new Sign("version", "nginx/1.22.1")),
                        "WARN version-shown"),
                arguments("a debug page", PAGE, with(ERROR, new Sign("debug-page", "Django")), "FAIL debug-page"),
                arguments(
                        "a trace",
                        PAGE,
                        with(ERROR, new Sign("stack-trace", "at x (/app/x.js:1:1)")),
                        "FAIL stack-trace"),
                arguments("a profiler", with(PAGE, "x-debug-token-link", "/_profiler/1"), ERROR, "FAIL debug-header"),
                arguments(
                        "a trace of a fault",
                        PAGE,
                        with(FAULT, new Sign("stack-trace", "at x (/app/x.js:1:1)")),
                        "FAIL stack-trace"),
                arguments("no error page", PAGE, PAGE, "BLOCKED no-error-seen"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheCase(String name, Seen page, Seen error, String told) {
        assertThat(Told.of(CHECK.judge(survey(page, error), new Params(Map.of()))))
                .as(name)
                .isEqualTo(told);
    }

    @Test
    void nothingSeenIsNoPass() {
        assertThat(Told.of(CHECK.judge(survey(), new Params(Map.of())))).isEqualTo("BLOCKED no-answer");
    }

    @Test
    void aPageThatIsNotThereIsNoFault() {
        HeaderSurvey known = new HeaderSurvey(List.of(PAGE, ERROR), 3, Optional.of("launch-ready.yml"));
        assertThat(Told.of(CHECK.judge(known, new Params(Map.of())))).isEqualTo("BLOCKED no-fault-seen");

        HeaderSurvey asked = new HeaderSurvey(List.of(PAGE, ERROR, FAULT), 3, Optional.of("launch-ready.yml"));
        assertThat(Told.of(CHECK.judge(asked, new Params(Map.of())))).isEqualTo("PASS answered");
    }

    @Test
    void everyReasonHasItsCase() {
        Set<String> told = cases().map(each -> String.valueOf(each.get()[3]).split(" ", 2)[1])
                .filter(code -> !code.equals("answered"))
                .collect(Collectors.toSet());
        told.addAll(Set.of("no-answer", "no-fault-seen"));
        assertThat(told).isEqualTo(CHECK.reasons().stream().map(Reason::code).collect(Collectors.toSet()));
    }
}
