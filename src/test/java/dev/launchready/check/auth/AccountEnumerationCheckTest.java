package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.auth.AccountEnumerationCheck.Answer;
import dev.launchready.check.auth.AccountEnumerationCheck.Seen;
import dev.launchready.check.auth.AccountEnumerationCheck.Tried;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.account-enumeration")
class AccountEnumerationCheckTest {
    private static final Params PARAMS = new Params(Map.of("most-chance", 0.005, "least-difference-ms", 20));

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_at_every_door(Door door, Set<Wrong> wrong, String expected) throws Exception {
        assertThat(GateRun.told("auth.account-enumeration", door, wrong)).isEqualTo(expected);
    }

    static Stream<Arguments> tells_at_every_door() {
        return Door.all().stream()
                .flatMap(door -> Stream.of(
                        Arguments.of(door, Set.of(), "PASS"),
                        Arguments.of(door, Set.of(Wrong.TELLS_UNKNOWN_AT_LOGIN), "FAIL answer-tells"),
                        Arguments.of(door, Set.of(Wrong.STATUS_AT_LOGIN), "FAIL status-tells"),
                        Arguments.of(door, Set.of(Wrong.TELLS_UNKNOWN_AT_RECOVERY), "FAIL answer-tells"),
                        Arguments.of(door, Set.of(Wrong.TELLS_KNOWN_AT_SIGNUP), "WARN sign-up-tells")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void judges(Seen seen, String expected) {
        assertThat(Told.of(new AccountEnumerationCheck().judge(seen, PARAMS))).isEqualTo(expected);
    }

    static Stream<Arguments> judges() {
        List<Answer> alike = new ArrayList<>();
        List<Answer> slower = new ArrayList<>();
        List<Answer> barely = new ArrayList<>();
        for (int at = 0; at < 6; at++) {
            alike.add(answer(true, 401, 5000 + at * 700));
            alike.add(answer(false, 401, 5300 + at * 700));
            slower.add(answer(true, 401, 95000 + at));
            slower.add(answer(false, 401, 5000 + at));
            barely.add(answer(true, 401, 6000 + at));
            barely.add(answer(false, 401, 5000 + at));
        }
        List<Answer> held =
                List.of(answer(true, 401, 5000), new Answer(false, 429, "", Set.of(), Set.of(), 5000, true));
        List<Answer> heldLate = new ArrayList<>(alike.subList(0, 4));
        heldLate.add(new Answer(false, 429, "", Set.of(), Set.of(), 5000, true));
        List<Answer> heldTelling = List.of(
                answer(true, 401, 5000),
                answer(false, 404, 5000),
                answer(false, 404, 5000),
                answer(true, 401, 5000),
                new Answer(false, 429, "", Set.of(), Set.of(), 5000, true));
        return Stream.of(
                Arguments.of(seen(heldLate, false, true), "PASS asked not-timed"),
                Arguments.of(seen(heldTelling, false, true), "FAIL status-tells"),
                Arguments.of(seen(alike, true, true), "PASS asked"),
                Arguments.of(seen(slower, true, true), "WARN time-tells"),
                Arguments.of(seen(barely, true, true), "PASS asked"),
                Arguments.of(seen(slower, false, true), "PASS asked not-timed"),
                Arguments.of(seen(held, false, true), "BLOCKED held-back"),
                Arguments.of(seen(alike, true, false), "BLOCKED locked-out"),
                Arguments.of(
                        seen(List.of(answer(true, 401, 1), answer(false, 404, 1)), false, true), "FAIL status-tells"),
                Arguments.of(new Seen(List.of(), "h.example", true, List.of()), "BLOCKED no-door"));
    }

    private static Answer answer(boolean known, int status, long micros) {
        return new Answer(known, status, "", Set.of("a1", "b2"), Set.of(), micros, false);
    }

    private static Seen seen(List<Answer> answers, boolean timed, boolean stillIn) {
        Tried tried = new Tried(AccountEnumerationCheck.Door.LOGIN, "POST /login", answers, timed, false, List.of());
        return new Seen(List.of(tried), "portal.harbor.example", stillIn, List.of());
    }

    @Test
    void the_rank_test_is_exact_for_small_samples() {
        assertThat(RankTest.of(List.of(1L, 2L, 3L), List.of(4L, 5L, 6L)).p()).isCloseTo(0.1, within(1e-9));
        assertThat(RankTest.of(List.of(1L, 2L, 3L, 4L, 5L, 6L), List.of(7L, 8L, 9L, 10L, 11L, 12L))
                        .p())
                .isCloseTo(2.0 / 924, within(1e-9));
        assertThat(RankTest.of(List.of(1L, 4L, 5L), List.of(2L, 3L, 6L)).p()).isGreaterThan(0.9);
        assertThat(RankTest.of(List.of(7L, 7L), List.of(7L, 7L)).p()).isEqualTo(1);
        assertThat(RankTest.of(List.of(10L, 30L), List.of(1L, 3L)).medianDifference())
                .isEqualTo(18);
    }
}
