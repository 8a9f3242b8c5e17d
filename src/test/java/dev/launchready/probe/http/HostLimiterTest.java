package dev.launchready.probe.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.model.TrafficClass;
import dev.launchready.probe.ProbeException.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class HostLimiterTest {
    private static final int PORT = 443;
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-21T10:00:00Z"), ZoneOffset.UTC);
    private final AtomicLong nanos = new AtomicLong(77);

    @Test
    void theBudgetIsSpentOnce() throws Exception {
        HostLimiter limiter = limiter(new Rates(1000, 2, 3));
        for (int at = 0; at < 3; at++) {
            limiter.acquire(PORT, Optional.empty());
            limiter.release();
        }
        assertThatThrownBy(() -> limiter.acquire(PORT, Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("budget of 3 requests");
    }

    @Test
    void noMoreThanAllowedAreUnderWay() throws Exception {
        HostLimiter limiter = limiter(new Rates(1000, 2, 100));
        AtomicInteger now = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CountDownLatch done = new CountDownLatch(8);
        for (int at = 0; at < 8; at++) {
            new Thread(() -> {
                        try {
                            limiter.acquire(PORT, Optional.empty());
                            most.accumulateAndGet(now.incrementAndGet(), Math::max);
                            Thread.yield();
                            now.decrementAndGet();
                            limiter.release();
                            done.countDown();
                        } catch (Refused | InterruptedException e) {
                            throw new IllegalStateException(e);
                        }
                    })
                    .start();
        }
        assertThat(done.await(10, TimeUnit.SECONDS)).isTrue();
        assertThat(most.get()).isLessThanOrEqualTo(2);
    }

    @Test
    void aHostThatStopsAnsweringIsLeftInPeace() throws Exception {
        HostLimiter limiter = limiter(Rates.LOCAL);
        fail(limiter, HostLimiter.FAILURES);
        limiter.acquire(PORT, Optional.empty());
        limiter.release();
        nanos.addAndGet(HostLimiter.FAILING.toNanos());
        limiter.unanswered(PORT);
        assertThatThrownBy(() -> limiter.acquire(PORT, Optional.empty()))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("stopped answering");
        limiter.acquire(80, Optional.empty());
        limiter.release();
    }

    @Test
    void anAnswerBetweenFailuresIsASignOfLife() throws Exception {
        HostLimiter limiter = limiter(Rates.LOCAL);
        fail(limiter, HostLimiter.FAILURES - 1);
        nanos.addAndGet(HostLimiter.FAILING.toNanos());
        limiter.answered(PORT, 500, "", TrafficClass.PASSIVE, Duration.ofMillis(1));
        fail(limiter, HostLimiter.FAILURES - 1);
        limiter.acquire(PORT, Optional.empty());
        limiter.release();
    }

    @Test
    void aBurstSlowsNobodyByWhatItCallsForth() {
        HostLimiter limiter = limiter(Rates.POLITE);
        limiter.answered(PORT, 429, "60", TrafficClass.BURSTS, Duration.ofMillis(1));
        assertThat(limiter.rate()).isEqualTo(10);
        limiter.answered(PORT, 429, "60", TrafficClass.PASSIVE, Duration.ofMillis(1));
        assertThat(limiter.rate()).isEqualTo(5);
    }

    @Test
    void waitingForATurnCanBeInterrupted() throws Exception {
        HostLimiter limiter = limiter(Rates.POLITE);
        limiter.answered(PORT, 429, "Sat, 21 Nov 2026 10:00:20 GMT", TrafficClass.PASSIVE, Duration.ofMillis(1));
        CountDownLatch ended = new CountDownLatch(1);
        Thread waiting = new Thread(() -> {
            try {
                limiter.acquire(PORT, Optional.empty());
            } catch (InterruptedException e) {
                ended.countDown();
            } catch (Refused e) {
                throw new IllegalStateException(e);
            }
        });
        waiting.start();
        waiting.interrupt();
        assertThat(ended.await(5, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void aHeldRequestWaitsForItsMomentAndKeepsNobodyFromTheirs() throws Exception {
        AtomicLong seconds = new AtomicLong(CLOCK.instant().getEpochSecond());
        InstantSource source = () -> Instant.ofEpochSecond(seconds.get());
        HostLimiter limiter =
                new HostLimiter("portal.harbor.example", new Rates(1000, 1, 100), source.withZone(ZoneOffset.UTC));
        CountDownLatch sent = new CountDownLatch(1);
        Thread held = new Thread(() -> {
            try {
                limiter.acquire(PORT, Optional.of(CLOCK.instant().plusSeconds(60)));
                sent.countDown();
            } catch (Refused | InterruptedException e) {
                throw new IllegalStateException(e);
            }
        });
        held.start();
        limiter.acquire(PORT, Optional.empty());
        limiter.release();
        seconds.addAndGet(59);
        limiter.acquire(PORT, Optional.empty());
        limiter.release();
        assertThat(sent.getCount()).isOne();
        seconds.addAndGet(1);
        assertThat(sent.await(10, TimeUnit.SECONDS)).isTrue();
    }

    private static void fail(HostLimiter limiter, int times) throws Exception {
        for (int at = 0; at < times; at++) {
            limiter.unanswered(PORT);
        }
    }

    private HostLimiter limiter(Rates rates) {
        return new HostLimiter("portal.example", rates, CLOCK, nanos::get);
    }
}
