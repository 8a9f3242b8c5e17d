package dev.launchready.engine;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** When a run has to end: at a given time, or when somebody stops it. */
public final class Deadline {
    private static final long NEVER_DAYS = 365;

    private final long end;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private volatile boolean stopped;

    private Deadline(long end) {
        this.end = end;
    }

    /** @param most the time from now on; empty: as long as it takes */
    public static Deadline in(Optional<Duration> most) {
        return new Deadline(
                System.nanoTime() + most.orElse(Duration.ofDays(NEVER_DAYS)).toNanos());
    }

    /** Ends the run now; called by whoever heard of an interruption. */
    public void stop() {
        stopped = true;
        listeners.forEach(Runnable::run);
    }

    public boolean stopped() {
        return stopped;
    }

    boolean over() {
        return stopped || System.nanoTime() - end >= 0;
    }

    /** In terms of {@link System#nanoTime}. */
    long at() {
        return end;
    }

    void onStop(Runnable listener) {
        listeners.add(listener);
    }
}
