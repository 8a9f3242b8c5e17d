package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.SessionExpiryCheck.Part;
import dev.launchready.check.auth.SessionExpiryCheck.Refreshed;
import dev.launchready.check.auth.SessionExpiryCheck.Seen;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.session-expiry")
class SessionExpiryCheckTest {
    private static final Params PARAMS = new Params(Map.of("long-token-hours", 24, "long-cookie-days", 30));

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
        Seen seen = new Seen(parts, refreshed, attested, List.of("alice"), "portal.harbor.example");
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
                Arguments.of(List.of(part(false, none, hour)), no, none, "BLOCKED lifetime-not-visible"),
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

    private static Part part(boolean jwt, Optional<Duration> token, Optional<Duration> cookie) {
        return new Part("alice", "the cookie sid", jwt, token, cookie);
    }
}
