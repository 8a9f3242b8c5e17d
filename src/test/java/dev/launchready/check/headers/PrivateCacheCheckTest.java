package dev.launchready.check.headers;

import static dev.launchready.check.headers.Answers.guarded;
import static dev.launchready.check.headers.Answers.page;
import static dev.launchready.check.headers.Answers.seen;
import static dev.launchready.check.headers.Answers.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.headers.CacheSurvey.Afterwards;
import dev.launchready.check.headers.CacheSurvey.PrivateRead;
import dev.launchready.check.headers.HeaderSurvey.PageTraits;
import dev.launchready.check.headers.HeaderSurvey.Part;
import dev.launchready.check.headers.HeaderSurvey.Seen;
import dev.launchready.check.headers.HeaderSurvey.SeenCookie;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class PrivateCacheCheckTest {
    private static final PrivateCacheCheck CHECK = new PrivateCacheCheck();
    private static final Seen LOGIN = page(Part.SIGN_IN);
    private static final Seen REFUSED = guarded(seen("GET /api/me", Part.ERROR, 401));
    private static final SeenCookie SESSION = new SeenCookie("sid", true, false);
    private static final PrivateRead READ = read("no-store", true, Afterwards.OTHER);

    static Stream<Arguments> cases() {
        return Stream.of(
                arguments("no-store", LOGIN, READ, "PASS answered read"),
                arguments("private", LOGIN, read("private, max-age=60", false, Afterwards.OTHER), "PASS answered read"),
                arguments(
                        "max-age beside authorization",
                        LOGIN,
                        read("max-age=60", true, Afterwards.OTHER),
                        "PASS answered read"),
                arguments(
                        "public beside authorization",
                        LOGIN,
                        read("public, max-age=60", true, Afterwards.OTHER),
                        "FAIL private-cacheable"),
                arguments(
                        "max-age beside a cookie",
                        LOGIN,
                        read("max-age=60", false, Afterwards.OTHER),
                        "FAIL private-cacheable"),
                arguments("nothing said", LOGIN, read("", false, Afterwards.OTHER), "WARN private-unsaid"),
                arguments(
                        "given away", LOGIN, read("no-store", false, Afterwards.FROM_CACHE), "FAIL leaked-from-cache"),
                arguments(
                        "a route for everybody",
                        LOGIN,
                        read("public, max-age=60", false, Afterwards.OPEN_TO_ALL),
                        "PASS answered read"),
                arguments(
                        "session may be kept",
                        with(with(LOGIN, SESSION), "cache-control", "max-age=60"),
                        READ,
                        "FAIL cookie-cacheable"),
                arguments(
                        "session may not be kept",
                        with(with(LOGIN, SESSION), "cache-control", "no-cache"),
                        READ,
                        "PASS answered read"),
                arguments(
                        "the same session for all",
                        with(with(LOGIN, new SeenCookie("sid", true, true)), "x-cache", "Hit from edge"),
                        READ,
                        "FAIL cookie-from-cache"),
                arguments(
                        "a private route from the edge",
                        with(guarded(seen("GET /api/me", Part.API, 200)), "cf-cache-status", "HIT"),
                        READ,
                        "FAIL guarded-from-cache"),
                arguments(
                        "a refusal may be kept",
                        with(REFUSED, "cache-control", "public, max-age=60"),
                        READ,
                        "WARN guarded-cacheable"),
                arguments(
                        "a refusal that differs by cookie",
                        with(REFUSED, "cache-control", "public, max-age=60", "vary", "Cookie"),
                        READ,
                        "PASS answered read"),
                arguments(
                        "a token may be kept",
                        with(with(LOGIN, token()), "cache-control", "s-maxage=60"),
                        READ,
                        "WARN token-cacheable"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheCase(String name, Seen open, PrivateRead read, String told) {
        assertThat(told(new CacheSurvey(List.of(open), List.of(read), Optional.empty(), Optional.empty())))
                .as(name)
                .isEqualTo(told);
    }

    @Test
    void withoutASessionNothingPasses() {
        assertThat(told(new CacheSurvey(
                        List.of(LOGIN), List.of(), Optional.of("no test account is known"), Optional.empty())))
                .isEqualTo("BLOCKED private-unseen");
        assertThat(told(new CacheSurvey(List.of(), List.of(READ), Optional.empty(), Optional.empty())))
                .isEqualTo("BLOCKED no-answer");
    }

    @Test
    void everyReasonHasItsCase() {
        Set<String> told = cases().map(each -> String.valueOf(each.get()[3]).split(" ", 2)[1])
                .filter(code -> !code.startsWith("answered"))
                .collect(Collectors.toSet());
        told.addAll(Set.of("no-answer", "private-unseen"));
        assertThat(told).isEqualTo(CHECK.reasons().stream().map(Reason::code).collect(Collectors.toSet()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "public|true",
                "max-age=60|true",
                "max-age=0|false",
                "s-maxage=0, max-age=60|false",
                "max-age=0, s-maxage=60|true",
                "private, max-age=60|false",
                "no-cache|false",
                "no-store, public|false",
                "must-revalidate|false",
                "MAX-AGE=60|true"
            })
    void readsWhatASharedCacheMayKeep(String header, boolean sharable) {
        assertThat(Caching.of(with(LOGIN, "cache-control", header)).sharable()).isEqualTo(sharable);
    }

    private static String told(CacheSurvey survey) {
        return Told.of(CHECK.judge(survey, new Params(Map.of())));
    }

    private static PrivateRead read(String cacheControl, boolean byAuthorization, Afterwards afterwards) {
        Seen seen = with(guarded(seen("GET /api/me", Part.API, 200)), "cache-control", cacheControl);
        return new PrivateRead(seen, byAuthorization, afterwards);
    }

    private static PageTraits token() {
        return new PageTraits(List.of(), Optional.empty(), true, false, true, false, "");
    }
}
