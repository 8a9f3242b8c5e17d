package dev.launchready.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.Redaction;
import dev.launchready.probe.http.HttpCall.Content;
import dev.launchready.probe.http.HttpSettings.Doorway;
import java.net.URLEncoder;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.slf4j.LoggerFactory;

@Timeout(30)
class RecordingTest {
    private static final String CANARY = "Canary/Value+7 \"q\"";
    private static final String FORM = URLEncoder.encode(CANARY, UTF_8);
    private static final String BASIC = Base64.getEncoder().encodeToString(("alice:" + CANARY).getBytes(UTF_8));

    @Test
    void aCanaryInEverySlotTurnsUpNowhere() throws Exception {
        String echo = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nSet-Cookie: sid=" + FORM + "; HttpOnly\r\n"
                + "Location: /next?token=" + FORM + "\r\nX-Echo: " + CANARY + "\r\nX-Basic: " + BASIC + "\r\n\r\n"
                + "{\"password\":\"Canary\\/Value+7 \\\"q\\\"\",\"form\":\"" + FORM + "\",\"basic\":\"" + BASIC + "\"}";
        ListAppender<ILoggingEvent> log = new ListAppender<>();
        Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
        log.start();
        root.addAppender(log);
        Level before = root.getLevel();
        root.setLevel(Level.TRACE);
        try (RawServer server = new RawServer(RawServer.saying(echo));
                OkHttpProbe probe = probe(server, new Redaction(List.of(CANARY)))) {
            HttpAnswer answer = probe.send(call(server));
            assertThat(answer.text()).contains("Canary");
            assertThat(server.requests().get(0)).contains("X-Wall: " + CANARY, "Authorization: Basic " + BASIC);
            String all = answer.evidence() + "\n" + answer + "\n" + answer.call() + "\n" + log.list;
            assertThat(all).doesNotContain("Canary", "Value+7", "Value%2B7", BASIC);
            assertThat(answer.evidence().responseHeaders())
                    .contains(new Header("Set-Cookie", "sid=[secret]; HttpOnly"))
                    .contains(new Header("Location", "/next?token=[secret]"));
            assertThat(answer.evidence().requestHeaders())
                    .contains(new Header("Authorization", "Basic [secret]"))
                    .contains(new Header("Cookie", "sid=[secret]; theme=[secret]"))
                    .contains(new Header("X-Wall", "[secret]"));
        } finally {
            root.detachAppender(log);
            root.setLevel(before);
        }
    }

    @Test
    void aSessionIsASecretFromItsFirstUseOn() throws Exception {
        String echo = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\nsigned in by alice-session-1, theme dark";
        try (RawServer server = new RawServer(RawServer.saying(echo));
                OkHttpProbe probe = probe(server, new Redaction())) {
            HttpCall call = HttpCall.get(server.url("/"));
            Header cookie = new Header("Cookie", "sid=alice-session-1; theme=dark");
            assertThat(probe.send(call.as("alice", List.of(cookie))).evidence().excerpt())
                    .isEqualTo("signed in by [secret], theme dark");
            assertThat(probe.send(call).evidence().excerpt()).isEqualTo("signed in by [secret], theme dark");
        }
    }

