package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Small front ends of other habits, each with and without something in what browsers are given. */
@DisplayName("secrets.bundles")
class BundlesCheckTest {
    private static final String SHELL = "<!doctype html><title>Harbor</title><div id=root></div>";
    private static final Reply MISSING = Reply.of(404, "text/html", "<h1>Not here</h1>");
    private static final String KEY = "const k=\"" + Keys.stripeLive(11) + "\";";

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void tellsInEveryFrontEnd(String name, Function<Ask, Reply> portal, String expected) throws Exception {
        try (DialectServer server = new DialectServer(portal)) {
            CheckResult result = CheckHarness.run("secrets.bundles", Scan.portal(server.port(), ""));
            String reasons = Stream.concat(
                            result.findings().stream().map(Finding::reason),
                            result.problem().stream().map(problem -> problem.code()))
                    .sorted()
                    .collect(Collectors.joining(" "));
            assertThat((result.outcome() + " " + reasons).strip()).isEqualTo(expected);
            assertThat(String.valueOf(result)).doesNotContain(Keys.stripeLive(11));
        }
    }

    static Stream<Arguments> tellsInEveryFrontEnd() {
        return Stream.of(
                arguments("a script without secrets", script("const a=1;export{a}"), "PASS"),
                arguments("a script with a live key", script(KEY), "FAIL live-secret"),
                arguments("a script with a test key", script("k=\"" + Keys.stripeTest(1) + "\""), "WARN test-key"),
                arguments(
                        "a script with a key for browsers", script("k=\"" + Keys.stripePublishable(1) + "\""), "PASS"),
                arguments("a script with a map key", script("k=\"" + Keys.googleBrowser(4) + "\""), "WARN public-key"),
                arguments(
                        "a script with a database's address",
                        script("u=\"postgres://app:" + Keys.random(5, 16) + "@db/app\""),
                        "WARN looks-like-a-secret"),
                arguments("a chunk that is loaded later", chunk(KEY), "FAIL live-secret"),
                arguments(
                        "the data of a page",
                        page("<script id=__NEXT_DATA__ type=application/json>{\"props\":{\"key\":\""
                                + Keys.stripeLive(11) + "\"}}</script>"),
                        "FAIL live-secret"),
                arguments(
                        "settings that no page names",
                        settings("window.env={KEY:\"" + Keys.stripeLive(11) + "\"}"),
                        "FAIL live-secret"),
                arguments("the shell for every path", (Function<Ask, Reply>) ask -> Reply.html(SHELL), "PASS"),
                arguments("pages without any script", page("<p>Words alone</p>"), "PASS"),
                arguments("a script that breaks", broken(), "BLOCKED not-read"),
                arguments(
                        "an API without pages",
                        (Function<Ask, Reply>) ask -> Reply.json(404, "{\"error\":\"no such route\"}"),
                        "NOT_APPLICABLE"));
    }

    private static Function<Ask, Reply> page(String body) {
        return ask -> ask.path().equals("/") ? Reply.html(SHELL + body) : MISSING;
    }

    private static Function<Ask, Reply> script(String text) {
        return ask -> switch (ask.path()) {
            case "/" -> Reply.html(SHELL + "<script src=/app.js></script>");
            case "/app.js" -> Reply.of(200, "text/javascript", text);
            default -> MISSING;
        };
    }

    private static Function<Ask, Reply> chunk(String text) {
        return ask -> switch (ask.path()) {
            case "/" -> Reply.html(SHELL + "<script type=module src=/assets/index.js></script>");
            case "/assets/index.js" -> Reply.of(200, "text/javascript", "const l=()=>import(\"./later.js\")");
            case "/assets/later.js" -> Reply.of(200, "text/javascript", text);
            default -> MISSING;
        };
    }

    private static Function<Ask, Reply> settings(String text) {
        return ask -> switch (ask.path()) {
            case "/" -> Reply.html(SHELL);
            case "/env.js" -> Reply.of(200, "text/javascript", text);
            default -> MISSING;
        };
    }

    private static Function<Ask, Reply> broken() {
        return ask -> switch (ask.path()) {
            case "/" -> Reply.html(SHELL + "<script src=/app.js></script>");
            case "/app.js" -> Reply.of(503, "text/plain", "busy");
            default -> MISSING;
        };
    }
}
