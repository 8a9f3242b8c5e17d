package dev.launchready.probe.http;

import java.time.Duration;

/**
 * The arithmetic of a host's rate: a token bucket whose rate is halved when the host is in trouble and grows back slowly
 * (additive increase, multiplicative decrease; RFC 5681 section 3.1 in spirit). Not safe for many threads; knows no clock.
 */
final class Pace {
    /** A host that asks for a longer rest than this is asked again anyway, at half the rate. */
    static final Duration LONGEST_REST = Duration.ofSeconds(30);

    private static final Duration SHORTEST_REST = Duration.ofMillis(500);
    /** A single 5xx may be the answer to one odd request; a streak is a host in trouble. */
    private static final int STREAK = 5;
    /** The rate never falls below this part of the full one. */
    private static final double FLOOR = 1.0 / 32;
    /** Good answers until the full rate is reached again from nothing. */
    private static final double STEPS = 50;
    /** Answers that settle what is usual for this host. */
    private static final int SETTLING = 10;

    private static final double SLOWER = 4;
    private static final double NOTABLE_NANOS = 1e9;
    private static final double SMOOTHING = 0.2;
    private static final long SECOND = 1_000_000_000L;

    private final Rates full;
    private double rate;
    private double tokens;
    private long filled;
    private long restUntil;
    private int errors;
    private int answers;
    private double usual;
    private double recent;
    private long slowedAt;

    Pace(Rates full, long now) {
        this.full = full;
        this.rate = full.perSecond();
        this.tokens = burst();
        this.filled = now;
        this.restUntil = now;
        this.slowedAt = now;
    }

    /** Takes a token if there is one: 0, else the nanoseconds until there may be. */
    long take(long now) {
        if (restUntil - now > 0) {
            return restUntil - now;
        }
        tokens = Math.min(burst(), tokens + (now - filled) * rate / SECOND);
        filled = now;
        if (tokens >= 1) {
            tokens -= 1;
            return 0;
        }
        return Math.max(1, (long) ((1 - tokens) * SECOND / rate));
    }

    /** How many requests may be under way at a time. */
    int inFlight() {
        return Math.max(1, (int) Math.ceil(full.inFlight() * rate / full.perSecond()));
    }

    double rate() {
        return rate;
    }

    /** The host says itself that it is asked too much (429, or 503 with Retry-After). */
    void tooMuch(Duration retryAfter, long now) {
        slow();
        Duration rest = retryAfter.compareTo(LONGEST_REST) > 0 ? LONGEST_REST : retryAfter;
        rest = rest.compareTo(SHORTEST_REST) < 0 ? SHORTEST_REST : rest;
        restUntil = Math.max(restUntil, now + rest.toNanos());
    }

    /** A 5xx answer, or none. */
    void error() {
        errors++;
        if (errors % STREAK == 0) {
            slow();
        }
    }

    /** An answer in order, after so many nanoseconds. */
    void good(long nanos, long now) {
        errors = 0;
        rate = Math.min(full.perSecond(), rate + full.perSecond() / STEPS);
        answers++;
        if (answers <= SETTLING) {
            usual += (nanos - usual) / answers;
            recent = usual;
            return;
        }
        recent += (nanos - recent) * SMOOTHING;
        if (recent > SLOWER * usual && recent > NOTABLE_NANOS && now - slowedAt > SECOND) {
            slowedAt = now;
            slow();
        }
    }

    private void slow() {
        rate = Math.max(full.perSecond() * FLOOR, rate / 2);
        tokens = Math.min(tokens, 1);
    }

    private double burst() {
        return Math.max(1, rate);
    }
}
