package dev.launchready.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever is wrong is told in one clear sentence, with the right exit code, and never as a stack trace. */
@Timeout(120)
class BadInputTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "scan --frobnicate | Unknown option",
                "scan nowhere.yml | 'nowhere.yml' is no file",
                "scan portal.example | for an address write https://portal.example",
                "scan ftp://portal.example | must begin with https://",
                "scan https://me:secretword@portal.example | may not carry credentials",
                "scan | there is no launch-ready.yml here",
                "scan https://127.0.0.1:1 --only no.such | no check is called 'no.such'",
                "scan https://127.0.0.1:1 --profile nobody | there is no profile 'nobody'",
                "scan https://127.0.0.1:1 --fail-on terrible | --fail-on takes",
                "scan https://127.0.0.1:1 --max-time soon | --max-time takes",
                "scan https://127.0.0.1:1 --format word | --format takes",
                "scan https://127.0.0.1:1 --baseline none.json | there is no such baseline",
                "scan https://127.0.0.1:1 --waivers none.yml | there is no such file of waivers",
                "scan https://127.0.0.1:1 --checks none | no folder of checks",
                "scan https://127.0.0.1:1 --shard 5/4 | there is no part 5 of 4",
                "explain no.such | there is no check 'no.such'",
                "report nowhere | there is no run at",
                "rejudge nowhere | there is no run at",
                "demo --flaws no.such/flaw | has no flaw",
                "list things | Invalid value",
            })
    void wrongUsageEndsWithTwoAndASentence(String command, String sentence) {
        Cli run = Cli.run(folder, command.strip().split(" "));

        assertThat(run.code()).as(run.all()).isEqualTo(2);
        assertThat(run.err())
                .contains(sentence.strip())
                .doesNotContain("Exception")
                .doesNotContain("secretword");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "portal: {url: 'https://portal.example', hots: [a]}",
                "portal: {url: 'portal.example'}",
                "portal:\n\turl: https://portal.example",
                "portal: {url: 'https://portal.example', url: 'https://portal.example'}",
                "portal: {url: '${env:LAUNCH_READY_NOT_SET}'}",
                "portal: {url: [1, 2]}",
                "[]",
                "",
                "portal: {url: 'https://portal.example'}\nidentities: {a: {role: x, login: {kind: bearer, token: clear-text-token}}}",
            })
    void aBrokenPortalFileIsToldByFileAndLine(String text) throws IOException {
        Files.writeString(folder.resolve("launch-ready.yml"), text);

        Cli run = Cli.run(folder, "scan");

        assertThat(run.code()).as(run.all()).isEqualTo(2);
        assertThat(run.err())
                .contains("launch-ready.yml")
                .doesNotContain("Exception")
                .doesNotContain("clear-text-token");
    }

    @Test
    void aBrokenCardIsToldByFileAndLine() throws IOException {
        Path card = folder.resolve("checks/cors/untrusted-origin.yml");
        Files.createDirectories(card.getParent());
        Files.writeString(card, "id: cors.untrusted-origin\ntitel: x\n");

        Cli run = Cli.run(folder, "list", "checks", "--checks", "checks");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("cors/untrusted-origin.yml:2").contains("unknown key 'titel'");
    }

    @Test
    void aPortalThatNobodyServesIsNotProvenAndStillReported() {
        Cli run = Cli.run(folder, "scan", "http://127.0.0.1:1");

        assertThat(run.code()).as(run.all()).isEqualTo(3);
        assertThat(run.out()).contains("exit 3").doesNotContain("Exception");
        assertThat(folder.resolve("launch-ready-report/scorecard.json")).exists();
    }

    @Test
    void aNameThatDoesNotExistIsNotProven() {
        Cli run = Cli.run(folder, "scan", "https://nobody-here.invalid");

        assertThat(run.code()).as(run.all()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"garbage", "close", "endless", "headers", "loop"})
    void aHostilePortalHangsNothingAndLosesNothing(String kind) throws IOException {
        try (Hostile server = new Hostile(kind)) {
            Cli run = Cli.run(folder, "scan", "http://127.0.0.1:" + server.port(), "--max-time", "40s");

            assertThat(run.code()).as(run.all()).isIn(1, 3);
            assertThat(run.out()).contains("exit ").doesNotContain("Exception");
            assertThat(Files.readString(folder.resolve("launch-ready-report/scorecard.json")))
                    .contains("transport.https-redirect", "cors.untrusted-origin")
                    .doesNotContain("\"ERROR\"");
        }
    }

    /** A server that keeps no rule of HTTP. */
    private static final class Hostile implements AutoCloseable {
        private final ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final String kind;

        Hostile(String kind) throws IOException {
            this.kind = kind;
            Thread accepting = new Thread(this::accept, "hostile");
            accepting.setDaemon(true);
            accepting.start();
        }

        int port() {
            return socket.getLocalPort();
        }

        private void accept() {
            while (open.get()) {
                try {
                    Socket client = socket.accept();
                    Thread answering = new Thread(() -> answer(client), "hostile-answer");
                    answering.setDaemon(true);
                    answering.start();
                } catch (IOException e) {
                    return;
                }
            }
        }

        private void answer(Socket client) {
            try (client) {
                if (kind.equals("close")) {
                    return;
                }
                client.getInputStream().read(new byte[4096]);
                if (kind.equals("garbage")) {
                    write(client, "\u0000\u0001 what is this? \r\n\r\n");
                } else if (kind.equals("loop")) {
                    write(client, "HTTP/1.1 302 Found\r\nLocation: /again\r\nContent-Length: 0\r\n\r\n");
                } else if (kind.equals("headers")) {
                    StringBuilder head = new StringBuilder("HTTP/1.1 200 OK\r\n");
                    for (int at = 0; at < 10_000; at++) {
                        head.append("X-H").append(at).append(": 1\r\n");
                    }
                    write(client, head + "Content-Length: 0\r\n\r\n");
                } else {
                    write(client, "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n");
                    while (open.get()) {
                        write(client, "endless ".repeat(1000));
                    }
                }
            } catch (IOException e) {
                // the client has had enough, which is what it should have
            }
        }

        private static void write(Socket client, String text) throws IOException {
            client.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            client.getOutputStream().flush();
        }

        @Override
        public void close() throws IOException {
            open.set(false);
            socket.close();
        }
    }
}
