package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.Opened;
import dev.launchready.check.dialect.Scan;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("authz.public-data")
class PublicDataCheckTest {
    private static final PublicDataCheck CHECK = new PublicDataCheck();
    private static final String SOUND = "PASS clients-known open-read";
    private static final String PRICES =
            "{\"offers\":[{\"name\":\"Solo Plan\",\"price\":29},{\"name\":\"Crew Plan\",\"price\":99}],\"ask\":\"info@harbor.example\"}";
    private static final String WAITING = "{\"waitlist\":[{\"name\":\"Mara Brandt\",\"email\":\"mara@post.example\"},"
            + "{\"name\":\"Jonas Keller\",\"email\":\"jonas@mail.example\"},{\"name\":\"Edda Lind\",\"email\":\"edda@post.example\"}]}";
    private static final String TABLE =
            "<!doctype html><title>Offers</title><main><table><tr><th>Customer</th><th>Date of birth</th><th>Phone</th></tr>"
                    + "<tr><td>Mara Brandt</td><td>1984-03-17</td><td>+49 40 5550173</td></tr><tr><td>Jonas Keller</td><td>1979-11-02</td><td>+49 40 5550162</td></tr>"
                    + "<tr><td>Edda Lind</td><td>1990-06-30</td><td>+49 40 5550151</td></tr></table></main>";

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, String what, String expected, Dialect dialect) throws Exception {
        assertThat(Told.of(Scan.of(CHECK, dialect, Set.of()))).isEqualTo(expected);
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.all().stream()
                .flatMap(each -> Stream.of(
                        arguments(each.name(), "prices", SOUND, json(each, PRICES)),
                        arguments(
                                each.name(),
                                "a client's address",
                                "FAIL known-client",
                                json(
                                        each,
                                        "{\"offers\":[],\"said\":{\"text\":\"Great\",\"by\":\"alice@north.example\"}}")),
                        arguments(
                                each.name(),
                                "a client's address on a page",
                                "FAIL known-client",
                                new Opened(each, Reply.html("<html><p>alice@north.example says hello</p></html>"))),
                        arguments(each.name(), "who waits", "FAIL client-list", json(each, WAITING)),
                        arguments(
                                each.name(),
                                "a table of clients",
                                "FAIL client-list",
                                new Opened(each, Reply.html(TABLE)))));
    }

    private static Dialect json(Dialect dialect, String body) {
        return new Opened(dialect, Reply.json(200, body));
    }

    private static final String FILE = """
            identities:
              alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}, signed-in-when: {request: GET /api/me, contains: alice}, owns: {invoice: [inv_1001]}}
              root: {role: admin, login: {kind: bearer, token: tok-root-1}, signed-in-when: {request: GET /api/me, contains: root}}
            routes: {public: [GET /api/offers, GET /api/people, "GET /api/people/{person}", POST /graphql], signed-in: [GET /api/me], owned: ["GET /api/invoices/{invoice}"], roles: {admin: [GET /api/admin]}}
            """;

    /** What a small API answers to nobody, and what is expected of it. */
    private record Case(String name, String expected, Function<Ask, Reply> answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource
    void tells_whose_it_is(Case one) throws Exception {
        assertThat(Told.of(scan(FILE, one.answer()))).isEqualTo(one.expected());
    }

    static Stream<Case> tells_whose_it_is() {
        return Stream.of(
                new Case("a client's name", "WARN known-name", offers("{\"said\":\"Great\",\"by\":\"Alice Nordin\"}")),
                new Case("a client's telephone number", "FAIL known-client", offers("{\"call\":\"+49 40 5550101\"}")),
                new Case(
                        "the name of whoever runs the portal",
                        SOUND,
                        offers("{\"by\":\"Harriet Moor\",\"mail\":\"root@harbor.example\"}")),
                new Case("a client's invoice", "FAIL known-object", offers("{\"latest\":\"inv_1001\"}")),
                new Case(
                        "invoices of several",
                        "FAIL business-records",
                        offers(
                                "{\"rows\":[{\"invoice\":\"A-1\",\"customer\":\"Mara Brandt\",\"amount\":310},{\"invoice\":\"A-2\",\"customer\":\"Lind Ltd\",\"amount\":90.5}]}")),
                new Case("a directory", "WARN contact-list", offers("{\"coaches\":" + people(6) + "}")),
                new Case(
                        "one record in full",
                        "WARN single-record",
                        offers(
                                "{\"customer\":{\"fullName\":\"Mara Brandt\",\"birthDate\":\"1984-03-17\",\"phone\":\"+49 40 5550173\"}}")),
                new Case(
                        "a profile asked for by its id",
                        "WARN single-record",
                        ask -> ask.path().startsWith("/api/people/")
                                ? Reply.json(
                                        200,
                                        "{\"firstName\":\"Mara\",\"email\":\"mara@post.example\",\"phone\":\"+49 40 5550173\",\"user_id\":4,\"lastLogin\":\"2026-01-02\"}")
                                : Reply.json(200, "{}")),
                new Case("a profile whose id an open list names", "WARN single-record", ask -> switch (ask.path()) {
                    case "/api/people" -> Reply.json(200, "{\"items\":[{\"slug\":\"mara-b\",\"stars\":5}]}");
                    case "/api/people/mara-b" ->
                        Reply.json(
                                200,
                                "{\"user\":{\"name\":\"Mara Brandt\",\"email\":\"mara@post.example\",\"phone\":\"+49 40 5550173\"}}");
                    default -> Reply.json(404, "{}");
                }),
                new Case(
                        "a private route is told by others",
                        SOUND,
                        ask -> ask.path().equals("/api/invoices/inv_1001")
                                ? Reply.json(200, "{\"by\":\"alice@north.example\"}")
                                : Reply.json(200, "{}")),
                new Case("an echo", SOUND, ask -> Reply.json(200, "{\"you asked\":\"" + ask.target() + "\"}")));
    }

    private static Function<Ask, Reply> offers(String body) {
        return ask -> Reply.json(200, ask.path().equals("/api/offers") ? body : "{}");
    }

    private static String people(int count) {
        return Stream.iterate(0, at -> at + 1)
                .limit(count)
                .map(at -> "{\"name\":\"Mara Brandt\",\"email\":\"mara" + at + "@post.example\"}")
                .toList()
                .toString();
    }

    private static Judgement scan(String file, Function<Ask, Reply> answer) throws Exception {
        try (DialectServer server = new DialectServer(ask -> answer(answer, ask))) {
            return Scan.of(CHECK, Scan.portal(server.port(), file));
        }
    }

    private static Reply answer(Function<Ask, Reply> answer, Ask ask) {
        String who = ask.header("Authorization").replaceAll("Bearer tok-(\\w+)-1", "$1");
        if (ask.path().equals("/api/me")) {
            return switch (who) {
                case "alice" ->
                    Reply.json(
                            200,
                            "{\"id\":2,\"email\":\"alice@north.example\",\"name\":\"Alice Nordin\",\"phone\":\"+49 40 5550101\"}");
                case "root" ->
                    Reply.json(200, "{\"id\":1,\"email\":\"root@harbor.example\",\"name\":\"Harriet Moor\"}");
                default -> Reply.json(401, "{}");
            };
        }
        return answer.apply(ask);
    }

    @Test
    void without_any_identity_the_form_alone_tells() throws Exception {
        String file = "routes: {public: [GET /api/offers]}\n";
        assertThat(Told.of(scan(file, offers(WAITING)))).isEqualTo("FAIL client-list");
        assertThat(Told.of(scan(file, offers(PRICES)))).isEqualTo("PASS open-read");
    }

    @Test
    void where_nothing_is_open_there_is_nothing_to_tell() throws Exception {
        assertThat(Told.of(scan("routes: {signed-in: [GET /api/me]}\n", ask -> Reply.json(403, "{}"))))
                .isEqualTo("NOT_APPLICABLE nothing-open");
    }

    @Test
    void nothing_personal_stands_in_what_is_kept() throws Exception {
        Judgement judged = scan(FILE, offers("{\"by\":\"alice@north.example\",\"x\":" + people(3) + "}"));
        assertThat(judged.toString())
                .contains("known-client")
                .doesNotContain("alice@north", "Mara Brandt", "post.example");
    }

    @Test
    void a_judge_needs_no_server() {
        PublicDataCheck.Seen nothing =
                new PublicDataCheck.Seen(List.of(), 0, Map.of(), List.of(), 0, "launch-ready.yml");
        assertThat(Told.of(CHECK.judge(nothing, new Params(Map.of())))).isEqualTo("NOT_APPLICABLE nothing-open");
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 500, 503})
    void a_public_route_that_gives_trouble_alone_was_not_looked_at(int status) throws Exception {
        String file = "routes: {public: [GET /prices, GET /reviews]}";
        Judgement judged = scan(
                file,
                ask -> ask.path().equals("/reviews")
                        ? Reply.json(status, "{\"error\":\"later\"}")
                        : Reply.json(200, "{\"price\":12}"));
        assertThat(Told.of(judged)).isEqualTo("BLOCKED not-answered");
    }
}
