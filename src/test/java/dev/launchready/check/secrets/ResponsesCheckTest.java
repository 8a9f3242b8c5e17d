package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Judgement;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.Scan;
import dev.launchready.check.dialect.Spilling;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.http.HttpCall;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("secrets.responses")
class ResponsesCheckTest {
    private static final ResponsesCheck CHECK = new ResponsesCheck();
    private static final String DATABASE =
            "postgres://harbor:" + Keys.random(41, 20) + "@db.harbor.internal:5432/harbor";
    private static final String SOUND = "PASS answers-read";
    private static final String TWO_CLIENTS = """
            identities:
              alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}, signed-in-when: {request: GET /api/me, contains: alice}}
              bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1}, signed-in-when: {request: GET /api/me, contains: bob}}
              root: {role: admin, login: {kind: bearer, token: tok-root-1}, signed-in-when: {request: GET /api/me, contains: root}}
            routes: {public: [GET /api/plans], signed-in: [GET /api/me, GET /api/settings], roles: {admin: [GET /api/admin]}}
            """;

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, String what, String expected, Dialect dialect) throws Exception {
        assertThat(Told.of(Scan.of(CHECK, dialect, Set.of()))).isEqualTo(expected);
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.all().stream()
                .flatMap(each -> Stream.of(
                        arguments(each.name(), "sound", SOUND, each),
                        arguments(
                                each.name(),
                                "database in everybody's record",
                                "FAIL live-secret",
                                both(each, "dsn", DATABASE)),
                        arguments(
                                each.name(),
                                "key in everybody's record",
                                "FAIL live-secret",
                                both(each, "gateway", Keys.stripeLive(42))),
                        arguments(
                                each.name(),
                                "one client's own key",
                                "WARN perhaps-its-own",
                                one(each, "gateway", Keys.stripeLive(43))),
                        arguments(
                                each.name(), "one's own token", SOUND, one(each, "upload_token", Keys.random(44, 40))),
                        arguments(
                                each.name(),
                                "key of browsers",
                                "PASS answers-read made-for-browsers",
                                both(each, "pay", Keys.stripePublishable(45)))));
    }

    private static Dialect both(Dialect dialect, String member, String value) {
        return new Spilling(dialect, Map.of("alice", Map.of(member, value), "bob", Map.of(member, value)), false);
    }

    private static Dialect one(Dialect dialect, String member, String value) {
        return new Spilling(dialect, Map.of("alice", Map.of(member, value)), false);
    }

    /** What a small API answers, and what is expected of it. */
    private record Case(String name, String expected, Function<Ask, Reply> answer) {
        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource
    void tells_whose_a_value_is(Case one) throws Exception {
        assertThat(Told.of(scan(one.answer()))).isEqualTo(one.expected());
    }

    static Stream<Case> tells_whose_a_value_is() {
        String key = Keys.stripeLive(50);
        AtomicInteger visit = new AtomicInteger(500);
        return Stream.of(
                new Case("the sound API", SOUND, ask -> Reply.json(200, "{\"plans\":[\"solo\"]}")),
                new Case("a key that nobody is shown", "FAIL live-secret", plans("\"secret\":\"" + key + "\"")),
                new Case(
                        "a key in a header",
                        "FAIL live-secret",
                        ask -> Reply.json(200, "{}").with("X-Debug-Dsn", DATABASE)),
                new Case("a test key", "WARN test-key", plans("\"secret\":\"" + Keys.stripeTest(51) + "\"")),
                new Case("a browser's key", "WARN public-key", plans("\"maps\":\"" + Keys.googleBrowser(52) + "\"")),
                new Case(
                        "a value that stays the same for everybody",
                        "WARN looks-like-a-secret",
                        plans("\"token\":\"" + Keys.random(4, 20) + "\"")),
                new Case(
                        "a token that is made for each visit",
                        SOUND,
                        ask -> Reply.json(200, "{\"token\":\"" + Keys.random(visit.incrementAndGet(), 20) + "\"}")),
                new Case(
                        "a signed token for everybody",
                        "WARN looks-like-a-secret",
                        plans("\"widget\":\"" + jwt(7) + "\"")),
                new Case(
                        "a key that staff is shown",
                        "WARN perhaps-its-own",
                        ask -> ask.path().equals("/api/admin")
                                ? Reply.json(200, "{\"gateway\":\"" + key + "\"}")
                                : Reply.json(200, "{}")),
                new Case(
                        "a key in an error, whoever made it",
                        "FAIL live-secret",
                        ask -> ask.path().equals("/api/settings") && who(ask).equals("alice")
                                ? Reply.json(500, "{\"error\":\"cannot reach " + DATABASE + "\"}")
                                : Reply.json(200, "{}")),
                new Case(
                        "an error that lists the environment",
                        "FAIL environment-shown",
                        ask -> ask.path().equals("/api/settings")
                                ? Reply.json(500, "{\"env\":" + environment() + "}")
                                : Reply.json(200, "{}")),
                new Case(
                        "a session's own token",
                        SOUND,
                        ask -> Reply.json(
                                200,
                                "{\"session\":{\"access_token\":\""
                                        + ask.header("Authorization").replace("Bearer ", "") + "\"}}")),
                new Case(
                        "an echo of the request",
                        SOUND,
                        ask -> Reply.json(404, "{\"error\":\"no route for " + ask.target() + "\"}")),
                new Case(
                        "a link to download with, signed for a minute",
                        SOUND,
                        ask -> Reply.json(
                                200,
                                "{\"url\":\"https://files.harbor.example/a.pdf?X-Amz-Credential=AKIA" + upper(60, 16)
                                        + "%2F20261121&X-Amz-Signature=" + Keys.hex(61 + visit.incrementAndGet(), 64)
                                        + "\"}")));
    }

    private static Function<Ask, Reply> plans(String member) {
        return ask -> Reply.json(200, ask.path().equals("/api/plans") ? "{" + member + "}" : "{}");
    }

    private static String who(Ask ask) {
        return ask.header("Authorization").replaceAll("Bearer tok-(\\w+)-1", "$1");
    }

    private static Judgement scan(Function<Ask, Reply> answer, HttpCall... before) throws Exception {
        try (DialectServer server = new DialectServer(ask -> answer(answer, ask))) {
            Portal portal = Scan.portal(server.port(), TWO_CLIENTS);
            HttpCall[] calls = Stream.of(before)
                    .map(call -> HttpCall.of(
                            call.method(), portal.url().at(call.url().path())))
                    .toArray(HttpCall[]::new);
            return Scan.of(CHECK, portal, calls);
        }
    }

    private static Reply answer(Function<Ask, Reply> answer, Ask ask) {
        boolean known = Set.of("alice", "bob", "root").contains(who(ask));
        if (ask.path().equals("/api/me")) {
            return known ? Reply.json(200, "{\"name\":\"" + who(ask) + "\"}") : Reply.json(401, "{}");
        }
        boolean open = !ask.path().startsWith("/api/") || ask.path().startsWith("/api/plans");
        boolean refused = ask.path().equals("/api/admin") && !who(ask).equals("root");
        return refused || !(open || known) ? Reply.json(403, "{}") : answer.apply(ask);
    }

    @Test
    void what_other_checks_of_secrets_read_is_not_told_again() throws Exception {
        String key = Keys.stripeLive(70);
        Function<Ask, Reply> site = ask -> switch (ask.path()) {
            case "/" -> Reply.html("<html><script src=/app.js></script><p>pay(\"" + key + "\")</p></html>");
            case "/app.js" -> Reply.of(200, "text/javascript", "pay(\"" + key + "\")");
            case "/config.json", "/.env" -> Reply.of(200, "text/plain", "PAY=" + key);
            default -> Reply.json(200, "{}");
        };
        assertThat(Told.of(scan(site, get("/"), get("/app.js"), get("/config.json"), get("/.env"))))
                .isEqualTo(SOUND);
    }

    @Test
    void errors_that_earlier_checks_provoked_count() throws Exception {
        Function<Ask, Reply> site = ask -> ask.path().endsWith("%27")
                ? Reply.of(500, "text/html", "<h1>OperationalError</h1><pre>" + DATABASE + "</pre>")
                : Reply.json(200, "{}");
        assertThat(Told.of(scan(site, get("/api/plans/%27")))).isEqualTo("FAIL live-secret");
        assertThat(Told.of(scan(site, get("/api/plans/1")))).isEqualTo(SOUND);
    }

    @Test
    void one_secret_in_several_answers_is_one_finding_with_its_places() throws Exception {
        Judgement judged = scan(ask -> Reply.json(200, "{\"dsn\":\"" + DATABASE + "\"}"));
        assertThat(judged).isInstanceOfSatisfying(Judgement.Failed.class, failed -> {
            assertThat(failed.raised()).hasSize(1);
            assertThat(failed.raised().get(0).secret().orElseThrow().places())
                    .extracting(place -> place.file().replaceAll("http://[^/]*", ""))
                    .contains("GET /api/plans", "GET /api/settings", "GET /api/admin");
            assertThat(failed.raised().toString()).doesNotContain(DATABASE.substring(12, 30));
        });
    }

    @ParameterizedTest
    @MethodSource
    void reads_the_environment_in_whatever_form(String form, boolean there, boolean secrets) {
        assertThat(EnvironmentDump.in(form)).satisfies(found -> {
            assertThat(found.isPresent()).isEqualTo(there);
            assertThat(found.map(EnvironmentDump::secrets).orElse(false)).isEqualTo(secrets);
        });
    }

    static Stream<Arguments> reads_the_environment_in_whatever_form() {
        Map<String, String> variables = variables();
        Map<String, String> masked = new LinkedHashMap<>(variables);
        masked.put("APP_KEY", "********************");
        masked.put("DATABASE_URL", "[FILTERED]");
        return Stream.of(
                arguments(written(variables, "", "=", "", "\n"), true, true),
                arguments(environment(), true, true),
                arguments(
                        written(
                                variables,
                                "<tr><td>",
                                "</td><td class=\"code\"><pre>&#x27;",
                                "&#x27;</pre></td></tr>",
                                "\n"),
                        true,
                        true),
                arguments(
                        written(
                                variables,
                                "<tr><th scope=\"row\">",
                                "</th>\n<td><span class=\"s\">\"",
                                "\"</span></td></tr>",
                                ""),
                        true,
                        true),
                arguments(written(variables, "'", "' => '", "',", "\n"), true, true),
                arguments(written(variables, "{'", "': '", "'", ", "), true, true),
                arguments(written(masked, "", "=", "", "\n"), true, false),
                arguments(
                        "Set PATH=/usr/bin and HOME=/home/me, then export API_KEY=abc123def and run it.", false, false),
                arguments(
                        "{\"PATH\":\"/invoices\",\"HOME\":\"/\",\"USER\":\"a\",\"A_B\":\"1\",\"C_D\":\"2\",\"E_F\":\"3\"}",
                        false,
                        false),
                arguments("PATH" + " ".repeat(200_000) + "=x", false, false));
    }

    private static Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        variables.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        variables.put("HOME", "/home/app");
        variables.put("HOSTNAME", "web-7f9c");
        variables.put("NODE_ENV", "production");
        variables.put("PORT", "3000");
        variables.put("APP_KEY", Keys.random(80, 32));
        variables.put("DATABASE_URL", "sqlite:///data/harbor.db");
        return variables;
    }

    private static String environment() {
        return "{" + written(variables(), "\"", "\":\"", "\"", ",").replaceAll(",$", "") + "}";
    }

    private static String written(
            Map<String, String> variables, String open, String between, String close, String end) {
        StringBuilder text = new StringBuilder();
        variables.forEach((name, value) -> text.append(open)
                .append(name)
                .append(between)
                .append(value)
                .append(close)
                .append(end));
        return text.toString();
    }

    @Test
    void where_nothing_is_answered_nothing_can_be_told() {
        ResponsesCheck.Seen nothing = new ResponsesCheck.Seen(
                java.util.List.of(), java.util.List.of(), 0, 0, java.util.List.of(), 0, 0, "launch-ready.yml");
        assertThat(Told.of(CHECK.judge(nothing, new dev.launchready.check.Params(Map.of()))))
                .isEqualTo("BLOCKED nothing-answered");
    }

    private static HttpCall get(String path) {
        return HttpCall.get(Url.parse("http://127.0.0.1/").at(path));
    }

    private static String upper(int seed, int length) {
        return Keys.random(seed, 200).replaceAll("[^A-Z2-7]", "").substring(0, length);
    }

    private static String jwt(int seed) {
        java.util.Base64.Encoder encoder = java.util.Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString(
                        "{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "."
                + encoder.encodeToString(
                        "{\"sub\":\"widget\",\"iat\":1700000000}".getBytes(java.nio.charset.StandardCharsets.UTF_8))
                + "." + Keys.random(seed, 43);
    }
}
