package dev.launchready.check.transport;

import static dev.launchready.check.transport.Trails.failing;
import static dev.launchready.check.transport.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.transport.HttpsRedirectCheck.Seen;
import dev.launchready.check.transport.PlainDoor.Errand;
import dev.launchready.check.transport.PlainDoor.Knock;
import dev.launchready.check.transport.PlainDoor.Twin;
import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.model.Url;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("transport.https-redirect")
class HttpsRedirectCheckTest {
    private static final Params PARAMS = new Params(Map.of("max-hops", 10));

    @ParameterizedTest(name = "{1}: {0}")
    @MethodSource
    void tells(String told, String expected, List<Knock> knocks) {
        assertThat(Told.of(judge(door(knocks)))).isEqualTo(expected);
    }

    static Stream<Arguments> tells() {
        return Stream.of(
                arguments("one redirect", "PASS redirects", sent("http://a.example/ 301 https://a.example/ 200")),
                arguments("308", "PASS redirects", sent("http://a.example/ 308 https://a.example/ 200")),
                arguments("own port", "PASS redirects", sent("http://a.example/ 301 https://a.example:8443/ 200")),
                arguments(
                        "www after https",
                        "PASS redirects",
                        sent("http://a.example/ 301 https://a.example/ 301 https://www.a.example/ 200")),
                arguments("only https is refused", "PASS refuses", refused(403, Twin.OTHER)),
                arguments("https does not answer", "PASS refuses", refused(426, Twin.NO_ANSWER)),
                arguments("sign-in form", "FAIL sign-in-in-clear", served(ClearContent.SIGN_IN)),
                arguments("Basic", "FAIL password-asked-in-clear", served(ClearContent.BASIC)),
                arguments("cookie", "FAIL cookie-in-clear", served(ClearContent.COOKIE)),
                arguments("page", "FAIL page-in-clear", served(ClearContent.PAGE)),
                arguments("refresh", "FAIL refresh-only", served(ClearContent.REFRESH)),
                arguments(
                        "sign-in page drawn by script",
                        "FAIL sign-in-in-clear",
                        List.of(knock(Errand.SIGN_IN_PAGE, "http://a.example/login 200", ClearContent.PAGE))),
                arguments("API in clear", "FAIL answered-in-clear", refused(401, Twin.SAME)),
                arguments(
                        "redirect stays in clear",
                        "FAIL never-secure",
                        sent("http://a.example/ 301 http://www.a.example/ 200")),
                arguments("circle in clear", "FAIL never-secure", sent("http://a.example/ 301 http://a.example/")),
                arguments(
                        "circle between both",
                        "FAIL never-secure",
                        sent("http://a.example/ 301 https://a.example/ 301 http://a.example/")),
                arguments(
                        "back into clear",
                        "FAIL never-secure",
                        sent("http://a.example/ 301 https://a.example/ 302 http://a.example/home 200")),
                arguments(
                        "first to www in clear",
                        "FAIL detour-in-clear",
                        sent("http://a.example/ 301 http://www.a.example/ 301 https://www.a.example/ 200")),
                arguments(
                        "first to www",
                        "WARN other-host-first",
                        sent("http://a.example/ 301 https://www.a.example/ 200")),
                arguments("302", "WARN temporary", sent("http://a.example/ 302 https://a.example/ 200")),
                arguments("link to front page", "WARN link-lost", deep("https://a.example/ 200")),
                arguments("query lost", "WARN link-lost", deep("https://a.example/old/link 200")),
                arguments("link kept", "PASS redirects", deep("https://a.example/old/link?from=mail 200")),
                arguments(
                        "link kept for after sign-in",
                        "PASS redirects",
                        deep("https://a.example/login?next=%2Fold%2Flink%3Ffrom%3Dmail 200")),
                arguments("same 404 on both", "BLOCKED indistinct", refused(404, Twin.SAME)),
                arguments("same 403 on both", "BLOCKED indistinct", refused(403, Twin.SAME)),
                arguments("busy", "BLOCKED in-trouble", served(ClearContent.TROUBLE)),
                arguments("late", "BLOCKED not-seen", List.of(shut("timed-out"))));
    }

