package dev.launchready.probe.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class PaceTest {
    private static final long SECOND = 1_000_000_000L;
    private static final Rates TEN = new Rates(10, 6, 1000);
    private static final long START = 5 * SECOND;

    private final Pace pace = new Pace(TEN, START);

    @Test
    void theRateHoldsOverTime() {
        int sent = 0;
        long now = START;
        while (now - START < 60 * SECOND) {
            long wait = pace.take(now);
            if (wait == 0) {
                sent++;
            } else {
                now += wait;
            }
        }
        assertThat(sent).isBetween(600, 611);
    }

    @Test
    void aHostThatAsksForRestGetsItWithinReason() {
        pace.tooMuch(Duration.ofSeconds(7), START);
        assertThat(pace.take(START)).isEqualTo(7 * SECOND);
        assertThat(pace.rate()).isEqualTo(5);
        assertThat(pace.inFlight()).isEqualTo(3);
        pace.tooMuch(Duration.ofDays(3), START);
        assertThat(pace.take(START)).isEqualTo(Pace.LONGEST_REST.toNanos());
        assertThat(pace.take(START + Pace.LONGEST_REST.toNanos())).isZero();
    }

    @Test
    void theRateGrowsBackSlowlyAndNoFurther() {
        for (int at = 0; at < 50; at++) {
            pace.tooMuch(Duration.ZERO, START);
        }
        assertThat(pace.rate()).isBetween(0.3, 0.32);
        assertThat(pace.inFlight()).isEqualTo(1);
        pace.good(1000, START);
        assertThat(pace.rate()).isLessThan(0.6);
        for (int at = 0; at < 60; at++) {
            pace.good(1000, START);
        }
        assertThat(pace.rate()).isEqualTo(10);
    }

    @Test
    void oneErrorIsAnAnswerAndAStreakIsTrouble() {
        for (int at = 0; at < 20; at++) {
            pace.error();
            pace.good(1000, START);
        }
        assertThat(pace.rate()).isEqualTo(10);
        for (int at = 0; at < 5; at++) {
            pace.error();
        }
        assertThat(pace.rate()).isEqualTo(5);
    }

    @Test
    void answersThatGrowSlowHalveTheRate() {
        for (int at = 0; at < 20; at++) {
            pace.good(SECOND / 10, START);
        }
        assertThat(pace.rate()).isEqualTo(10);
        for (int at = 0; at < 20; at++) {
            pace.good(5 * SECOND, START + 10 * SECOND);
        }
        assertThat(pace.rate()).isLessThan(10);
    }

    @Test
    void aHostThatWasAlwaysSlowIsNotInTrouble() {
        for (int at = 0; at < 50; at++) {
            pace.good(3 * SECOND, START + at * SECOND);
        }
        assertThat(pace.rate()).isEqualTo(10);
    }
}
