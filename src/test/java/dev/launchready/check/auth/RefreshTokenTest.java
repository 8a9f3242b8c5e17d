package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
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
            String file = FILE.replace("PORT", String.valueOf(server.port()))
                            .replace("TODAY", String.valueOf(LocalDate.now(Clock.systemUTC())))
                    + consent;
            CheckResult result = CheckHarness.run(check, Scan.portal(server.port(), file));
            String reasons =
                    result.findings().stream().map(Finding::reason).sorted().collect(Collectors.joining(" "));
            assertThat((result.outcome() + " " + reasons).strip())
                    .as("%s", result.problem())
                    .isEqualTo(expected);
        }
    }
}
