package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialect.Flaw;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.Scan;
import dev.launchready.check.dialect.Spilling;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.excess-data")
class ExcessDataCheckTest {
    private static final String BCRYPT = "$2b$12$Q3vT7yVh1mZp0aYwK9xL5eJr8uN2cBd4fGi6hOk7lMs9tWq1zXvE.";
    private static final String SOUND = "PASS answers-read answers-read";

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, String what, String expected, Dialect dialect) throws Exception {
        assertThat(Told.of(Scan.of(new ExcessDataCheck(), dialect, Set.of()))).isEqualTo(expected);
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.all().stream()
                .flatMap(each -> Stream.of(
                        arguments(each.name(), "sound", SOUND, each),
                        arguments(each.name(), "foreign address", "FAIL foreign-values", foreign(each)),
                        arguments(each.name(), "hash", "FAIL password-hash", own(each, "digest", BCRYPT)),
                        arguments(
                                each.name(),
                                "own address",
                                SOUND,
                                new Spilling(each, Map.of("alice", Map.of("contact", "alice@north.example")), true))));
    }

    private static Dialect foreign(Dialect dialect) {
        return new Spilling(dialect, Map.of("alice", Map.of("approver", "bob@south.example")), true);
    }

    private static Dialect own(Dialect dialect, String member, String value) {
        return new Spilling(dialect, Map.of("alice", Map.of(member, value)), false);
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "password|5f4dcc3b5aa765d61d8327deb882cf99|FAIL password-hash",
                "encrypted_password|$argon2id$v=19$m=65536,t=3,p=4$c29tZXNhbHRzb21l$RdescudvJCsgt3ub+b0dWRWJTmaaJObG|FAIL password-hash",
                "credential|pbkdf2_sha256$260000$Xk2mP0qRsT4u$3Yb0mQJw4Hq3o2ZfXhEo3V1lq7r9m1n5d7Zt0yqkQbE=|FAIL password-hash",
                "secret_word|scrypt:32768:8:1$aB3dE5fG7hI9jK1l$0f1e2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0|FAIL password-hash",
                "etag|5f4dcc3b5aa765d61d8327deb882cf99|PASS answers-read answers-read",
                "checksum|sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08|PASS answers-read answers-read",
                "password|pw-alice|FAIL password-in-clear",
                "passwd|pw-bob|FAIL password-in-clear",
                "password|********|PASS answers-read answers-read",
                "reset_password_token|kQ8vT2mZp0aYwK9xL5eJ|FAIL account-secret",
                "totp_secret|JBSWY3DPEHPK3PXPJBSWY3DP|FAIL account-secret",
                "enrolment|otpauth://totp/Harbor:alice?secret=JBSWY3DPEHPK3PXP&issuer=Harbor|FAIL account-secret",
                "csrf_token|kQ8vT2mZp0aYwK9xL5eJ|PASS answers-read answers-read",
                "reset_token_sent|kQ8vT2mZp0aYwK9xL5eJ|PASS answers-read answers-read",
                "internal_notes|Pays late, be firm|WARN internal-fields",
                "costPrice|12.50|WARN internal-fields",
                "is_admin|true|PASS answers-read answers-read",
                "margin|0|PASS answers-read answers-read"
            })
    void members_of_ones_own_record(String member, String value, String expected) throws Exception {
        Dialect dialect = own(Dialects.all().get(0), member, value);
        assertThat(Told.of(Scan.of(new ExcessDataCheck(), dialect, Set.of()))).isEqualTo(expected);
    }

    /** What sibling checks ask for on purpose is theirs to tell. */
    @ParameterizedTest
    @CsvSource({"FOREIGN_READ", "OPEN_OBJECT", "MIXED_LIST"})
    void what_others_tell_is_not_told_again(Flaw flaw) throws Exception {
        Dialect dialect = Dialects.all().get(0);
        assertThat(Told.of(Scan.of(new ExcessDataCheck(), dialect, Set.of(flaw))))
                .isEqualTo(SOUND);
    }

    @Test
    void a_session_of_somebody_else_is_worse_than_a_value() throws Exception {
        Dialect dialect = new Spilling(
                Dialects.all().get(0), Map.of("alice", Map.of("last_visitor", "tok-bob-1-a-long-session")), false);
        String file = """
                identities:
                  alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}}
                  bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1-a-long-session}}
                routes: {signed-in: [GET /api/me, GET /api/invoices], owned: ["GET /api/invoices/{invoice}"]}
                """;
        try (DialectServer server = new DialectServer(ask -> {
            boolean bob = ask.header("Authorization").equals("Bearer tok-bob-1-a-long-session");
            return bob && ask.path().equals("/api/me")
                    ? Reply.json(200, "{\"email\":\"bob@south.example\"}")
                    : dialect.answer(ask, Set.of());
        })) {
            assertThat(Told.of(Scan.of(new ExcessDataCheck(), Scan.portal(server.port(), file))))
                    .isEqualTo("FAIL foreign-session");
        }
    }

    /** A text that bob's lists show, and that alice meets where no list is. */
    @Test
    void a_single_text_of_somebody_elses_lists_is_a_hint() throws Exception {
        Dialect dialect = Dialects.all().get(2);
        try (DialectServer server = new DialectServer(ask -> {
            boolean alice = dialect.who(ask).filter("alice"::equals).isPresent();
            return ask.path().equals("/start") && alice
                    ? Reply.html("<html><main><p>alice@north.example</p><p>Quarry Stone Works</p></main></html>")
                    : dialect.answer(ask, Set.of());
        })) {
            String file = dialect.file()
                    .replace(
                            "  alice: {",
                            "  alice: {signed-in-when: {request: GET /start, contains: alice@north.example}, ");
            assertThat(Told.of(Scan.of(new ExcessDataCheck(), Scan.portal(server.port(), file))))
                    .isEqualTo("WARN looks-foreign");
        }
    }

    @Test
    void with_one_identity_alone_only_a_part_can_be_told() throws Exception {
        String file = """
                identities:
                  alice: {role: client, login: {kind: bearer, token: tok-alice-1}}
                routes: {signed-in: [GET /api/me]}
                """;
        try (DialectServer server =
                new DialectServer(ask -> Dialects.all().get(0).answer(ask, Set.of()))) {
            assertThat(Told.of(Scan.of(new ExcessDataCheck(), Scan.portal(server.port(), file))))
                    .isEqualTo("BLOCKED no-strangers");
        }
    }

    @Test
    void where_no_private_route_answers_nothing_can_be_told() throws Exception {
        String file = """
                identities:
                  alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}, signed-in-when: {request: GET /api/me, contains: alice}}
                  bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1}, signed-in-when: {request: GET /api/me, contains: bob}}
                routes: {signed-in: [GET /api/nothing]}
                """;
        try (DialectServer server =
                new DialectServer(ask -> Dialects.all().get(0).answer(ask, Set.of()))) {
            assertThat(Told.of(Scan.of(new ExcessDataCheck(), Scan.portal(server.port(), file))))
                    .isEqualTo("BLOCKED nothing-answered nothing-answered");
        }
    }
}
