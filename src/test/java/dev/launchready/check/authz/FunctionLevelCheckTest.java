package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialect.Flaw;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.RoomBoard;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.portal.file.PortalFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.function-level")
class FunctionLevelCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, Set<Flaw> flaws, String expected, Dialect dialect) throws Exception {
        assertThat(Told.of(Scan.of(new FunctionLevelCheck(), dialect, flaws))).isEqualTo(expected);
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.staffed().stream()
                .flatMap(each -> Stream.of(
                        row(
                                each,
                                Set.of(),
                                each.name().equals("throws-500") ? "WARN breaks-for-role" : "PASS role-reads"),
                        row(each, Set.of(Flaw.OPEN_ADMIN), "FAIL other-role-reads"),
                        row(each, Set.of(Flaw.PATH_WALL), "FAIL other-role-by-spelling")));
    }

    @TempDir
    private Path folder;

    @ParameterizedTest(name = "what {0} alone may is read by {1}: {2}")
    @CsvSource({
        "manager, manager, PASS",
        "manager, manager+admin, PASS",
        "manager, manager+member, FAIL other-role-reads",
        "operator, operator+admin, FAIL other-role-reads",
        "superadmin, superadmin+admin, FAIL other-role-reads"
    })
    void an_administrator_may_what_others_may(String role, String readers, String expected) throws Exception {
        Set<String> may = Set.of(readers.split("\\+", -1));
        try (DialectServer server = new DialectServer(ask -> answer(ask, may))) {
            String people = Stream.of("member", "manager", "admin", "operator", "superadmin")
                    .map(each -> "  %1$s1: {role: %1$s, login: {kind: bearer, token: \"${env:T}-%1$s\"}, "
                                    .formatted(each)
                            + "signed-in-when: {request: GET /me, contains: %s@harbor.example}}%n".formatted(each))
                    .collect(Collectors.joining());
            String text = "portal: {url: http://127.0.0.1:%d}%nidentities:%n%sroutes:%n  roles: {%s: [GET /reports]}%n";
            Path file =
                    Files.writeString(folder.resolve("launch-ready.yml"), text.formatted(server.port(), people, role));
            CheckResult result =
                    CheckHarness.run("authz.function-level", PortalFile.read(file, Map.of("T", "session-of")));
            String told =
                    result.findings().stream().map(Finding::reason).distinct().collect(Collectors.joining(" "));
            assertThat((result.outcome() + " " + told).strip()).isEqualTo(expected);
        }
    }

    private static Reply answer(Ask ask, Set<String> may) {
        String role = ask.header("Authorization").replaceFirst("^Bearer session-of-", "");
        if (role.isEmpty()) {
            return Reply.json(401, "{\"error\":\"sign in\"}");
        }
        return switch (ask.path()) {
            case "/me" -> Reply.json(200, "{\"email\":\"" + role + "@harbor.example\"}");
            case "/reports" ->
                may.contains(role)
                        ? Reply.json(200, "{\"revenue\":\"rev-7f31c2-total\",\"churn\":\"churn-09aa41\"}")
                        : Reply.json(403, "{\"error\":\"not yours\"}");
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    @ParameterizedTest(name = "{0}, allowed {1}, flaws {2}: {3}")
    @CsvSource({
        "DELETE /api/rooms/{room}, active, , PASS role-reads role-writes",
        "PATCH /api/rooms/{room}, active+writes, , PASS role-reads role-writes",
        "PUT /api/rooms/{room}, active+writes, , PASS role-reads role-writes",
        "PUT /api/rooms/{room}, active, , BLOCKED writes-not-allowed",
        "DELETE /api/rooms/{room}, , , BLOCKED writes-not-allowed",
        "DELETE /api/rooms/{room}, active, DELETE, BLOCKED writes-not-allowed",
        "DELETE /api/rooms/{room}, active+writes, DELETE, FAIL other-role-writes",
        "PATCH /api/rooms/{room}, active+writes, PATCH, FAIL other-role-writes",
        "PUT /api/rooms/{room}, writes, PUT, FAIL other-role-writes",
        "DELETE /api/rooms/{room}, writes, , PASS role-reads role-writes",
        "PATCH /api/rooms/{room}, writes, PATCH, FAIL other-role-writes",
        "DELETE /api/rooms/{room}, active+writes, nobody.DELETE, FAIL other-role-writes other-role-writes",
        "DELETE /api/rooms/{room}, active+writes, late, PASS role-reads role-writes",
        "DELETE /api/rooms/{room}, active, late, BLOCKED writes-not-allowed",
        "POST /api/rooms, active+writes, , PASS role-reads role-writes",
        "POST /api/rooms, active, , BLOCKED writes-not-allowed",
        "POST /api/rooms, active+writes, POST, FAIL other-role-writes",
        "POST /api/rooms/{room}/lock, active+writes, , BLOCKED write-not-tried",
        "PATCH /api/settings, active+writes, , BLOCKED write-not-tried",
        "POST /api/tasks, active+writes, , BLOCKED write-not-tried"
    })
    void a_route_that_writes_is_tried_or_told(String route, String allowed, String flaws, String expected)
            throws Exception {
        RoomBoard board = RoomBoard.of(flaws == null ? Set.of() : Set.of(flaws));
        String consent = allowed == null ? "" : allowed.replace("+", ", ");
        try (DialectServer server = new DialectServer(board)) {
            String told = Told.of(Scan.of(
                    new FunctionLevelCheck(), Scan.portal(server.port(), board.file(consent, '"' + route + '"'))));
            assertThat(told.replace(" spellings-left-out", "")).isEqualTo(expected);
        }
        // beside it at most the one of the run's own estate, which the end of a run clears
        assertThat(board.rooms()).containsEntry("7", "The lamp room").hasSizeLessThanOrEqualTo(2);
    }

    private static Arguments row(Dialect dialect, Set<Flaw> flaws, String expected) {
        return arguments(dialect.name(), flaws, expected, dialect);
    }
}
