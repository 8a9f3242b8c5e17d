package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.secrets.ExposedSeen.Door;
import dev.launchready.check.secrets.ExposedSeen.Open;
import dev.launchready.model.Evidence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExposedFilesCheckTest {
    private static final ExposedFilesCheck CHECK = new ExposedFilesCheck();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "env-file",
                "repository",
                "backup",
                "config-file",
                "key-file",
                "debug-endpoint",
                "admin-tool",
                "directory-listing",
                "leftover-file"
            })
    void whatIsOpenIsToldByItsKind(String code) {
        assertThat(codes(new ExposedSeen(List.of(door(List.of(open(code)), 80, true)), List.of())))
                .containsExactly(code);
    }

    @Test
    void aSecretInWhatIsOpenIsToldAndAKeyOfBrowsersIsNot() {
        assertThat(codes(holding("k=\"" + Keys.stripeLive(1) + "\""))).containsExactly("live-secret");
        assertThat(codes(holding("k=\"" + Keys.stripeTest(2) + "\""))).containsExactly("test-key");
        assertThat(codes(holding("token: \"" + Keys.random(4, 20) + "\""))).containsExactly("looks-like-a-secret");
        assertThat(judge(holding("k=\"" + Keys.googleBrowser(3) + "\""))).isInstanceOf(Judgement.Passed.class);
    }

    @Test
    void aHostThatSaysYesToEverythingProvesNothing() {
        List<Open> all = new ArrayList<>();
        for (int at = 0; at < 60; at++) {
            all.add(open("backup"));
        }
        assertThat(unproven(new ExposedSeen(List.of(door(all, 80, true)), Keys.in("k=\"" + Keys.stripeLive(1) + "\""))))
                .isEqualTo("says-yes-to-all");
    }

    @Test
    void aWallThatComesUpMeanwhileIsNoCleanAnswer() {
        assertThat(unproven(new ExposedSeen(List.of(door(List.of(), 80, false)), List.of())))
                .isEqualTo("unsteady");
        assertThat(unproven(new ExposedSeen(List.of(door(List.of(), 10, true)), List.of())))
                .isEqualTo("unsteady");
    }

    @Test
    void aLimiterInMidScanIsSeen() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        Site site = Site.plain().page("/", "", "<p>Harbor</p>");
        try (DialectServer server =
                        new DialectServer(ask -> asked.incrementAndGet() > 60 ? Reply.empty(503) : site.apply(ask));
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), true))) {
            assertThat(run.judge(CHECK)).isInstanceOf(Judgement.Blocked.class);
        }
    }

    /** Content that merely resembles what is looked for. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<!doctype html><title>Oops</title><p>APP_ENV=production</p>",
                "{\"message\":\"no such page\"}",
                "Not here",
                "window.env = {}"
            })
    void aPageIsNoFile(String body) throws Exception {
        Site site = Site.plain()
                .page("/", "", "<p>Harbor</p>")
                .text("/.env", body)
                .text("/.git/HEAD", body)
                .text("/backup.zip", body)
                .text("/server.key", body)
                .text("/.git/config", body);
        try (DialectServer server = new DialectServer(site);
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), true))) {
            assertThat(run.judge(CHECK)).isInstanceOf(Judgement.Passed.class);
        }
    }

    @Test
    void settingsInTheFolderOfTheScriptsAreFound() throws Exception {
        Site site = Site.plain()
                .page(
                        "/",
                        "<link rel=\"stylesheet\" href=\"/theme/css/a.css\"><script src=\"/static/js/app.js\"></script>",
                        "<img src=\"/media/logo.png\"><a href=\"/about/us.html\">us</a>")
                .script("/static/js/app.js", "go()")
                .text("/static/.env", "SECRET_KEY=" + Keys.random(7, 40) + "\nDEBUG=1\n")
                .text("/theme/.git/config", "[core]\n\tbare = false\n")
                .text("/media/.git/HEAD", "ref: refs/heads/main\n")
                .text("/about/.env", "DEBUG=1\n");
        try (DialectServer server = new DialectServer(site);
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), true))) {
            assertThat(((Judgement.Failed) run.judge(CHECK))
                            .raised().stream()
                                    .map(each -> each.reason().code() + " "
                                            + each.facts().get("path")))
                    .contains("env-file /static/.env", "repository /theme/.git/config", "repository /media/.git/HEAD")
                    .noneMatch(each -> each.contains("/about"));
        }
    }

    @Test
    void aFolderThatAnswersToEveryNameProvesNothing() throws Exception {
        Site site = Site.plain()
                .page("/", "", "<p>Harbor</p>")
                .script("/static/app.js", "go()")
                .page("/", "<script src=\"/static/app.js\"></script>", "<p>Harbor</p>");
        try (DialectServer server = new DialectServer(ask -> ask.path().startsWith("/static/.")
                        ? Reply.of(200, "text/plain", "STATUS=none\nPATH=" + ask.path() + "\n")
                        : site.apply(ask));
                DialectRun run = new DialectRun(DialectRun.portal(server.port(), true))) {
            assertThat(run.judge(CHECK)).isInstanceOf(Judgement.Passed.class);
        }
    }

    private static Door door(List<Open> open, int answered, boolean steady) {
        return new Door("https://portal.example", "portal.example", 80, answered, 404, steady, open);
    }

    private static Open open(String code) {
        return new Open(
                code,
                "/somewhere",
                200,
                10,
                "text/plain",
                new Evidence.FileLocation(
                        "https://portal.example/somewhere",
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        "",
                        ""));
    }

    private static ExposedSeen holding(String text) {
        return new ExposedSeen(List.of(door(List.of(), 80, true)), Keys.in(text));
    }

    private static Judgement judge(ExposedSeen seen) {
        return CHECK.judge(seen, new Params(Map.of()));
    }

    private static List<String> codes(ExposedSeen seen) {
        Judgement judged = judge(seen);
        List<Raised> raised =
                judged instanceof Judgement.Failed failed ? failed.raised() : ((Judgement.Warned) judged).raised();
        return raised.stream().map(each -> each.reason().code()).toList();
    }

    private static String unproven(ExposedSeen seen) {
        return ((Judgement.Blocked) judge(seen)).unproven().get(0).reason().code();
    }
}
