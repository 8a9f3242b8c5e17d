package dev.launchready.probe.http;

import dev.launchready.model.TrafficClass;
import dev.launchready.probe.ProbeException.Refused;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/** One host's budget, shared by all checks. The only place in which a request waits. */
final class HostLimiter {
    /** So many requests in a row without an answer, and for so long, and the host is left in peace. */
    static final int FAILURES = 8;

    static final Duration FAILING = Duration.ofSeconds(3);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;
    private static final Duration UNSAID = Duration.ofSeconds(1);

    private static final long GLANCE = Duration.ofMillis(50).toNanos();
    private static final Duration BREATH = Duration.ofMillis(200);

    private final String host;
    private final Rates rates;
    private final Clock clock;
    private final LongSupplier nanos;
    private final Pace pace;
    private final ReentrantLock lock = new ReentrantLock(true);
    private final Condition changed = lock.newCondition();
    private int inFlight;
    private long sent;
    private final Map<Integer, Silence> silences = new HashMap<>();

    HostLimiter(String host, Rates rates, Clock clock) {
        this(host, rates, clock, System::nanoTime);
    }

    /** @param nanos a clock that never runs backwards */
    HostLimiter(String host, Rates rates, Clock clock, LongSupplier nanos) {
        this.host = host;
        this.rates = rates;
        this.clock = clock;
        this.nanos = nanos;
        this.pace = new Pace(rates, nanos.getAsLong());
    }

    /** Requests per second that are allowed at the moment. */
    double rate() {
        lock.lock();
        try {
            return pace.rate();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Waits for its turn; every turn must be given back by {@link #release()}.
     *
     * @param notBefore a moment that it waits for as well, without keeping others from theirs
     */
    void acquire(int port, Optional<Instant> notBefore) throws Refused, InterruptedException {
        lock.lockInterruptibly();
        try {
            while (true) {
                checkOpen(port);
                long held = notBefore.map(this::until).orElse(0L);
                long wait =
                        held > 0 ? held : inFlight < pace.inFlight() ? pace.take(nanos.getAsLong()) : Long.MAX_VALUE;
                if (wait == 0) {
                    inFlight++;
                    sent++;
                    return;
                }
                changed.await(wait, TimeUnit.NANOSECONDS);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Nanoseconds to wait before the clock is looked at again, which may be set, or sleep with the machine; 0 when it is time. */
    private long until(Instant moment) {
        return Math.max(
                0, Math.min(GLANCE, Duration.between(clock.instant(), moment).toNanos()));
    }

    private void checkOpen(int port) throws Refused {
        Silence silence = silences.get(port);
        if (silence != null && silence.stopped) {
            throw new Refused("Not sent: " + host + ":" + port + " stopped answering (" + FAILURES
                    + " requests in a row without an answer), and the scan leaves it in peace.");
        }
        if (sent >= rates.total()) {
            throw new Refused("Not sent: the budget of " + rates.total() + " requests for " + host + " is spent.");
        }
    }

    void release() {
        lock.lock();
        try {
            inFlight--;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Learns from an answer. A 429 that a burst has called forth is what the burst is there to see, and slows nobody.
     *
     * @param retryAfter the header's value, or empty text
     */
    void answered(int port, int status, String retryAfter, TrafficClass traffic, Duration elapsed) {
        lock.lock();
        try {
            silences.remove(port);
            if (status == TOO_MANY_REQUESTS || (status == UNAVAILABLE && !retryAfter.isEmpty())) {
                if (traffic != TrafficClass.BURSTS) {
                    pace.tooMuch(rest(retryAfter), nanos.getAsLong());
                }
            } else if (status >= 500) {
                pace.error();
            } else {
                pace.good(elapsed.toNanos(), nanos.getAsLong());
            }
        } finally {
            lock.unlock();
        }
    }

    /** Learns that a connection was made and dropped, as servers do that can hold but a few. */
    void crowded() {
        lock.lock();
        try {
            pace.tooMuch(BREATH, nanos.getAsLong());
        } finally {
            lock.unlock();
        }
    }

    /** Learns that nothing came back at all. */
    void unanswered(int port) {
        lock.lock();
        try {
            pace.error();
            silences.computeIfAbsent(port, unseen -> new Silence(nanos.getAsLong()))
                    .another(nanos.getAsLong());
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /** Requests in a row to one port without an answer: a closed port says nothing about the others of its host. */
    private static final class Silence {
        private final long since;
        private int failures;
        private boolean stopped;

        Silence(long since) {
            this.since = since;
        }

        void another(long now) {
            failures++;
            stopped |= failures >= FAILURES && now - since >= FAILING.toNanos();
        }
    }

    /** Seconds or a date (RFC 9110 section 10.2.3). */
    private Duration rest(String retryAfter) {
        String text = retryAfter.strip();
        if (text.isEmpty()) {
            return UNSAID;
        }
        if (text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 6 ? Pace.LONGEST_REST : Duration.ofSeconds(Long.parseLong(text));
        }
        try {
            Instant until = Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(text));
            return Duration.between(clock.instant(), until);
        } catch (DateTimeParseException e) {
            return UNSAID;
        }
    }
}