    @Test
    void a_door_that_nobody_opens_is_closed_when_https_answers() {
        assertThat(Told.of(judge(closed(Optional.empty())))).isEqualTo("PASS closed");
    }

    @Test
    void a_closed_door_proves_nothing_when_https_is_closed_too() {
        Failure gone = new Failure("unreachable", "nobody listens");
        assertThat(Told.of(judge(closed(Optional.of(gone))))).isEqualTo("BLOCKED no-door-answers");
    }

    @Test
    void a_certificate_that_nobody_trusts_is_an_answer_at_https() {
        Failure untrusted = new Failure("tls", "the certificate has run out");
        assertThat(Told.of(judge(closed(Optional.of(untrusted))))).isEqualTo("PASS closed");
    }

    @Test
    void a_refused_path_does_not_hide_a_page_in_clear() {
        List<Knock> knocks = Stream.concat(refused(404, Twin.SAME).stream(), served(ClearContent.PAGE).stream())
                .toList();
        assertThat(Told.of(judge(door(knocks)))).isEqualTo("FAIL page-in-clear");
    }

    @Test
    void one_busy_host_keeps_all_from_passing() {
        Seen seen = new Seen(List.of(
                door(sent("http://a.example/ 301 https://a.example/ 200")), door(served(ClearContent.TROUBLE))));
        assertThat(Told.of(new HttpsRedirectCheck().judge(seen, PARAMS))).isEqualTo("BLOCKED in-trouble");
    }

    @Test
    void names_the_same_fault_of_one_host_once() {
        List<Knock> twice = Stream.concat(served(ClearContent.PAGE).stream(), served(ClearContent.PAGE).stream())
                .toList();
        assertThat(Told.of(judge(door(twice)))).isEqualTo("FAIL page-in-clear");
    }

    @Test
    void a_portal_under_development_has_nothing_to_redirect() {
        Judgement judgement = new HttpsRedirectCheck().judge(new Seen(List.of()), PARAMS);
        assertThat(Told.of(judgement)).isEqualTo("NOT_APPLICABLE under-development");
    }

    private static Judgement judge(PlainDoor door) {
        return new HttpsRedirectCheck().judge(new Seen(List.of(door)), PARAMS);
    }

    private static PlainDoor door(List<Knock> knocks) {
        return new PlainDoor("a.example", Url.parse("http://a.example/"), knocks, Optional.empty());
    }

    private static PlainDoor closed(Optional<Failure> secureFailure) {
        List<Knock> knocks = List.of(shut("unreachable"));
        return new PlainDoor("a.example", Url.parse("http://a.example/"), knocks, secureFailure);
    }

    private static List<Knock> sent(String told) {
        return List.of(knock(Errand.FRONT_PAGE, told, ClearContent.NOTHING));
    }

    private static List<Knock> deep(String rest) {
        String told = "http://a.example/old/link?from=mail 301 " + rest;
        return List.of(knock(Errand.DEEP_LINK, told, ClearContent.NOTHING));
    }

    private static List<Knock> served(ClearContent content) {
        return List.of(knock(Errand.FRONT_PAGE, "http://a.example/ 200", content));
    }

    private static List<Knock> refused(int status, Twin twin) {
        Trail trail = trail("http://a.example/ " + status);
        return List.of(new Knock(Errand.FRONT_PAGE, trail, ClearContent.REFUSAL, twin));
    }

    private static Knock shut(String code) {
        Trail trail = failing("http://a.example/", code);
        return new Knock(Errand.FRONT_PAGE, trail, ClearContent.NOTHING, Twin.NOT_ASKED);
    }

    private static Knock knock(Errand errand, String told, ClearContent content) {
        return new Knock(errand, trail(told), content, Twin.NOT_ASKED);
    }
}
