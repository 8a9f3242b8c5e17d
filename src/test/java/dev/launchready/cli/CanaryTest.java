package dev.launchready.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A secret in every credential slot, a portal that echoes all it is sent, and no trace of any secret in anything written. */
@Timeout(180)
class CanaryTest {
    private static final List<String> SLOTS =
            List.of("GATE", "ALICE", "BOB", "CAROL", "DAVE", "ERIN", "KEY", "MAILBOX", "WEBHOOK");

    @TempDir
    private Path folder;

    private final Map<String, String> canaries = new HashMap<>();

    @Test
    void noSecretReachesAnyOutputLogOrJournal() throws IOException {
        SLOTS.forEach(slot -> canaries.put(slot, "canary/" + slot.toLowerCase(java.util.Locale.ROOT) + "+Zq9 x\"7"));
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", CanaryTest::echo);
        server.start();
        try {
            Files.writeString(
                    folder.resolve("launch-ready.yml"),
                    portalFile(server.getAddress().getPort()));

            Cli run = Cli.run(
                    folder,
                    canaries,
                    "scan",
                    "--ci",
                    "--verbose",
                    "--format",
                    "terminal,json,html,markdown,sarif,junit");

            assertThat(run.code()).as(run.all()).isIn(1, 3);
            List<String> leaks = new ArrayList<>(leaks("stdout and stderr", run.all()));
            try (Stream<Path> files = Files.walk(folder.resolve("launch-ready-report"))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    leaks.addAll(leaks(file.toString(), Files.readString(file)));
                }
            }
            assertThat(leaks).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    private List<String> leaks(String place, String text) {
        List<String> leaks = new ArrayList<>();
        canaries.forEach((slot, canary) -> {
            byte[] bytes = canary.getBytes(StandardCharsets.UTF_8);
            List<String> forms = List.of(
                    canary,
                    canary.substring(0, 12),
                    URLEncoder.encode(canary, StandardCharsets.UTF_8),
                    Base64.getEncoder().encodeToString(bytes));
            forms.stream().filter(text::contains).forEach(form -> leaks.add(place + " shows " + slot));
        });
        return leaks;
    }

    /** Sends everything back in body and headers, as a debugging portal might. */
    private static void echo(HttpExchange exchange) throws IOException {
        StringBuilder body = new StringBuilder("<html><body><form method=post action=/login>")
                .append("<input type=password name=p></form>")
                .append(exchange.getRequestMethod())
                .append(' ')
                .append(exchange.getRequestURI())
                .append('\n');
        exchange.getRequestHeaders()
                .forEach((name, values) -> values.forEach(
                        value -> body.append(name).append(": ").append(value).append('\n')));
        body.append(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        exchange.getResponseHeaders().add("Content-Type", "text/html");
        exchange.getResponseHeaders()
                .add("X-Echo", String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
        exchange.getResponseHeaders()
                .add("Set-Cookie", "sid=" + exchange.getRequestHeaders().getFirst("X-Gate") + "; Path=/");
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private static String portalFile(int port) {
        return """
                portal:
                  url: http://127.0.0.1:%d
                  headers: {X-Gate: "${env:GATE}"}
                  fingerprint-key: ${env:KEY}
                identities:
                  alice:
                    role: client
                    login: {kind: json, request: POST /api/login, body: {email: a@harbor.example, password: "${env:ALICE}"}}
                    signed-in-when: {request: GET /api/me, contains: a@harbor.example}
                  bob:
                    role: client
                    login: {kind: bearer, token: "${env:BOB}"}
                  carol:
                    role: client
                    login: {kind: basic, user: carol, password: "${env:CAROL}"}
                  dave:
                    role: client
                    login: {kind: header, send-as: "X-Api-Key: ${env:DAVE}"}
                  erin:
                    role: client
                    login: {kind: cookie, send-as: "Cookie: sid=${env:ERIN}"}
                mail:
                  mailbox: {kind: imap, host: mail.harbor.example, user: m, password: "${env:MAILBOX}"}
                flows:
                  webhook: {request: POST /hook, headers: {X-Signature: "${env:WEBHOOK}"}, body: {a: 1}}
                routes:
                  public: [GET /api/health]
                  signed-in: [GET /api/me]
                  owned: ["GET /api/invoices/{invoice}"]
                """.formatted(port);
    }
}