    @Test
    void failuresTellNoSecretsEither() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying("HTTP/1.1 " + CANARY + "\r\n\r\n"));
                OkHttpProbe probe = probe(server, new Redaction(List.of(CANARY)))) {
            assertThatThrownBy(() -> probe.send(call(server)))
                    .isInstanceOf(ProbeException.class)
                    .satisfies(e -> assertThat(e.getMessage()).doesNotContain("Canary", "Value"));
        }
    }

    @Test
    void theCurlLineSendsTheSameRequest() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n"));
                OkHttpProbe probe = probe(server, Redaction.named(Map.of("ALICE_PASSWORD", CANARY)))) {
            HttpExchange seen = probe.send(call(server)).evidence();
            assertThat(seen.curl())
                    .startsWith("curl -sS -i --compressed -X 'POST'")
                    .contains("-H \"X-Wall: $X_WALL\"")
                    .contains("-H \"Authorization: $ALICE_AUTHORIZATION\"")
                    .contains("-H 'X-Quote: it'\\''s'")
                    .contains("--data-raw '{\"password\":\"'\"$ALICE_PASSWORD\"'\",\"note\":\"it'\\''s\"}'")
                    .contains("?q='\"$ALICE_PASSWORD\"'&x=1'");
            assertThat(shell(
                            seen.curl(),
                            Map.of(
                                    "X_WALL",
                                    "w w",
                                    "ALICE_AUTHORIZATION",
                                    "Basic x",
                                    "ALICE_COOKIE",
                                    "a=b",
                                    "ALICE_PASSWORD",
                                    "s3cr3t")))
                    .contains("{\"password\":\"s3cr3t\",\"note\":\"it's\"}", "X-Quote: it's", "X-Wall: w w")
                    .contains(server.url("/a/b?q=s3cr3t&x=1").toString());
        }
    }

    @Test
    void bodiesThatAreNoTextArePiped() {
        HttpCall call = HttpCall.of("PUT", Url.parse("https://h.example/x"))
                .carrying(new Content("application/octet-stream", new byte[] {0, 10, (byte) 255}));
        assertThat(CurlLine.of(call, List.of(), new Redaction()))
                .isEqualTo(
                        "printf '\\000\\012\\377' | curl -sS -i --compressed -X 'PUT' --data-binary @- 'https://h.example/x'");
    }

    @Test
    void excerptsAreBoundedAndBinaryIsNotShown() throws Exception {
        String big = "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>\u001b[2J" + "word ".repeat(500);
        try (RawServer server = new RawServer((request, out, socket) -> out.write(
                        request.startsWith("GET /bin ")
                                ? "HTTP/1.1 200 OK\r\n\r\n\u0000\u0001binary".getBytes(ISO_8859_1)
                                : big.getBytes(ISO_8859_1)));
                OkHttpProbe probe = probe(server, new Redaction())) {
            String excerpt =
                    probe.send(HttpCall.get(server.url("/"))).evidence().excerpt();
            assertThat(excerpt).startsWith("<p>\\u001b[2Jword").hasSizeLessThanOrEqualTo(300);
            assertThat(probe.send(HttpCall.get(server.url("/bin"))).evidence().excerpt())
                    .isEqualTo("(8 bytes that are no text)");
        }
    }

    @Test
    void requestsThatHttpCannotCarryAreNotSent() throws Exception {
        try (RawServer server = new RawServer(RawServer.saying("HTTP/1.1 200 OK\r\n\r\n"));
                OkHttpProbe probe = probe(server, new Redaction())) {
            HttpCall call = HttpCall.get(server.url("/"));
            for (HttpCall odd : List.of(
                    call.with("X-Split", "a\r\nInjected: b"),
                    call.with("bad name", "x"),
                    call.carrying(new Content("text/plain", new byte[1])))) {
                assertThatThrownBy(() -> probe.send(odd))
                        .isInstanceOf(ProbeException.Malformed.class)
                        .hasMessageStartingWith("Not sent: ");
            }
            assertThat(server.requests()).isEmpty();
        }
    }

    private static HttpCall call(RawServer server) {
        String body = "{\"password\":\"Canary/Value+7 \\\"q\\\"\",\"note\":\"it's\"}";
        return new HttpCall(
                "POST",
                server.url("/a/b?q=" + FORM + "&x=1"),
                List.of(new Header("X-Quote", "it's"), new Header("X-Copy", "copy of " + CANARY)),
                List.of(
                        new Header("Authorization", "Basic " + BASIC),
                        new Header("Cookie", "sid=" + FORM + "; theme=dark")),
                Optional.of(new Content("application/json", body.getBytes(UTF_8))),
                "alice",
                TrafficClass.OWN_ACCOUNTS);
    }

    /** What a POSIX shell makes of the line's words. */
    private static String shell(String line, Map<String, String> variables) throws Exception {
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", "curl() { printf '%s\\n' \"$@\"; }; " + line);
        shell.environment().putAll(variables);
        Process process = shell.redirectErrorStream(true).start();
        String out = new String(process.getInputStream().readAllBytes(), UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }

    private static OkHttpProbe probe(RawServer server, Redaction redaction) {
        HttpSettings settings = HttpSettings.of(Set.of("127.0.0.1"))
                .with(Rates.LOCAL)
                .with(redaction)
                .with(new Doorway(Set.of(server.url("/").origin()), Map.of("X-Wall", CANARY)));
        return new OkHttpProbe(settings, Clock.systemUTC(), List.of());
    }
}
