package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Problem;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Refresh tokens")
class RefreshTokenTest {
    private static final String FILE = """
            identities:
              alice:
                role: client
                login: {kind: oauth2, token-url: "http://127.0.0.1:PORT/oauth/token", grant: password, client-id: harbor, user: alice@north.example, password: pw-alice}
                signed-in-when: {request: GET /api/me, contains: alice@north.example}
            routes: {signed-in: [GET /api/me]}
            flows: {logout: {request: POST /logout}}
            attest: {auth.session-expiry: {by: owner, on: TODAY, days: 90, minutes: 60}}
            """;

    /** A token service beside a portal: a refresh token is good once, and only until the session ends. */
    private record Service(
            boolean forgives,
            boolean outlives,
            Map<String, String> access,
            Map<String, String> refresh,
            Set<String> used)
            implements Function<Ask, Reply> {
        Service(boolean forgives, boolean outlives) {
            this(
                    forgives,
                    outlives,
                    new ConcurrentHashMap<>(),
                    new ConcurrentHashMap<>(),
                    ConcurrentHashMap.newKeySet());
        }

        @Override
        public Reply apply(Ask ask) {
            String line = ask.header("Authorization");
            Optional<String> session = Optional.ofNullable(access.get(line.replace("Bearer ", "")));
            return switch (ask.method() + " " + ask.path()) {
                case "POST /oauth/token" -> token(Gate.fields(ask));
                case "GET /api/me" ->
                    session.map(each -> Reply.json(200, "{\"email\":\"alice@north.example\"}"))
                            .orElse(Reply.json(401, "{}"));
                case "POST /logout" -> {
                    session.ifPresent(this::end);
                    yield Reply.empty(session.isPresent() ? 204 : 401);
                }
                default -> Reply.json(404, "{}");
            };
        }

        private void end(String session) {
            access.values().removeIf(session::equals);
            if (!outlives) {
                refresh.values().removeIf(session::equals);
            }
        }

        private Reply token(Map<String, String> fields) {
            String old = fields.getOrDefault("refresh_token", "");
            if (fields.getOrDefault("grant_type", "").equals("refresh_token")) {
                String session = refresh.get(old);
                if (session == null || (!used.add(old) && !forgives)) {
                    return Reply.json(400, "{\"error\":\"invalid_grant\"}");
                }
                return granted(session);
            }
            boolean known = fields.getOrDefault("password", "").equals("pw-alice");
            return known ? granted(UUID.randomUUID().toString()) : Reply.json(400, "{\"error\":\"invalid_grant\"}");
        }

        private Reply granted(String session) {
            String token = "at-" + UUID.randomUUID();
            String next = "rt-" + UUID.randomUUID();
            access.put(token, session);
            refresh.put(next, session);
            return Reply.json(
                    200,
                    "{\"access_token\":\"" + token + "\",\"token_type\":\"bearer\",\"refresh_token\":\"" + next
                            + "\"}");
        }
    }

    /** A sign-in beside which the refresh token goes to a route of its own, as JSON; the sign-in's route refuses it always. */
    private record Elsewhere(Service service) implements Function<Ask, Reply> {
        @Override
        public Reply apply(Ask ask) {
            Map<String, String> fields = Gate.fields(ask);
            if (ask.path().equals("/auth/refresh")) {
                String token =
                        ask.raw().getBodyAsString().replaceAll("(?s).*\"refresh_token\"\\s*:\\s*\"([^\"]*)\".*", "$1");
                return service.token(Map.of("grant_type", "refresh_token", "refresh_token", token));
            }
            boolean refused = ask.path().equals("/oauth/token")
                    && fields.getOrDefault("grant_type", "").equals("refresh_token");
            return refused ? Reply.json(422, "{\"detail\":\"password\"}") : service.apply(ask);
        }
    }

    @ParameterizedTest(name = "outlives {0}, its route known {1}: {2}")
    @CsvSource({
        "true, true, FAIL refresh-survives",
        "false, true, PASS",
        "true, false, BLOCKED",
        "false, false, BLOCKED",
    })
    void that_go_to_a_route_of_their_own_are_told(boolean outlives, boolean known, String expected) throws Exception {
        try (DialectServer server = new DialectServer(new Elsewhere(new Service(false, outlives)))) {
            String routes = known ? "routes: {public: [POST /auth/refresh], signed-in" : "routes: {signed-in";
            CheckResult result = CheckHarness.run(
                    "auth.session-ends",
                    Scan.portal(server.port(), file(server).replace("routes: {signed-in", routes)));
            assertThat(told(result)).isEqualTo(expected);
            assertThat(result.problem().map(Problem::code))
                    .isEqualTo(known ? Optional.empty() : Optional.of("refresh-unknown"));
        }
    }

    private static String file(DialectServer server) {
        return FILE.replace("PORT", String.valueOf(server.port()))
                .replace("TODAY", String.valueOf(LocalDate.now(Clock.systemUTC())));
    }

    private static String told(CheckResult result) {
        String reasons =
                result.findings().stream().map(Finding::reason).sorted().collect(Collectors.joining(" "));
        return (result.outcome() + " " + reasons).strip();
    }

    @ParameterizedTest(name = "{0} forgives {1} outlives {2}: {3}")
    @CsvSource({
        "auth.session-expiry, false, false, PASS",
        "auth.session-expiry, true, false, WARN refresh-reused",
        "auth.session-ends, false, false, PASS",
        "auth.session-ends, false, true, FAIL refresh-survives",
        "auth.forged-token, false, false, PASS"
    })
    void are_told(String check, boolean forgives, boolean outlives, String expected) throws Exception {
        try (DialectServer server = new DialectServer(new Service(forgives, outlives))) {
            String consent = check.equals("auth.forged-token") ? "consent: {by: the owner, allow: [active]}\n" : "";
            CheckResult result = CheckHarness.run(check, Scan.portal(server.port(), file(server) + consent));
            assertThat(told(result)).as("%s", result.problem()).isEqualTo(expected);
        }
    }
}
