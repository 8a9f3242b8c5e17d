package dev.launchready.check.transport;

import static dev.launchready.check.transport.Trails.failing;
import static dev.launchready.check.transport.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.transport.CanonicalHostCheck.Found;
import dev.launchready.check.transport.CanonicalHostCheck.Seen;
import dev.launchready.check.transport.CanonicalHostCheck.Spelling;
import dev.launchready.check.transport.CanonicalHostCheck.Variant;
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

@DisplayName("transport.canonical-host")
class CanonicalHostCheckTest {
    private static final Params PARAMS = new Params(Map.of("most-redirects", 2));
    private static final Url CANONICAL = Url.parse("https://p.example");
    private static final String WWW = "https://www.p.example/terms?a=1";
    private static final String HERE = "https://p.example/terms?a=1";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void tells(String told, String expected, Variant variant) {
        assertThat(judge(variant)).isEqualTo(expected);
    }

    static Stream<Arguments> tells() {
        return Stream.of(
                arguments("one step", "PASS lands", host(WWW + " 301 " + HERE + " 200", Found.CANONICAL)),
                arguments(
                        "slash put right",
                        "PASS lands",
                        host(WWW + " 301 https://p.example/terms/?a=1 200", Found.CANONICAL)),
                arguments(
                        "two steps",
                        "PASS lands",
                        host(
                                "http://www.p.example/ 301 https://www.p.example/ 301 https://p.example/ 200",
                                Found.CANONICAL)),
                arguments(
                        "three steps",
                        "WARN long-way",
                        host(
                                "http://w.example/ 301 https://w.example/ 301 https://p.example/x/ 301 https://p.example/ 200",
                                Found.CANONICAL)),
                arguments(
                        "query lost",
                        "WARN link-lost",
                        host(WWW + " 301 https://p.example/terms 200", Found.CANONICAL)),
                arguments("path lost", "WARN link-lost", host(WWW + " 301 https://p.example/ 200", Found.CANONICAL)),
                arguments("second site", "FAIL second-site", host(WWW + " 200", Found.SAME_PAGE)),
                arguments(
                        "second site that names the first",
                        "FAIL second-site",
                        host(WWW + " 200", Found.SAME_PAGE_DECLARED)),
                arguments("other service", "PASS other-service", host(WWW + " 200", Found.OTHER)),
                arguments("refusal", "PASS refuses", host(WWW + " 404", Found.NOTHING)),
                arguments("busy", "BLOCKED not-seen", host(WWW + " 503", Found.NOTHING)),
                arguments("circle", "FAIL never-lands", host(WWW + " 301 " + HERE + " 301 " + WWW, Found.NOTHING)),
                arguments(
                        "both slashes",
                        "WARN second-spelling",
                        spelt(Spelling.SLASH, "https://p.example/terms/ 200", Found.SAME_PAGE)),
                arguments(
                        "both slashes, declared",
                        "PASS declares",
                        spelt(Spelling.SLASH, "https://p.example/terms/ 200", Found.SAME_PAGE_DECLARED)),
                arguments(
                        "slash redirected",
                        "PASS lands",
                        spelt(
                                Spelling.SLASH,
                                "https://p.example/terms/ 308 https://p.example/terms 200",
                                Found.CANONICAL)),
                arguments(
                        "slash in circles",
                        "FAIL never-lands",
                        spelt(
                                Spelling.SLASH,
                                "https://p.example/a/ 301 https://p.example/a 301 https://p.example/a/",
                                Found.NOTHING)),
                arguments(
                        "both cases",
                        "WARN second-spelling",
                        spelt(Spelling.CASE, "https://p.example/TERMS 200", Found.SAME_PAGE)),
                arguments("nobody there", "PASS closed", failed("unreachable")),
                arguments("late", "BLOCKED not-seen", failed("timed-out")));
    }

    @Test
    void names_one_host_once() {
        Variant one = host("https://www.p.example/ 200", Found.SAME_PAGE);
        Variant two = host("https://www.p.example/terms 200", Found.SAME_PAGE);
        assertThat(judge(one, two)).isEqualTo("FAIL second-site");
    }

    @Test
    void one_named_address_is_canonical_by_itself() {
        assertThat(judge()).isEqualTo("PASS one-address");
    }

    @Test
    void a_portal_under_development_has_no_canonical_address() {
        Seen seen = new Seen(Optional.empty(), List.of());
        assertThat(Told.of(new CanonicalHostCheck().judge(seen, PARAMS))).isEqualTo("NOT_APPLICABLE under-development");
    }

    private static String judge(Variant... variants) {
        return Told.of(new CanonicalHostCheck().judge(new Seen(Optional.of(CANONICAL), List.of(variants)), PARAMS));
    }

    private static Variant host(String told, Found found) {
        return spelt(Spelling.SCHEME_OR_HOST, told, found);
    }

    private static Variant spelt(Spelling spelling, String told, Found found) {
        Trail trail = trail(told);
        return new Variant(spelling, CANONICAL.at(trail.start().target()), trail, found);
    }

    private static Variant failed(String code) {
        return new Variant(Spelling.SCHEME_OR_HOST, CANONICAL, failing("https://www.p.example/", code), Found.NOTHING);
    }
}
