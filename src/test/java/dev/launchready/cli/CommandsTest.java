package dev.launchready.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Scorecard;
import dev.launchready.portal.Portal;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.run.ScorecardCodec;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Every command does what its help says, against a small portal. */
@Timeout(120)
class CommandsTest {
    @TempDir
    private Path folder;

    private final AtomicInteger requests = new AtomicInteger();
    private HttpServer server;
    private String url;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        url = "http://127.0.0.1:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        String path = exchange.getRequestURI().getPath();
        boolean known = path.equals("/") || path.equals("/login");
        String page = "<html><head><title>Small portal</title></head><body><a href=/login>Sign in</a>"
                + (path.equals("/login")
                        ? "<form method=post action=/session><input type=email name=mail><input type=password name=word></form>"
                        : "")
                + "</body></html>";
        byte[] body = (known ? page : "nothing here").getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(known ? 200 : 404, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Test
    void aPlanSendsNothing() {
        Cli run = Cli.run(folder, "scan", url, "--plan");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("nothing is sent", "NORMAL", "transport.https-redirect", "NOT TESTED");
        assertThat(requests).hasValue(0);
        assertThat(folder.resolve("launch-ready-report")).doesNotExist();
    }

    @Test
    void aBareAddressIsNotProvenAtBest() {
        Cli run = Cli.run(folder, "scan", url);

        assertThat(run.code()).as(run.all()).isEqualTo(3);
        assertThat(run.out()).contains("NOT PROVEN", "exit 3:").doesNotContain("Score ");
        assertThat(folder.resolve("launch-ready-report/report.html")).exists();
        assertThat(folder.resolve("launch-ready-report/launch-ready.log")).exists();
    }

    @Test
    void aSecondRunKeepsTheFirst() throws IOException {
        Cli.run(folder, "scan", url, "--only", "headers.disclosure");
        Cli.run(folder, "scan", url, "--only", "headers.disclosure");

        try (var older = Files.list(folder.resolve("launch-ready-report/history"))) {
            assertThat(older).hasSize(1);
        }
    }

    @Test
    void aBaselineMakesOldFindingsKnown() throws IOException {
        Cli first = Cli.run(
                folder, "scan", url, "--only", "headers.*", "--fail-on", "low", "--write-baseline", "base.json");
        Cli second = Cli.run(folder, "scan", url, "--only", "headers.*", "--fail-on", "low", "--baseline", "base.json");

        assertThat(first.code()).as(first.all()).isEqualTo(1);
        assertThat(second.code()).as(second.all()).isNotEqualTo(1);
        assertThat(card().findings())
                .isNotEmpty()
                .allMatch(finding -> finding.state().equals("known"));
    }

    @Test
    void forABuildAllReportsAreWrittenAndTheSummaryAppended() throws IOException {
        Path summary = folder.resolve("summary.md");
        Cli run = Cli.run(folder, Map.of("GITHUB_STEP_SUMMARY", summary.toString()), "scan", url, "--ci");

        assertThat(run.code()).isEqualTo(3);
        for (String file :
                List.of("scorecard.json", "report.html", "report.md", "report.sarif", "junit.xml", "journal")) {
            assertThat(folder.resolve("launch-ready-report").resolve(file)).exists();
        }
        assertThat(Files.readString(summary)).contains("NOT PROVEN");
    }

    @Test
    void judgingAgainSendsNothingAndSaysTheSame() throws IOException {
        Cli.run(folder, "scan", url);
        List<String> before = told();
        int sent = requests.get();

        Cli run = Cli.run(folder, "rejudge", "launch-ready-report", "--out", "launch-ready-report");

        assertThat(run.code()).as(run.all()).isEqualTo(3);
        assertThat(requests).hasValue(sent);
        assertThat(told()).isEqualTo(before);
    }

    @Test
    void aReportCanBeWrittenAgain() throws IOException {
        Cli.run(folder, "scan", url, "--format", "json");

        Cli run = Cli.run(folder, "report", "launch-ready-report", "--format", "markdown,junit");

        assertThat(run.code()).isZero();
        assertThat(folder.resolve("launch-ready-report/report.md")).exists();
        assertThat(folder.resolve("launch-ready-report/junit.xml")).exists();
    }

    @Test
    void initFindsOutWhatItCanAndWritesAFileThatCanBeRead() throws Exception {
        Cli run = Cli.run(folder, "init", url);
        Path file = folder.resolve("launch-ready.yml");

        assertThat(run.code()).as(run.all()).isZero();
        assertThat(Files.readString(file)).contains("/session", "mail", "word");
        Portal portal = PortalFile.read(file, Map.of());
        assertThat(portal.url().toString()).isEqualTo(url + "/");
        assertThat(portal.address().name()).isEqualTo("Small portal");
        assertThat(Cli.run(folder, "init", url).code())
                .as("it replaces nothing")
                .isEqualTo(2);
    }

    @Test
    void theDoctorTellsWhatTheFileCanDo() throws IOException {
        Files.writeString(folder.resolve("launch-ready.yml"), "portal: {url: '" + url + "'}\n");
        Cli well = Cli.run(folder, "doctor");
        Files.writeString(
                folder.resolve("launch-ready.yml"),
                "portal: {url: 'http://127.0.0.1:1'}\nsource: {repository: not-there}\n");
        Cli ill = Cli.run(folder, "doctor");

        assertThat(well.code()).as(well.all()).isZero();
        assertThat(well.out()).contains("ok   portal.url answers", "could run with:");
        assertThat(ill.code()).as(ill.all()).isIn(2, 3);
    }

    @Test
    void listAndExplainTellOfTheCatalogue() {
        assertThat(Cli.run(folder, "list", "checks").out()).contains("cors.untrusted-origin");
        assertThat(Cli.run(folder, "list", "profiles").out()).contains("quick", "coach-consultant");
        assertThat(Cli.run(folder, "list", "flaws").out()).contains("transport.https-redirect/");
        assertThat(Cli.run(folder, "explain", "cors.untrusted-origin").out()).contains("Only trusted origins");
    }

    @Test
    void helpNamesEveryExitCodeAndTheCompletionScriptEveryCommand() {
        Cli help = Cli.run(folder, "--help");

        assertThat(help.code()).isZero();
        assertThat(help.out()).contains("0  READY", "1  NOT_READY", "2  wrong usage", "3  NOT_PROVEN", "4  a fault");
        assertThat(Cli.run(folder, "completion").out()).contains("scan", "rejudge");
        assertThat(Cli.run(folder, "--version").out()).contains("launch-ready ");
    }

    private Scorecard card() throws IOException {
        return new ScorecardCodec().read(folder.resolve("launch-ready-report/scorecard.json"));
    }

    private List<String> told() throws IOException {
        return card().checks().stream().map(CommandsTest::told).toList();
    }

    private static String told(CheckResult check) {
        return check.card().id() + " " + check.outcome() + " "
                + check.findings().stream().map(Finding::fingerprint).sorted().toList();
    }
}
