package dev.launchready.probe.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.ProbeException.Malformed;
import dev.launchready.probe.ProbeException.TimedOut;
import dev.launchready.probe.ProbeException.TooLarge;
import dev.launchready.probe.ProbeException.Unreachable;
import dev.launchready.probe.http.HttpProbe.Chain;
import dev.launchready.probe.http.HttpProbe.End;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that break every rule: each gives one clear outcome, and none holds the scan up. */
@Timeout(30)
class HostileServerTest {
    private static final int CAP = 64 * 1024;
    private static final Limits SHORT =
            new Limits(CAP, 1000, CAP, Duration.ofMillis(800), Duration.ofMillis(800), Duration.ofMillis(1500));

    @Test
    void anEndlessBodyIsCutAtTheCap() throws Exception {
        HttpAnswer answer = ask((request, out, socket) -> {
            write(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n");
            while (true) {
                out.write(new byte[8192]);
            }
        });
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.body()).hasSize(CAP);
    }

    @Test
    void aGzipBombIsCutAtTheCap() throws Exception {
        byte[] bomb = gzip(new byte[40 * 1024 * 1024]);
        HttpAnswer answer = ask(body("Content-Encoding: gzip\r\n", bomb));
        assertThat(bomb.length).isLessThan(CAP);
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.body()).hasSize(CAP);
    }

    @Test
    void aBombInABombIsCutAtTheCap() throws Exception {
        HttpAnswer answer = ask(body("Content-Encoding: gzip, gzip\r\n", gzip(gzip(new byte[40 * 1024 * 1024]))));
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.body()).hasSize(CAP);
    }

    @Test
    void compressedBodiesAreReadAsWhatTheyAre() throws Exception {
        byte[] text = "hello hello hello".getBytes(ISO_8859_1);
        assertThat(ask(body("Content-Encoding: gzip\r\n", gzip(text))).text()).isEqualTo("hello hello hello");
        assertThat(ask(body("Content-Encoding: deflate\r\n", zlib(text))).text())
                .isEqualTo("hello hello hello");
        assertThat(ask(body("Content-Type: text/html\r\n", gzip(text))).text()).isEqualTo("hello hello hello");
    }

    @Test
    void aBodyThatOnlyClaimsToBeCompressedIsKeptAsItCame() throws Exception {
        HttpAnswer answer = ask(body("Content-Encoding: gzip\r\n", "not compressed".getBytes(ISO_8859_1)));
        assertThat(answer.text()).isEqualTo("not compressed");
    }

    @Test
    void brokenCompressionGivesWhatCouldBeRead() throws Exception {
        byte[] whole = gzip("hello hello hello".getBytes(ISO_8859_1));
        byte[] half = Arrays.copyOf(whole, whole.length - 9);
        HttpAnswer answer = ask(body("Content-Encoding: gzip\r\n", half));
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.text()).startsWith("hello");
    }

    @ParameterizedTest
    @ValueSource(ints = {2_000, 10_000, 200_000})
    void tenThousandHeadersAreTooMany(int lines) throws Exception {
        TooLarge failure = failure(TooLarge.class, (request, out, socket) -> {
            write(out, "HTTP/1.1 200 OK\r\n");
            StringBuilder headers = new StringBuilder();
            for (int at = 0; at < lines; at++) {
                headers.append("X-Header-").append(at).append(": value\r\n");
            }
            write(out, headers + "Content-Length: 0\r\n\r\n");
        });
        assertThat(failure).hasMessageMatching("127\\.0\\.0\\.1:\\d+ sent .* (header lines|of headers).*");
    }

    @Test
    void aHeaderLineWithoutEndIsTooLarge() throws Exception {
        failure(TooLarge.class, (request, out, socket) -> {
            write(out, "HTTP/1.1 200 OK\r\nX-Long: ");
            while (true) {
                write(out, "abcdefghijklmnop".repeat(512));
            }
        });
    }

    @Test
    void aTrickleInTheHeadEndsInTime() throws Exception {
        TimedOut failure = failure(TimedOut.class, trickle("", "HTTP/1.1 200 OK\r\nX: " + "y".repeat(1000)));
        assertThat(failure).hasMessageContaining("gave no answer within");
    }

    @Test
    void aTrickleInTheBodyEndsInTime() throws Exception {
        TimedOut failure =
                failure(TimedOut.class, trickle("HTTP/1.1 200 OK\r\nContent-Length: 5000\r\n\r\n", "z".repeat(1000)));
        assertThat(failure).hasMessageContaining("did not end its answer");
    }

    @Test
    void aServerThatSaysNothingTimesOut() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        failure(TimedOut.class, (request, out, socket) -> await(never, 10_000));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "HT",
                "HTTP/1.1 20",
                "HTTP/1.1 200 OK\r\n",
                "HTTP/1.1 200 OK\r\nContent-Ty",
                "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nX-A: b"
            })
    void aServerThatClosesInTheHeadIsUnreachable(String start) throws Exception {
        Unreachable failure = failure(Unreachable.class, RawServer.saying(start));
        assertThat(failure).hasMessageContaining("broke the connection");
    }

    @Test
    void aServerThatResetsTheConnectionIsUnreachable() throws Exception {
        failure(Unreachable.class, (request, out, socket) -> socket.setSoLinger(true, 0));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTP/1.1 200 OK\r\nContent-Length: 500\r\n\r\nhello",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\nzz\r\n",
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n50\r\nhello"
            })
    void aBodyThatBreaksOffKeepsWhatCame(String said) throws Exception {
        HttpAnswer answer = ask(RawServer.saying(said));
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.truncated()).isTrue();
        assertThat(answer.text()).isEqualTo("hello");
    }

    @Test
    void aBodyLongerThanItSaysIsReadAsFarAsItSays() throws Exception {
        HttpAnswer answer = ask(RawServer.saying("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nhello"));
        assertThat(answer.text()).isEqualTo("he");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SSH-2.0-OpenSSH_9.6\r\n",
                "220 mail.harbor.example ESMTP\r\n",
                "\u0000\u0001\u0002\r\n\r\n",
                "<html>hello</html>\n",
                "HTTP/1.1 abc what\r\n\r\n",
                "HTTP/1.1 200 OK\r\nContent-Length: -7\r\n\r\nrest",
                "HTTP/1.1 204 None\r\nContent-Length: 5\r\n\r\nhello"
            })
    void garbageIsMalformed(String said) throws Exception {
        failure(Malformed.class, RawServer.saying(said));
    }

    @Test
    void oddHeadersSurvive() throws Exception {
        HttpAnswer answer =
                ask(RawServer.saying("HTTP/1.1 200\r\nno colon here\r\n: empty name\r\nX-Umlaut: gr\u00fcn\r\n"
                        + "X-Twice: 1\r\nx-twice: 2\r\nContent-Length: many\r\n\r\nrest"));
        assertThat(answer.headers("x-twice")).containsExactly("1", "2");
        assertThat(answer.header("x-umlaut").orElse("")).startsWith("gr").endsWith("n");
        assertThat(answer.text()).isEqualTo("rest");
    }

    @Test
    void aRedirectLoopEnds() throws Exception {
        RawServer.Script loop = (request, out, socket) -> write(
                out,
                "HTTP/1.1 302 Found\r\nLocation: " + (request.startsWith("GET /a ") ? "/b" : "/a")
                        + "\r\nContent-Length: 0\r\n\r\n");
        try (RawServer server = new RawServer(loop);
                OkHttpProbe probe = probe()) {
            Chain chain = probe.follow(HttpCall.get(server.url("/a")), 10);
            assertThat(chain.end()).isEqualTo(End.LOOP);
            assertThat(chain.hops()).hasSize(2);
        }
    }

    @Test
    void aChainWithoutEndIsGivenUp() throws Exception {
        RawServer.Script onward = (request, out, socket) -> write(
                out, "HTTP/1.1 302 Found\r\nLocation: " + request.split(" ", -1)[1] + "x\r\nContent-Length: 0\r\n\r\n");
        try (RawServer server = new RawServer(onward);
                OkHttpProbe probe = probe()) {
            Chain chain = probe.follow(HttpCall.get(server.url("/a")), 5);
            assertThat(chain.end()).isEqualTo(End.TOO_MANY);
            assertThat(chain.hops()).hasSize(6);
        }
    }

    @Test
    void nobodyListening() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        try (OkHttpProbe probe = probe()) {
            ProbeException failure = catchThrowableOfType(
                    Unreachable.class, () -> probe.send(HttpCall.get(Url.parse("http://127.0.0.1:" + port + "/"))));
            assertThat(failure).hasMessage("Nobody answers at 127.0.0.1:" + port + ": the connection was refused.");
        }
    }

    @Test
    void aRepeatThatAServerAsksForIsNotSent() throws Exception {
        try (RawServer server = new RawServer(
                        RawServer.saying("HTTP/1.1 503 Busy\r\nRetry-After: 0\r\nContent-Length: 0\r\n\r\n"));
                OkHttpProbe probe = probe()) {
            HttpAnswer answer = probe.send(HttpCall.get(server.url("/")));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.header("retry-after")).hasValue("0");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aConnectionClosedMeanwhileCostsNoAnswer() throws Exception {
        String once = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
        try (RawServer server = new RawServer(RawServer.saying(once));
                OkHttpProbe probe = probe()) {
            for (int at = 0; at < 20; at++) {
                assertThat(probe.send(HttpCall.get(server.url("/" + at))).text())
                        .isEqualTo("ok");
            }
            assertThat(server.requests()).hasSize(20);
        }
    }

    /** Answers once six have asked, so that as many connections are kept; closes all of them when told to. */
    private static final class Keeping implements RawServer.Script {
        static final int KEPT = 6;
        private final CountDownLatch all = new CountDownLatch(KEPT);
        private final CountDownLatch close = new CountDownLatch(1);
        private final CountDownLatch closed = new CountDownLatch(KEPT);

        @Override
        public void play(String request, OutputStream out, Socket socket) throws IOException {
            try {
                all.countDown();
                all.await();
                write(out, "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
                out.flush();
                close.await();
                socket.close();
                closed.countDown();
            } catch (InterruptedException e) {
                throw new IOException(e);
            }
        }

        /** Leaves so many dead connections with the probe. */
        void keep(OkHttpProbe probe, HttpCall call) throws Exception {
            ExecutorService senders = Executors.newFixedThreadPool(KEPT);
            List<Callable<HttpAnswer>> calls = Collections.nCopies(KEPT, () -> probe.send(call));
            for (Future<HttpAnswer> answer : senders.invokeAll(calls)) {
                assertThat(answer.get().text()).isEqualTo("ok");
            }
            senders.shutdown();
            close.countDown();
            assertThat(closed.await(5, TimeUnit.SECONDS)).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"GET, GET", "PUT, PUT", "DELETE, DELETE", "GET, POST"})
    void manyConnectionsClosedMeanwhileCostNoAnswer(String before, String then) throws Exception {
        Keeping keeping = new Keeping();
        try (RawServer server = new RawServer(keeping);
                OkHttpProbe probe = probe()) {
            keeping.keep(probe, HttpCall.of(before, server.url("/")));
            HttpAnswer answer = probe.send(HttpCall.of(then, server.url("/again")));
            assertThat(answer.text()).isEqualTo("ok");
            assertThat(server.requests()).hasSize(Keeping.KEPT + 1);
        }
    }

    @Test
    void whatMayNotBeSentTwiceIsNot() throws Exception {
        Keeping keeping = new Keeping();
        try (RawServer server = new RawServer(keeping);
                OkHttpProbe probe = probe()) {
            HttpCall call = HttpCall.of("POST", server.url("/"));
            keeping.keep(probe, call);
            assertThat(catchThrowableOfType(Unreachable.class, () -> probe.send(call)))
                    .hasMessageContaining("broke the connection without an answer");
            assertThat(server.requests()).hasSize(Keeping.KEPT);
            assertThat(probe.send(call).text()).isEqualTo("ok");
        }
    }

    @Test
    void anInterruptEndsTheWaiting() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        try (RawServer server = new RawServer((request, out, socket) -> {
                    asked.countDown();
                    await(new CountDownLatch(1), 10_000);
                });
                OkHttpProbe probe = probe()) {
            CountDownLatch ended = new CountDownLatch(1);
            Thread caller = new Thread(() -> {
                try {
                    probe.send(HttpCall.get(server.url("/")));
                } catch (InterruptedException e) {
                    ended.countDown();
                } catch (ProbeException e) {
                    throw new IllegalStateException(e);
                }
            });
            caller.start();
            assertThat(asked.await(5, TimeUnit.SECONDS)).isTrue();
            caller.interrupt();
            assertThat(ended.await(1, TimeUnit.SECONDS)).isTrue();
        }
    }

    private static RawServer.Script body(String headers, byte[] body) {
        return (request, out, socket) -> {
            write(out, "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + body.length + "\r\n\r\n");
            out.write(body);
        };
    }

    /** One byte each quarter of a second: never silent for long, and never done. */
    private static RawServer.Script trickle(String head, String rest) {
        return (request, out, socket) -> {
            write(out, head);
            for (byte each : rest.getBytes(ISO_8859_1)) {
                out.write(each);
                out.flush();
                await(new CountDownLatch(1), 250);
            }
        };
    }

    private static void await(CountDownLatch latch, long millis) throws IOException {
        try {
            if (latch.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IOException("nobody counts down");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static HttpAnswer ask(RawServer.Script script) throws Exception {
        try (RawServer server = new RawServer(script);
                OkHttpProbe probe = probe()) {
            return probe.send(HttpCall.get(server.url("/")));
        }
    }

    private static <E extends ProbeException> E failure(Class<E> kind, RawServer.Script script) throws Exception {
        try (RawServer server = new RawServer(script);
                OkHttpProbe probe = probe()) {
            E failure = catchThrowableOfType(kind, () -> probe.send(HttpCall.get(server.url("/"))));
            assertThat(failure).isNotNull();
            assertThat(failure.getMessage()).startsWith("127.0.0.1:").endsWith(".");
            return failure;
        }
    }

    private static OkHttpProbe probe() {
        return new OkHttpProbe(
                HttpSettings.of(Set.of("127.0.0.1")).with(Rates.LOCAL).with(SHORT), Clock.systemUTC(), List.of());
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(ISO_8859_1));
    }

    private static byte[] gzip(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(plain);
        }
        return out.toByteArray();
    }

    private static byte[] zlib(byte[] plain) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream deflate = new DeflaterOutputStream(out)) {
            deflate.write(plain);
        }
        return out.toByteArray();
    }
}
