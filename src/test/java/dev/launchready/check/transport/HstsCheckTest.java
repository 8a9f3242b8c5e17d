package dev.launchready.check.transport;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.transport.HstsCheck.Host;
import dev.launchready.check.transport.HstsCheck.Seen;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("transport.hsts")
class HstsCheckTest {
    private static final Params PARAMS = new Params(Map.of("min-seconds", 15_768_000));
    private static final String YEAR = "max-age=31536000";

    @ParameterizedTest(name = "{0} -> {1}")
    @CsvSource(
            delimiter = '>',
            quoteCharacter = '`',
            value = {
                "max-age=31536000 > PASS sent",
                "max-age=\"31536000\" > PASS sent",
                "MAX-AGE = 31536000 ; IncludeSubDomains > PASS sent",
                "; max-age=31536000;; unknown=\"a;b\" > PASS sent",
                ";max-age=31536000;;unknown=yes; > PASS sent",
                "max-age=15768000 > PASS sent",
                "max-age=15767999 > FAIL short",
                "max-age=0 > FAIL switched-off",
                "includeSubDomains > FAIL ignored",
                "max-age=1 year > FAIL ignored",
                "max-age=-1 > FAIL ignored",
                "max-age= > FAIL ignored",
                "max-age=31536000; max-age=0 > FAIL ignored",
                "max-age=31536000, includeSubDomains > FAIL ignored",
                "max-age=63072000; includeSubDomains; preload > PASS sent",
                "max-age=31536000; preload > WARN preload-unfit",
                "max-age=16000000; includeSubDomains; preload > WARN preload-unfit"
            })
    void reads_a_line(String line, String expected) {
        assertThat(judge(portal(200, line))).isEqualTo(expected);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void tells(String told, String expected, List<Host> hosts) {
        assertThat(judge(hosts.toArray(Host[]::new))).isEqualTo(expected);
    }

    static Stream<Arguments> tells() {
        Host good = portal(200, YEAR);
        Host goodBelow = further("docs.p.example", 200, YEAR);
        Host clearBelow = unseen("old.p.example", true);
        return Stream.of(
                arguments("nothing", "FAIL missing", List.of(portal(200))),
                arguments("nothing on a redirect", "FAIL missing", List.of(portal(301))),
                arguments("nothing on a refusal", "WARN missing-on-refusal", List.of(portal(404))),
                arguments(
                        "nothing elsewhere", "WARN missing-on-further-host", List.of(good, further("x.example", 301))),
                arguments("busy", "BLOCKED not-seen", List.of(portal(503))),
                arguments("not there", "BLOCKED not-seen", List.of(good, unseen("x.example", false))),
                arguments("only in clear", "FAIL missing", List.of(good, unseen("x.example", true))),
                arguments("same line twice", "PASS sent", List.of(portal(200, YEAR, YEAR))),
                arguments("two lines", "WARN lines-differ", List.of(portal(200, YEAR, "max-age=0"))),
                arguments("hosts below", "WARN without-subdomains", List.of(good, goodBelow)),
                arguments(
                        "hosts below, taken in",
                        "PASS sent sent",
                        List.of(portal(200, YEAR + "; includeSubDomains"), goodBelow)),
                arguments("a host below in clear, left out", "FAIL missing", List.of(good, clearBelow)),
                arguments(
                        "a host below in clear, taken in",
                        "FAIL breaks-subdomain missing",
                        List.of(portal(200, YEAR + "; includeSubDomains"), clearBelow)));
    }

    @Test
    void an_address_is_not_noted_by_browsers() {
        assertThat(judge()).isEqualTo("NOT_APPLICABLE no-names");
    }

    private static String judge(Host... hosts) {
        return Told.of(new HstsCheck().judge(new Seen(List.of(hosts)), PARAMS));
    }

    private static Host portal(int status, String... lines) {
        return host("p.example", true, status, lines);
    }

    private static Host further(String name, int status, String... lines) {
        return host(name, false, status, lines);
    }

    private static Host host(String name, boolean own, int status, String... lines) {
        Url url = Url.parse("https://" + name);
        return new Host(name, own, url, status, List.of(lines), Optional.empty(), false, List.of());
    }

    private static Host unseen(String name, boolean plainOnly) {
        Optional<Failure> failure = Optional.of(new Failure("unreachable", "nobody there"));
        return new Host(name, false, Url.parse("https://" + name), 0, List.of(), failure, plainOnly, List.of());
    }
}
