package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.SessionEndsCheck.After;
import dev.launchready.check.auth.SessionEndsCheck.Answered;
import dev.launchready.check.auth.SessionEndsCheck.Ended;
import dev.launchready.check.auth.SessionEndsCheck.Refresh;
import dev.launchready.check.auth.SessionEndsCheck.Seen;
import dev.launchready.model.Proof;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.session-ends")
class SessionEndsCheckTest {

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_at_every_door(Door door, Set<Wrong> wrong, String expected) throws Exception {
        assertThat(GateRun.told("auth.session-ends", door, wrong)).isEqualTo(expected);
    }

    static Stream<Arguments> tells_at_every_door() {
        return Door.all().stream()
                .flatMap(door -> Stream.of(
                        Arguments.of(door, Set.of(), "PASS"),
                        Arguments.of(door, Set.of(Wrong.LIMITER_AFTER), "BLOCKED held-back"),
                        Arguments.of(
                                door,
                                Set.of(Wrong.LOGOUT_KEEPS_COOKIE),
                                door.carrier().cookie() ? "WARN cookie-stays" : "PASS"),
                        Arguments.of(
                                door,
                                Set.of(Wrong.LOGOUT_FORGETS_ONLY),
                                door.carrier().jwt() ? "WARN token-survives-briefly" : "FAIL session-survives"),
                        Arguments.of(
                                door,
                                Set.of(Wrong.LOGOUT_FORGETS_ONLY, Wrong.LONG_LIFE),
                                door.carrier().jwt() ? "FAIL token-survives" : "FAIL session-survives"),
                        Arguments.of(
                                door,
                                Set.of(Wrong.LOGOUT_FORGETS_ONLY, Wrong.ENDLESS_TOKEN),
                                door.carrier().jwt() ? "FAIL token-never-ends" : "FAIL session-survives")));
    }

    @ParameterizedTest(name = "{0} {1} {3}: {4}")
    @MethodSource
    void judges(Answered answered, After after, boolean cleared, Refresh refresh, String expected) {
        Ended ended = new Ended(
                "alice",
                "POST /logout",
                "the cookie sid",
                answered,
                after,
                cleared,
                false,
                Optional.empty(),
                refresh,
                Proof.CONFIRMED,
                200,
                List.of());
        Seen seen = new Seen(List.of(ended), "portal.harbor.example", "launch-ready.yml", Optional.of(7));
        assertThat(Told.of(new SessionEndsCheck().judge(seen, new Params(Map.of("brief-minutes", 15)))))
                .isEqualTo(expected);
    }

    static Stream<Arguments> judges() {
        Refresh none = Refresh.NONE;
        return Stream.of(
                Arguments.of(Answered.DONE, After.DEAD, true, none, "PASS lived-before"),
                Arguments.of(
                        Answered.REFUSED, After.DEAD, true, Refresh.WITHDRAWN, "PASS lived-before refresh-withdrawn"),
                Arguments.of(Answered.DONE, After.DEAD, true, Refresh.UNKNOWN, "BLOCKED refresh-unknown"),
                Arguments.of(Answered.DONE, After.DEAD, true, Refresh.GOOD, "FAIL refresh-survives"),
                Arguments.of(Answered.DONE, After.DEAD, false, none, "WARN cookie-stays"),
                Arguments.of(Answered.DONE, After.ALIVE, true, none, "FAIL session-survives"),
                Arguments.of(Answered.REFUSED, After.ALIVE, false, none, "BLOCKED logout-refused"),
                Arguments.of(Answered.UNCLEAR, After.ALIVE, false, none, "BLOCKED logout-unclear"),
                Arguments.of(Answered.DONE, After.HELD_BACK, true, none, "BLOCKED held-back"));
    }

    @ParameterizedTest
    @MethodSource
    void lifetimes_read_well(Duration life, String words) {
        assertThat(Lifetimes.words(life)).isEqualTo(words);
    }

    static Stream<Arguments> lifetimes_read_well() {
        return Stream.of(
                Arguments.of(Duration.ofDays(14), "14 days"),
                Arguments.of(Duration.ofHours(24), "24 hours"),
                Arguments.of(Duration.ofMinutes(45), "45 minutes"),
                Arguments.of(Duration.ofSeconds(90), "90 seconds"));
    }
}
