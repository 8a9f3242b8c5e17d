package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.SessionExpiryCheck.Part;
import dev.launchready.check.auth.SessionExpiryCheck.Refreshed;
import dev.launchready.check.auth.SessionExpiryCheck.Seen;
import dev.launchready.check.dialect.Scan;
import dev.launchready.portal.Portal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.session-expiry")
class SessionExpiryCheckTest {
    private static final Params PARAMS =
            new Params(Map.of("long-token-hours", 24, "long-cookie-days", 30, "idle-minutes", 0));

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_at_every_door(Door door, Set<Wrong> wrong, String expected) throws Exception {
        String word = "attest: {auth.session-expiry: {by: owner, on: " + LocalDate.now(Clock.systemUTC())
                + ", days: 90, minutes: 480}}\n";
        assertThat(GateRun.told("auth.session-expiry", door, wrong, door.file() + word))
                .isEqualTo(expected);
    }

    static Stream<Arguments> tells_at_every_door() {
        return Door.all().stream()
                .flatMap(door -> Stream.of(
                        Arguments.of(door, Set.of(), "PASS"),
                        Arguments.of(
                                door,
                                Set.of(Wrong.ENDLESS_TOKEN),
                                door.carrier().jwt() ? "FAIL token-never-expires" : "PASS"),
                        Arguments.of(door, Set.of(Wrong.LONG_LIFE), longLife(door))));
    }

    private static String longLife(Door door) {
        String cookie = door.carrier().cookie() ? "cookie-lives-long" : "";
        String token = door.carrier().jwt() ? "token-lives-long" : "";
        String both = (cookie + " " + token).strip();
        return both.isEmpty() ? "PASS" : "WARN " + both;
    }

    @Test
    void without_a_word_an_opaque_session_is_not_judged() throws Exception {
        assertThat(GateRun.told("auth.session-expiry", Door.all().get(0), Set.of()))
                .isEqualTo("BLOCKED lifetime-not-visible");
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @MethodSource
    void judges(List<Part> parts, List<Refreshed> refreshed, Optional<Duration> attested, String expected) {
        Seen seen = new Seen(parts, refreshed, List.of(), attested, List.of("alice"), "portal.harbor.example");
        assertThat(Told.of(new SessionExpiryCheck().judge(seen, PARAMS))).isEqualTo(expected);
    }

    static Stream<Arguments> judges() {
        Optional<Duration> none = Optional.empty();
        Optional<Duration> hour = Optional.of(Duration.ofHours(1));
        Optional<Duration> year = Optional.of(Duration.ofDays(365));
        List<Refreshed> no = List.of();
        return Stream.of(
                Arguments.of(List.of(), no, none, "NOT_APPLICABLE no-session"),
                Arguments.of(List.of(part(true, hour, none)), no, none, "PASS ends"),
                Arguments.of(List.of(part(true, none, none)), no, none, "FAIL token-never-expires"),
                Arguments.of(List.of(part(true, year, none)), no, none, "WARN token-lives-long"),
                Arguments.of(List.of(part(true, hour, year)), no, none, "WARN cookie-lives-long"),
                Arguments.of(List.of(part(false, none, hour)), no, none, "BLOCKED only-cookie-ends"),
                Arguments.of(List.of(part(false, none, none)), no, none, "BLOCKED lifetime-not-visible"),
                Arguments.of(List.of(part(false, none, none)), no, hour, "PASS attested"),
                Arguments.of(List.of(part(false, none, none)), no, year, "WARN attested-long"),
                Arguments.of(
                        List.of(part(true, hour, none)),
                        List.of(new Refreshed("alice", true)),
                        none,
                        "WARN refresh-reused"),
                Arguments.of(
                        List.of(part(true, hour, none)),
                        List.of(new Refreshed("alice", false)),
                        none,
                        "PASS ends refresh-once"));
    }

    @ParameterizedTest(name = "after {0} s at rest, {1}: {2}")
    @CsvSource({
        "120, '', PASS ends-when-idle",
        "999999, '', WARN alive-when-idle",
        "120, limiter, BLOCKED idle-unclear",
        "120, shut, BLOCKED idle-unclear"
    })
    void rests_as_long_as_the_profile_says(long dies, String trouble, String expected) throws Exception {
        Clock clock = hasty();
        Map<String, Instant> used = new ConcurrentHashMap<>();
        AtomicBoolean slept = new AtomicBoolean();
        try (DialectServer server = new DialectServer(ask -> {
            Instant now = clock.instant();
            if (slept.get() && trouble.equals("shut")) {
                return Reply.json(401, "{}");
            }
            if (ask.path().equals("/login")) {
                String token = "t0ken-" + UUID.randomUUID();
                used.put(token, now);
                return Reply.json(200, "{\"token\":\"" + token + "\"}");
            }
            String token = ask.header("Authorization").replace("Bearer ", "");
            Instant last = used.getOrDefault(token, Instant.EPOCH);
            slept.set(slept.get()
                    || (used.containsKey(token) && last.plusSeconds(LONG_REST).isBefore(now)));
            if (slept.get() && trouble.equals("limiter")) {
                return Reply.json(429, "{}").with("Retry-After", "0");
            }
            boolean alive = last.plusSeconds(dies).isAfter(now);
            used.computeIfPresent(token, (each, before) -> alive ? now : before);
            return alive
                    ? Reply.json(200, "{\"email\":\"alice@north.example\"}")
                    : Reply.json(401, "{\"error\":\"sign in\"}");
        })) {
            String file = """
                    identities:
                      alice:
                        role: client
                        login: {kind: json, request: POST /login, body: {email: alice@north.example, password: pw-alice}, token: $.token}
                        signed-in-when: {request: GET /api/me, contains: alice@north.example}
                    routes: {signed-in: [GET /api/me]}
                    """;
            String word = dies < LONG_REST && trouble.isEmpty()
                    ? ""
                    : "attest: {auth.session-expiry: {by: owner, on: " + LocalDate.now(Clock.systemUTC())
                            + ", days: 90, minutes: 480}}\n";
            Portal portal = Scan.portal(server.port(), file + word);
            Map<String, Object> fiveMinutes = Map.of("idle-minutes", 5);
            assertThat(Told.of(Scan.of(new SessionExpiryCheck(), portal, clock, fiveMinutes)))
                    .isEqualTo(expected);
        }
    }

    private static final long LONG_REST = 240;

    /** A clock that goes on by some seconds whenever it is looked at. */
    private static Clock hasty() {
        AtomicLong seconds = new AtomicLong(Instant.now(Clock.systemUTC()).getEpochSecond());
        InstantSource source = () -> Instant.ofEpochSecond(seconds.addAndGet(3));
        return source.withZone(ZoneOffset.UTC);
    }

    private static Part part(boolean jwt, Optional<Duration> token, Optional<Duration> cookie) {
        return new Part("alice", "the cookie sid", jwt, token, cookie);
    }
}
