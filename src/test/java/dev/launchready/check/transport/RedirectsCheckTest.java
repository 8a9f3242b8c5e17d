package dev.launchready.check.transport;

import static dev.launchready.check.transport.Trails.failing;
import static dev.launchready.check.transport.Trails.trail;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.transport.RedirectsCheck.Seen;
import dev.launchready.check.transport.RedirectsCheck.Walk;
import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.probe.http.HttpProbe.End;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("transport.redirects")
class RedirectsCheckTest {
    private static final Params PARAMS = new Params(Map.of("long-chain", 3));
    private static final String P = "https://p.example";

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource
    void tells(String told, String expected, Walk walk) {
        assertThat(judge(Map.of(), walk)).isEqualTo(expected);
    }

    static Stream<Arguments> tells() {
        return Stream.of(
                arguments("none", "PASS ends", door(P + "/ 200")),
                arguments("three", "PASS ends", door(P + "/ 301 " + P + "/a 301 " + P + "/b 302 " + P + "/c 200")),
                arguments(
                        "four",
                        "WARN long-chain",
                        door(P + "/ 301 " + P + "/a 301 " + P + "/b 302 " + P + "/c 302 " + P + "/d 200")),
                arguments("circle", "FAIL never-ends", door(P + "/ 301 " + P + "/a 301 " + P + "/")),
                arguments(
                        "into clear and back",
                        "FAIL into-clear",
                        door(P + "/ 301 http://p.example/a 301 " + P + "/a 200")),
                arguments("into clear for good", "FAIL into-clear", door(P + "/ 301 http://p.example/a 200")),
                arguments(
                        "a circle by way of clear",
                        "FAIL into-clear never-ends",
                        door(P + "/ 301 http://p.example/ 301 " + P + "/")),
                arguments("parked", "WARN ends-off-site", door(P + "/ 302 https://parking.example/lander 200")),
                arguments(
                        "identity provider",
                        "PASS ends",
                        door(P + "/ 302 https://id.example/authorize?client_id=7 200")),
                arguments("a link that leads away", "PASS ends", link(P + "/go 302 https://other.example/ 200")),
                arguments("a link to nothing", "WARN dead-end", link(P + "/go 302 " + P + "/gone 404")),
                arguments("a refusal at the end", "PASS ends", link(P + "/go 302 " + P + "/members 401")),
                arguments("out of scope", "PASS ends", new Walk(brokenOff("out-of-scope"), false)),
                arguments("broken off", "BLOCKED not-seen", new Walk(brokenOff("tls"), true)),
                arguments("busy", "BLOCKED not-seen", link(P + "/go 302 " + P + "/members 429")),
                arguments("no answer", "BLOCKED not-seen", new Walk(failing(P + "/", "unreachable"), true)));
    }

    @Test
    void links_in_clear_are_told_once_for_all_pages() {
        Map<String, String> links = Map.of("http://p.example/a", "/", "http://p.example/b", "/about");
        assertThat(judge(links, door(P + "/ 200"))).isEqualTo("WARN links-in-clear");
    }

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "{0} to {1}")
    @CsvSource({"301, /api/health, FAIL never-ends", "302, /api/status, WARN dead-end", "302, /, PASS", "503, '', PASS"
    })
    void public_routes_of_the_portal_file_are_walked(int status, String place, String expected) throws Exception {
        Function<Ask, Reply> portal = ask -> switch (ask.path()) {
            case "/" -> Reply.html("<!doctype html><title>Harbor</title><p>Boats");
            case "/api/health" ->
                place.isEmpty() ? Reply.empty(status) : Reply.empty(status).with("Location", place);
            default -> Reply.empty(404);
        };
        try (DialectServer server = new DialectServer(portal)) {
            String text = "portal: {url: http://127.0.0.1:%d}%nroutes: {public: [GET /api/health]}%n";
            Path file = Files.writeString(folder.resolve("launch-ready.yml"), text.formatted(server.port()));
            CheckResult result = CheckHarness.run("transport.redirects", PortalFile.read(file, Map.of()));
            String told = result.findings().stream().map(Finding::reason).collect(Collectors.joining(" "));
            assertThat((result.outcome() + " " + told).strip()).isEqualTo(expected);
        }
    }

    private static String judge(Map<String, String> clearLinks, Walk... walks) {
        return Told.of(new RedirectsCheck().judge(new Seen(Set.of("p.example"), List.of(walks), clearLinks), PARAMS));
    }

    private static Trail brokenOff(String code) {
        Trail trail = trail(P + "/go 302 https://other.example/");
        Failure failure = new Failure(code, "it did not work");
        return new Trail(trail.start(), trail.hops(), End.FAILED, trail.pending(), Optional.of(failure));
    }

    private static Walk door(String told) {
        return new Walk(trail(told), true);
    }

    private static Walk link(String told) {
        return new Walk(trail(told), false);
    }
}
