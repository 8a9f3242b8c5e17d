package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialect.Flaw;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.Scan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.tenant-lists")
class TenantListsCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, Set<Flaw> flaws, String expected, Dialect dialect) throws Exception {
        assertThat(Told.of(Scan.of(new TenantListsCheck(), dialect, flaws))).startsWith(expected);
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.withRecordings().stream()
                .flatMap(each -> Stream.of(
                        row(each, Set.of(), "PASS own-only"),
                        row(each, Set.of(Flaw.FOREIGN_READ), "PASS own-only"),
                        row(each, Set.of(Flaw.MIXED_LIST), "FAIL lists-foreign")));
    }

    private static final Map<String, String> TENANTS =
            Map.of("alice", "north", "amir", "north", "mia", "north", "bob", "south", "petra", "");

    /** Members and invoices of two tenants, a search, and a list of people for managers; petra is staff and sees everything. */
    private static Reply club(Ask ask, Set<String> open) {
        String who = ask.header("Authorization").replaceFirst("^Bearer tok-(\\w+)-1$", "$1");
        String tenant = TENANTS.get(who);
        if (tenant == null) {
            return Reply.json(401, "{}");
        }
        boolean all = tenant.isEmpty();
        return switch (ask.path()) {
            case "/api/me" -> Reply.json(200, "{\"id\":" + number(who) + ",\"email\":\"" + who + "@club.example\"}");
            case "/api/invoices" -> Reply.json(200, invoices(all || open.contains("list"), tenant, ""));
            case "/api/search" ->
                Reply.json(
                        200,
                        invoices(
                                all || open.contains("search"),
                                tenant,
                                ask.target().replaceFirst(".*q=", "").replace("%20", " ")));
            case "/api/people" ->
                all || who.equals("mia") || who.equals("bob")
                        ? Reply.json(
                                200,
                                TENANTS.keySet().stream()
                                        .sorted()
                                        .filter(each ->
                                                all || open.contains("people") || tenant.equals(TENANTS.get(each)))
                                        .map(each -> "{\"email\":\"" + each + "@club.example\"}")
                                        .collect(Collectors.joining(",", "[", "]")))
                        : Reply.json(403, "{}");
            default -> invoice(ask.path().replaceFirst("^/api/invoices/", ""), all, tenant);
        };
    }

    /** The same small numbers as invoices have. */
    private static int number(String who) {
        return List.of("nobody", "alice", "bob", "amir", "mia", "petra").indexOf(who);
    }

    private static String invoices(boolean all, String tenant, String word) {
        return Stream.of("1 north Keel survey", "2 north Hull repaint", "3 south Rudder check", "4 south Mast repair")
                .map(line -> line.split(" ", 3))
                .filter(line -> all || line[1].equals(tenant))
                .filter(line -> line[2].contains(word))
                .map(line -> "{\"id\":" + line[0] + ",\"title\":\"" + line[2] + "\",\"sum\":120}")
                .collect(Collectors.joining(",", "{\"items\":[", "]}"));
    }

    private static Reply invoice(String id, boolean all, String tenant) {
        String found = invoices(all, tenant, "");
        return Stream.of(found.split("(?<=})", -1))
                .filter(each -> each.contains("\"id\":" + id + ","))
                .map(each -> Reply.json(200, each.substring(each.indexOf("{\"id"))))
                .findFirst()
                .orElseGet(() -> Reply.json(404, "{}"));
    }

    @ParameterizedTest(name = "open: {0}")
    @CsvSource({"none, PASS", "list, FAIL lists-foreign", "search, FAIL finds-foreign", "people, FAIL lists-foreign"})
    void colleagues_staff_and_managers_hide_nothing(String open, String expected) throws Exception {
        try (DialectServer server = new DialectServer(ask -> club(ask, Set.of(open)))) {
            String people = TENANTS.keySet().stream()
                    .sorted()
                    .map(who -> "  " + who + ": {role: " + role(who)
                            + (TENANTS.get(who).isEmpty() ? "" : ", tenant: " + TENANTS.get(who))
                            + ", login: {kind: bearer, token: tok-" + who + "-1}}\n")
                    .collect(Collectors.joining());
            String file = "identities:\n" + people + """
                    routes:
                      signed-in: [GET /api/me, GET /api/invoices]
                      owned: ["GET /api/invoices/{invoice}"]
                      roles: {manager: [GET /api/people], staff: [GET /api/people]}
                    flows: {search: {request: "GET /api/search?q={word}"}}
                    """;
            assertThat(Told.of(Scan.of(new TenantListsCheck(), Scan.portal(server.port(), file))))
                    .startsWith(expected);
        }
    }

    private static String role(String who) {
        return switch (who) {
            case "mia", "bob" -> "manager";
            case "petra" -> "staff";
            default -> "member";
        };
    }

    private static Arguments row(Dialect dialect, Set<Flaw> flaws, String expected) {
        return arguments(dialect.name(), flaws, expected, dialect);
    }
}
