package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialect.Flaw;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.NestBoard;
import dev.launchready.check.dialect.NoteBoard;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.object-read")
class ObjectReadCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, Set<Flaw> flaws, String expected, Dialect dialect) throws Exception {
        String told = Told.of(Scan.of(new ObjectReadCheck(), dialect, flaws));
        assertThat(told).startsWith(expected.split(" ", 2)[0] + " ");
        assertThat(told).contains(expected.split(" ", -1));
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.withRecordings().stream()
                .flatMap(each -> Stream.of(
                        row(
                                each,
                                Set.of(),
                                each.name().equals("throws-500") ? "WARN breaks-on-foreign-id" : "PASS owner-reads"),
                        row(each, Set.of(Flaw.FOREIGN_READ), "FAIL other-reads"),
                        row(each, Set.of(Flaw.OPEN_OBJECT), "FAIL anyone-reads other-reads")));
    }

    @Test
    void where_nobody_owns_anything_the_run_makes_an_object_for_each() throws Exception {
        NoteBoard board = NoteBoard.of(NoteBoard.Manner.ENVELOPE, Set.of());
        try (DialectServer server = new DialectServer(board)) {
            String told = Told.of(Scan.of(new ObjectReadCheck(), Scan.portal(server.port(), board.file())));
            assertThat(told).isEqualTo("PASS owner-reads owner-reads");
            assertThat(board.notes()).hasSize(2);
        }
    }

    /** Alice signs in at the API and bob at the pages alone: that the API refuses bob says nothing of whose the invoice is. */
    @Test
    void a_refusal_to_somebody_of_another_realm_proves_nothing() throws Exception {
        try (DialectServer server = new DialectServer(ask -> {
            String token = ask.header("Authorization");
            boolean alice = token.equals("Bearer tok-alice-1") && ask.path().startsWith("/api/");
            boolean bob = token.equals("Bearer tok-bob-1") && ask.path().startsWith("/pages/");
            return alice || bob
                    ? Reply.json(
                            200,
                            "{\"id\":\"1001\",\"note\":\"Kept for " + (alice ? "alice of north" : "bob of south")
                                    + "\"}")
                    : Reply.json(401, "{}");
        })) {
            String file = """
                    identities:
                      alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}, owns: {invoice: 1001}}
                      bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1}}
                    routes: {signed-in: [GET /api/me, GET /pages/me], owned: ["GET /api/invoices/{invoice}"]}
                    """;
            assertThat(Told.of(Scan.of(new ObjectReadCheck(), Scan.portal(server.port(), file))))
                    .isEqualTo("BLOCKED reader-locked-out");
        }
    }

    /** Carol has no invoice, and the list shows her those of alice and bob, which she is rightly refused. */
    @ParameterizedTest(name = "carol is refused: {0}")
    @CsvSource({"true, PASS owner-reads owner-reads", "false, BLOCKED in-both-lists in-both-lists"})
    void what_only_a_list_makes_ones_own_is_not(boolean refuses, String expected) throws Exception {
        Map<String, String> owners = Map.of("1001", "alice", "2001", "bob");
        try (DialectServer server = new DialectServer(ask -> {
            String who = ask.header("Authorization").replaceFirst("^Bearer tok-(\\w+)-1$", "$1");
            if (!Set.of("alice", "bob", "carol").contains(who)) {
                return Reply.json(401, "{}");
            }
            if (ask.path().equals("/api/me")) {
                return Reply.json(200, "{\"name\":\"" + who + "\"}");
            }
            if (ask.path().equals("/api/invoices")) {
                return Reply.json(200, "[{\"id\":1001,\"sum\":12},{\"id\":2001,\"sum\":34}]");
            }
            String id = ask.path().replaceFirst("^/api/invoices/", "");
            String owner = owners.getOrDefault(id, "");
            boolean may = owner.equals(who) || (who.equals("carol") && !refuses && !owner.isEmpty());
            return may
                    ? Reply.json(200, "{\"id\":" + id + ",\"payer\":\"" + owner + "@harbor.example\",\"sum\":12}")
                    : Reply.json(404, "{\"error\":\"not found\"}");
        })) {
            String file = """
                    identities:
                      alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}}
                      bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1}}
                      carol: {role: client, tenant: east, login: {kind: bearer, token: tok-carol-1}}
                    routes: {signed-in: [GET /api/me, GET /api/invoices], owned: ["GET /api/invoices/{invoice}"]}
                    """;
            assertThat(Told.of(Scan.of(new ObjectReadCheck(), Scan.portal(server.port(), file))))
                    .isEqualTo(expected);
        }
    }

    /** Bob's password is wrong: that is what a person has to mend, and not the tenants. */
    @Test
    void who_could_not_sign_in_is_named() throws Exception {
        try (DialectServer server = new DialectServer(ask -> {
            if (ask.path().equals("/login")) {
                return ask.raw().getBodyAsString().contains("pw-alice")
                        ? Reply.json(200, "{\"token\":\"tok-alice-1\"}")
                        : Reply.json(401, "{\"error\":\"wrong password\"}");
            }
            if (!ask.header("Authorization").equals("Bearer tok-alice-1")) {
                return Reply.json(401, "{}");
            }
            return Reply.json(
                    200,
                    ask.path().equals("/api/invoices")
                            ? "[{\"id\":1001}]"
                            : "{\"id\":1001,\"email\":\"alice@harbor.example\"}");
        })) {
            String login =
                    "login: {kind: json, request: POST /login, body: {user: %1$s, password: %2$s}, token: $.token}";
            String file = "identities:\n  alice: {role: client, tenant: north, "
                    + login.formatted("alice", "pw-alice") + "}\n  bob: {role: client, tenant: south, "
                    + login.formatted("bob", "pw-wrong") + "}\n"
                    + "routes: {signed-in: [GET /api/me, GET /api/invoices], owned: [\"GET /api/invoices/{invoice}\"]}\n";
            CheckResult result = CheckHarness.run("authz.object-read", Scan.portal(server.port(), file));
            assertThat(result.outcome()).isEqualTo(Outcome.BLOCKED);
            assertThat(result.problem().orElseThrow().says())
                    .startsWith("bob could not sign in: POST /login answered 401")
                    .contains("Without bob: ");
        }
    }

    private static Arguments row(Dialect dialect, Set<Flaw> flaws, String expected) {
        return arguments(dialect.name(), flaws, expected, dialect);
    }

    @Test
    void a_task_in_a_project_in_an_organisation_is_learnt_level_by_level() throws Exception {
        NestBoard sound = NestBoard.of();
        assertThat(told(sound)).startsWith("PASS");
        assertThat(sound.asked()).contains("GET /orgs/71/projects/811/tasks/9111");
        assertThat(told(NestBoard.of("read"))).startsWith("FAIL");
    }

    private static String told(NestBoard board) throws Exception {
        try (DialectServer server = new DialectServer(board)) {
            String file = board.file().replaceAll("(?s)flows:.*", "");
            return Told.of(Scan.of(new ObjectReadCheck(), Scan.portal(server.port(), file)));
        }
    }
}
