package dev.launchready.check.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Portals;
import dev.launchready.check.transport.Dialect.Site;
import dev.launchready.check.transport.Dialect.Visit;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Portal;
import dev.launchready.probe.TestAuthority;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every dialect in both editions, through real sockets and the whole engine; one that cannot be judged fails. */
@DisplayName("Transport dialects")
class TransportDialectsTest {
    private static final List<String> CHECKS = List.of(
            "transport.https-redirect",
            "transport.canonical-host",
            "transport.redirects",
            "transport.legacy-urls",
            "transport.hsts",
            "transport.mixed-content",
            "transport.certificate");

    @TempDir
    static Path folder;

    private static DialectServer server;
    private static Path root;
    private static int closedPort;

    @BeforeAll
    static void open() throws Exception {
        TestAuthority authority = TestAuthority.root("Dialects");
        String[] names = editions()
                .flatMap(edition -> Stream.of("", "www.", "api.", "portal.").map(sub -> sub + domain(edition)))
                .toArray(String[]::new);
        root = authority.pem(folder);
        server = new DialectServer(TransportDialectsTest::answer, authority.issue(names));
        closedPort = closedPort();
    }

    @AfterAll
    static void close() {
        server.close();
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("table")
    void are_judged_as_they_speak(String key, String edition, Dialect dialect) {
        boolean sound = edition.equals("sound");
        Map<String, String> expected = new LinkedHashMap<>();
        CHECKS.forEach(check -> expected.put(check, "PASS"));
        expected.put("transport.legacy-urls", "NOT_APPLICABLE");
        expected.putAll(sound ? dialect.soundly() : dialect.flawedly());
        Map<String, String> seen = CheckHarness.run(CHECKS, portal(dialect, sound)).stream()
                .collect(Collectors.toMap(
                        result -> result.card().id(), TransportDialectsTest::told, (a, b) -> a, LinkedHashMap::new));
        expected.replaceAll((check, told) -> told.startsWith("PASS") ? "PASS" : told);
        assertThat(seen).isEqualTo(expected);
    }

    static Stream<Arguments> table() {
        return TransportDialects.all().stream()
                .flatMap(dialect -> Stream.of("sound", "flawed")
                        .map(edition -> Arguments.arguments(dialect.key(), edition, dialect)));
    }

    private static String told(CheckResult result) {
        String reasons =
                result.findings().stream().map(Finding::reason).sorted().collect(Collectors.joining(" "));
        String problem = result.problem()
                .map(found -> found.code() + ": " + found.says())
                .orElse("");
        boolean finding = !result.findings().isEmpty();
        boolean silent = reasons.isEmpty()
                && (problem.isEmpty() || result.outcome().name().equals("NOT_APPLICABLE"));
        return silent ? result.outcome().name() : result.outcome() + " " + (finding ? reasons : problem);
    }

    private static Portal portal(Dialect dialect, boolean sound) {
        String domain = domain(dialect.key() + (sound ? "-sound" : "-flawed"));
        int plain = sound && dialect.closedWhenSound() ? closedPort : server.port();
        List<String> hosts = new ArrayList<>();
        Map<String, String> resolve = new LinkedHashMap<>();
        for (String sub : dialect.hosts()) {
            String name = sub.isEmpty() ? domain : sub + "." + domain;
            hosts.add("https://" + name + ":" + server.securePort());
            hosts.add("http://" + name + ":" + plain);
            resolve.put(name, "127.0.0.1");
        }
        Url url = Url.parse(hosts.get(0));
        boolean api = dialect.hosts().contains("api");
        Url apiUrl = api ? Url.parse("https://api." + domain + ":" + server.securePort()) : url;
        Address address = Portals.moving(Portals.address(url, apiUrl, hosts), dialect.legacy());
        return Portals.at(Portals.reached(address, List.of(root), resolve, Optional.empty()));
    }

    private static Reply answer(Ask ask) {
        String host = ask.host().replaceFirst(":\\d+$", "");
        for (String edition : editions().toList()) {
            String domain = domain(edition);
            if (host.equals(domain) || host.endsWith("." + domain)) {
                String sub = host.equals(domain) ? "" : host.substring(0, host.length() - domain.length() - 1);
                Dialect dialect = TransportDialects.all().stream()
                        .filter(one -> edition.startsWith(one.key() + "-"))
                        .findFirst()
                        .orElseThrow();
                Site site = edition.endsWith("-sound") ? dialect.sound() : dialect.flawed();
                return site.answer(new Visit(ask, sub, domain, server.port(), server.securePort()));
            }
        }
        return Reply.empty(421);
    }

    private static Stream<String> editions() {
        return TransportDialects.all().stream()
                .flatMap(dialect -> Stream.of(dialect.key() + "-sound", dialect.key() + "-flawed"));
    }

    private static String domain(String edition) {
        return edition + ".test";
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
