package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Scan;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Doors with a limiter, and sign-ups")
class WhoIsThereTest {
    private static final String FILE = """
            consent: {by: the owner, allow: [writes]}
            identities:
              alice:
                role: client
                login: {kind: json, request: POST /api/login, body: {email: alice@north.example, password: pw-alice}, token: $.token}
                signed-in-when: {request: GET /api/me, contains: alice@north.example}
              bob:
                role: client
                login: {kind: json, request: POST /api/login, body: {email: bob@south.example, password: pw-bob}, token: $.token}
                signed-in-when: {request: GET /api/me, contains: bob@south.example}
            routes: {signed-in: [GET /api/me]}
            """;

    private static final String SIGN_UP = """
            flows:
              login: {request: POST /api/login, body: {email: "{user}", password: "{password}"}}
              signup: {request: POST /api/signup, body: {email: "{random-email}", password: "{password}"}, signed-in-when: {request: GET /api/me, contains: "{random-email}"}}
            """;

    private static final Pattern MEMBER = Pattern.compile("\"(email|password)\"\\s*:\\s*\"([^\"]*)\"");

    /** How the portal limits failures, and says who has signed up. */
    private record Portal(
            int limit, String header, String fresh, String taken, AtomicInteger failures, Set<String> people)
            implements Function<Ask, Reply> {
        Portal(int limit, String header, String fresh, String taken) {
            this(limit, header, fresh, taken, new AtomicInteger(), ConcurrentHashMap.newKeySet());
            people.addAll(Set.of("alice@north.example pw-alice", "bob@south.example pw-bob"));
        }

        @Override
        public Reply apply(Ask ask) {
            Map<String, String> body = new ConcurrentHashMap<>();
            Matcher found = MEMBER.matcher(ask.raw().getBodyAsString());
            while (found.find()) {
                body.put(found.group(1), found.group(2));
            }
            String mail = body.getOrDefault("email", "");
            return switch (ask.method() + " " + ask.path()) {
                case "POST /api/login" -> login(mail, mail + " " + body.getOrDefault("password", ""));
                case "POST /api/signup" -> {
                    boolean known = people.stream().anyMatch(each -> each.startsWith(mail + " "));
                    if (!known) {
                        people.add(mail + " " + body.getOrDefault("password", ""));
                    }
                    yield Reply.json(202, "{\"message\":\"" + (known ? taken : fresh) + "\"}");
                }
                case "GET /api/me" -> {
                    String who = ask.header("Authorization").replace("Bearer token-of-", "");
                    yield who.contains("@") ? Reply.json(200, "{\"email\":\"" + who + "\"}") : Reply.json(401, "{}");
                }
                default -> Reply.json(404, "{}");
            };
        }

        private Reply login(String mail, String pair) {
            if (failures.get() >= limit) {
                failures.incrementAndGet();
                return Reply.json(429, "{}").with("Retry-After", "1");
            }
            if (people.contains(pair)) {
                return Reply.json(200, "{\"token\":\"token-of-" + mail + "\"}");
            }
            int left = limit - failures.incrementAndGet();
            Reply reply = Reply.json(401, "{\"error\":\"wrong\"}");
            return switch (header) {
                case "listed" -> reply.with("RateLimit", "limit=20, remaining=" + left + ", reset=900");
                case "short" -> reply.with("RateLimit", "\"20-in-15min\"; r=" + left + "; t=900");
                case "none" -> reply;
                default -> reply.with(header, String.valueOf(left));
            };
        }
    }

    @ParameterizedTest(name = "{0} failures, told by {1}: {2}, {3} failures")
    @CsvSource({
        "1000, none, PASS asked, 13",
        "7, none, PASS asked not-timed, 8",
        "3, none, BLOCKED held-back, 4",
        "10, RateLimit-Remaining, PASS asked not-timed, 5",
        "10, X-RateLimit-Remaining, PASS asked not-timed, 5",
        "10, listed, PASS asked not-timed, 5",
        "10, short, PASS asked not-timed, 5",
    })
    void aLimiterEndsTheTries(int limit, String header, String expected, int failures) throws Exception {
        Portal portal = new Portal(limit, header, "", "");
        assertThat(told(portal, FILE)).isEqualTo(expected);
        assertThat(portal.failures()).hasValue(failures);
    }

    @ParameterizedTest(name = "{0} / {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Sign in now, unless you have an account already. | Sign in now, unless you have an account already. | PASS asked asked",
                "Welcome. | You have an account already. | WARN sign-up-tells",
            })
    void onlyWhatAKnownAddressAloneIsToldCounts(String fresh, String taken, String expected) throws Exception {
        assertThat(told(new Portal(1000, "none", fresh, taken), FILE + SIGN_UP)).isEqualTo(expected);
    }

    private static String told(Portal portal, String file) throws Exception {
        try (DialectServer server = new DialectServer(portal)) {
            return Told.of(Scan.of(new AccountEnumerationCheck(), Scan.portal(server.port(), file)));
        }
    }
}
