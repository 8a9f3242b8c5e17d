package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogsCheckTest {
    private static final String SOURCE = "source: {logs: [logs/*.log]}\n";
    private static final String CARD = "4012888888881881"; // of the tables that processors publish for tests

    private final LogsCheck check = new LogsCheck();

    @TempDir
    Path folder;

    private SourcePortal portal() {
        return new SourcePortal(folder);
    }

    private String told(String... lines) throws Exception {
        return SourcePortal.told(
                portal().write("logs/app.log", String.join("\n", lines) + "\n").judge(check, SOURCE));
    }

    private static byte[] packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        }
        return out.toByteArray();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // each in the habits of another logger
                "2026-11-20 08:00:00,123 INFO  [main] c.h.Login - form {email=17, password=Sommer2024!} | fails passwords",
                "{\"level\":\"info\",\"msg\":\"login\",\"body\":{\"user\":17,\"password\":\"Sommer2024!\"}} | fails passwords",
                "{\"message\":\"{\\\"password\\\":\\\"Sommer2024!\\\"}\"} | fails passwords",
                "10.0.0.1 - - [20/Nov/2026:08:00:00 +0000] \"GET /login?user=17&password=Sommer2024%21 HTTP/1.1\" 200 17 | fails passwords",
                "time=2026-11-20T08:00:00Z level=info msg=\"signed in\" session_id=k3J9xQ2mW8vN5tR7yB1c | fails session-ids",
                "Cookie: theme=dark; JSESSIONID=5F1B7A9C3D2E4F60718293A4B5C6D7E8; lang=de | fails session-ids",
                "> Authorization: Bearer v4Tz8qLm2Xw9Rk5Jd7Fb3Nc6 | fails bearer-tokens",
                "I, [2026-11-20T08:00:00 #1]  INFO -- : Parameters: {\"card\"=>\"4012 8888 8888 1881\"} | fails card-numbers",
                "<165>1 2026-11-20T08:00:00Z host app - - - pan=4012888888881881 | fails card-numbers",
                "profile saved, ssn: 512-43-8876 | fails national-ids",
                "NIE X1234567L guardado | fails national-ids",
                "refund to DE89 3704 0044 0532 0130 00 | fails account-numbers",
                "customer {\"phone\":\"+49 30 1234567\"} | warns contact-details",
                "customer dob=1984-02-29 | warns contact-details",
                "mail to kim.berg@north-clients.net queued | warns email-addresses",
                // what only looks like it
                "password: ******** | passes",
                "Password is incorrect, password=invalid | passes",
                "password reset requested for user 17 | passes",
                "password=[FILTERED] token=[FILTERED] | passes",
                "mail from noreply@portal.net queued, message-id 20261120.1@localhost | passes",
                "GET /img/logo@2x.png 200 | passes",
                "request 4012888888881882 took 12 ms | passes",
                "trace 17329104728810442911 span 6011000990139425177 | passes",
                "id 550e8400-e29b-41d4-a716-446655440000 at 1732089600000000 | passes",
                "session started for user 17, Bearer token missing | passes",
                "commit 3f786850e387550fdab836ed7e6dc881de23001b deployed to 10.20.30.40 | passes"
            })
    void each_logger_writes_it_in_its_own_way(String line, String expected) throws Exception {
        assertThat(told("first line", line, "last line")).isEqualTo(expected);
    }

    @Test
    void a_number_that_might_be_a_card_is_a_hint_where_nothing_says_so() throws Exception {
        assertThat(told("order " + CARD)).isEqualTo("warns card-numbers");
    }

    @Test
    void secrets_are_found_by_their_rules_and_tokens_of_sessions_are_counted_once_by_kind() throws Exception {
        assertThat(told("refused key " + Keys.stripeLive(1))).isEqualTo("fails live-secret");
        assertThat(told("refused key " + Keys.stripeLive(1).replace("live", "test")))
                .isEqualTo("warns test-key");
        assertThat(told("cannot reach postgres://app:" + Keys.stripeLive(2).substring(8, 24) + "@db/app"))
                .isEqualTo("warns looks-like-a-secret");
    }

    @Test
    void counts_different_values_and_lines_are_told_and_nothing_of_the_values() throws Exception {
        portal().write(
                        "logs/app.log",
                        "x\npassword=Sommer2024!\npassword=Sommer2024!\npassword=Winter2025? for M\u00fcller\n");
        LogsCheck.Met met = portal().observe(check, SOURCE).met().get(0);
        assertThat(met.count()).isEqualTo(3);
        assertThat(met.different()).isEqualTo(2);
        assertThat(met.samples()).extracting(LogsCheck.Sample::line).containsExactly(2L, 4L);
        assertThat(met.samples().toString())
                .doesNotContain("Sommer", "Winter")
                .contains("password=\u2026 for M\u00fcller");
        assertThat(met.samples().get(0).file()).isEqualTo("logs/app.log");
    }

    @Test
    void rotated_and_packed_logs_are_read_to_the_end() throws Exception {
        byte[] bad = ("a\npassword=Sommer2024!\n").getBytes(StandardCharsets.UTF_8);
        for (String name : List.of("app.log.1", "app.log.2.gz", "app.log-20261101.gz", "app-2026-11-01.log")) {
            SourcePortal portal = portal().write("logs/app.log", "clean\n")
                    .write("logs/" + name, name.endsWith(".gz") ? packed(bad) : bad);
            assertThat(SourcePortal.told(portal.judge(check, SOURCE))).as(name).isEqualTo("fails passwords");
            folder.resolve("logs/" + name).toFile().delete();
        }
    }

    @Test
    void other_encodings_lone_lines_and_broken_bytes_hide_nothing() throws Exception {
        String line = "2026 login password=Sommer2024! from kim.berg@north-clients.net";
        for (Charset charset : List.of(
                StandardCharsets.UTF_16,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                StandardCharsets.ISO_8859_1)) {
            assertThat(SourcePortal.told(portal().write("logs/app.log", (line + "\r\n" + line).getBytes(charset))
                            .judge(check, SOURCE)))
                    .as(charset.name())
                    .isEqualTo("fails email-addresses passwords");
        }
        byte[] broken = ("\u00c3\u0028" + line).getBytes(StandardCharsets.ISO_8859_1);
        broken[0] = (byte) 0xff;
        assertThat(SourcePortal.told(portal().write("logs/app.log", broken).judge(check, SOURCE)))
                .isEqualTo("fails email-addresses passwords");
    }

    @Test
    void one_line_of_megabytes_is_read_to_its_end_and_nothing_is_counted_twice() throws Exception {
        StringBuilder text = new StringBuilder("{\"events\":[");
        for (int at = 0; at < 3000; at++) {
            text.append("{\"id\":")
                    .append(at)
                    .append(",\"note\":\"")
                    .append("filler ".repeat(80))
                    .append("\"");
            text.append(at % 100 == 0 ? ",\"password\":\"Sommer" + at + "!\"}," : "},");
        }
        LogsCheck.Seen seen =
                portal().write("logs/app.log", text.append("{}]}").toString()).observe(check, SOURCE);
        assertThat(seen.met()).singleElement().satisfies(met -> {
            assertThat(met.count()).isEqualTo(30);
            assertThat(met.different()).isEqualTo(30);
        });
        assertThat(seen.unread()).isEmpty();
    }

    @Test
    void what_is_not_there_or_cannot_be_unpacked_is_no_pass() throws Exception {
        assertThat(SourcePortal.told(portal().judge(check, SOURCE))).isEqualTo("blocks nothing-matches");
        portal().write("logs/other.txt", "x");
        assertThat(SourcePortal.told(portal().judge(check, SOURCE))).isEqualTo("blocks nothing-matches");
        portal().write("logs/app.log", "clean").write("logs/app.log.1.xz", new byte[] {(byte) 0xfd, '7', 'z'});
        assertThat(SourcePortal.told(portal().judge(check, SOURCE))).isEqualTo("blocks not-read");
        folder.resolve("logs/app.log.1.xz").toFile().delete();
        portal().write("logs/app.log.1.gz", new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 0, 9, 9});
        assertThat(SourcePortal.told(portal().judge(check, SOURCE))).isEqualTo("blocks not-read");
    }
}
