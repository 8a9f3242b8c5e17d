package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Line;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.FileShelf;
import dev.launchready.check.dialect.FileShelf.Flaw;
import dev.launchready.check.dialect.FileShelf.Manner;
import dev.launchready.check.dialect.Scan;
import dev.launchready.portal.Portal;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

@DisplayName("authz.files")
class FilesCheckTest {

    private static String told(Manner manner, Flaw... flaws) throws Exception {
        return told(new FileShelf(manner, Set.of(flaws), Clock.systemUTC()), Clock.systemUTC());
    }

    private static String told(FileShelf shelf, Clock clock) throws Exception {
        try (DialectServer server = new DialectServer(shelf)) {
            return told(Scan.portal(server.port(), shelf.file()), clock);
        }
    }

    private static String told(Portal portal, Clock clock) throws Exception {
        return Told.of(Scan.of(new FilesCheck(), portal, clock));
    }

    @ParameterizedTest
    @EnumSource
    void a_sound_portal_passes(Manner manner) throws Exception {
        assertThat(told(manner)).startsWith("PASS owner-fetches");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"BY_SESSION", "ENVELOPE", "SHELL", "PAGES"})
    void a_file_whose_address_is_its_only_lock_is_found(Manner manner) throws Exception {
        assertThat(told(manner, Flaw.OPEN)).startsWith("FAIL anyone-fetches");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"BY_SESSION", "ENVELOPE", "SHELL", "PAGES", "LEADING_ON"})
    void a_file_that_opens_to_every_client_is_found(Manner manner) throws Exception {
        assertThat(told(manner, Flaw.FOREIGN)).startsWith("FAIL other-fetches").doesNotContain("anyone");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BY_SESSION", "ENVELOPE", "SHELL", "PAGES"})
    void a_signature_that_nobody_compares_is_found(Manner manner) throws Exception {
        assertThat(told(manner, Flaw.UNCHECKED)).contains("signature-not-checked");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"LEADING_ON", "LARAVEL_SIGNED", "AMAZON", "GOOGLE", "AZURE"})
    void an_end_that_is_not_signed_is_found(Manner manner) throws Exception {
        assertThat(told(manner, Flaw.END_UNSIGNED)).startsWith("FAIL end-not-signed");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.INCLUDE,
            names = {"LARAVEL_SIGNED", "AMAZON", "GOOGLE", "AZURE", "SUPABASE"})
    void a_signature_that_opens_other_files_is_found(Manner manner) throws Exception {
        assertThat(told(manner, Flaw.PATH_UNSIGNED)).startsWith("FAIL signature-moves");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BY_SESSION", "ENVELOPE", "SHELL", "PAGES"})
    void a_link_for_a_month_is_told(Manner manner) throws Exception {
        assertThat(told(manner, Flaw.LONG)).startsWith("WARN long-lived");
    }

    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"BY_SESSION", "ENVELOPE", "SHELL", "PAGES"})
    void a_link_that_outlives_its_end_is_found_where_the_run_lasts_long_enough(Manner manner) throws Exception {
        Clock fast = fast();
        assertThat(told(new FileShelf(manner, Set.of(Flaw.NO_END), fast), fast)).startsWith("FAIL outlives-its-end");
        Clock anew = fast();
        assertThat(told(new FileShelf(manner, Set.of(), anew), anew)).startsWith("PASS owner-fetches");
    }

    @ParameterizedTest(name = "{0} seconds behind, with an end {1}: {2}")
    @CsvSource({
        "20, false, FAIL outlives-its-end",
        "3, true, PASS owner-fetches",
        "900, false, BLOCKED clock-behind",
    })
    void a_date_that_lags_behind_ends_no_try(int seconds, boolean ends, String expected) throws Exception {
        Clock fast = fast();
        FileShelf shelf = new FileShelf(Manner.AMAZON, ends ? Set.of() : Set.of(Flaw.NO_END), fast);
        try (DialectServer server = new DialectServer(ask -> behind(shelf.apply(ask), seconds))) {
            assertThat(told(Scan.portal(server.port(), shelf.file()), fast)).startsWith(expected);
        }
    }

    private static Reply behind(Reply reply, int seconds) {
        return new Reply(
                reply.status(),
                reply.headers().stream()
                        .map(line ->
                                line.name().equals("Date") ? new Line("Date", earlier(line.value(), seconds)) : line)
                        .toList(),
                reply.body());
    }

    private static String earlier(String date, int seconds) {
        DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
        return format.format(ZonedDateTime.parse(date, format).minusSeconds(seconds));
    }

    /** A clock that goes on by some seconds whenever it is looked at. */
    private static Clock fast() {
        AtomicLong seconds = new AtomicLong(Instant.now(Clock.systemUTC()).getEpochSecond());
        InstantSource source = () -> Instant.ofEpochSecond(seconds.addAndGet(4));
        return source.withZone(ZoneOffset.UTC);
    }

    @Test
    void without_consent_no_signature_is_altered() throws Exception {
        FileShelf shelf = new FileShelf(Manner.AMAZON, Set.of(Flaw.UNCHECKED), Clock.systemUTC());
        try (DialectServer server = new DialectServer(shelf)) {
            String file = shelf.file().replace("allow: [active]", "allow: []");
            assertThat(told(Scan.portal(server.port(), file), Clock.systemUTC()))
                    .startsWith("BLOCKED tampering-not-allowed");
        }
    }

    @Test
    void a_route_that_leads_on_to_a_file_is_followed_here_alone() throws Exception {
        FileShelf shelf = new FileShelf(Manner.LEADING_ON, Set.of(), Clock.systemUTC());
        try (DialectServer server = new DialectServer(shelf)) {
            assertThat(Told.of(Scan.of(new ObjectReadCheck(), Scan.portal(server.port(), shelf.file()))))
                    .isEqualTo("NOT_APPLICABLE all-files");
        }
    }

    /** A handbook that one client alone is shown is still everybody's. */
    @Test
    void what_comes_with_the_application_is_nobodys_own() throws Exception {
        try (DialectServer server = new DialectServer(ask -> {
            String token = ask.header("Authorization");
            boolean alice = token.equals("Bearer tok-alice-1");
            if (ask.path().startsWith("/assets/")) {
                return Reply.of(200, "application/pdf", "%PDF-1.7 handbook");
            }
            return !alice && !token.equals("Bearer tok-bob-1")
                    ? Reply.json(401, "{}")
                    : Reply.json(
                            200,
                            "{\"me\":\""
                                    + (alice
                                            ? "alice@shelf.example\",\"manual_url\":\"/assets/handbook.pdf"
                                            : "bob@shelf.example")
                                    + "\"}");
        })) {
            String file = """
                    identities:
                      alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}}
                      bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1}}
                    routes: {signed-in: [GET /me]}
                    """;
            assertThat(told(Scan.portal(server.port(), file), Clock.systemUTC()))
                    .isEqualTo("NOT_APPLICABLE no-files");
        }
    }

    /** Nobody's refusal after the owner's one fetch says nothing of who may fetch. */
    @Test
    void an_address_that_works_once_is_not_proven() throws Exception {
        FileShelf shelf = new FileShelf(Manner.BY_SESSION, Set.of(Flaw.OPEN), Clock.systemUTC());
        Set<String> spent = ConcurrentHashMap.newKeySet();
        try (DialectServer server = new DialectServer(ask -> {
            Reply reply = shelf.apply(ask);
            boolean file = reply.status() == 200 && !reply.headers().toString().contains("json");
            return file && !spent.add(ask.target()) ? Reply.json(410, "{\"error\":\"used\"}") : reply;
        })) {
            assertThat(told(Scan.portal(server.port(), shelf.file()), Clock.systemUTC()))
                    .isEqualTo("BLOCKED owner-refused");
        }
    }
}
