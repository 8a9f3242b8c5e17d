package dev.launchready.probe.git;

import java.util.Arrays;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a visitor knows of the objects between the root of a family and the one that is visited, by level. Memory is bounded: what lies
 * furthest up is let go first. For one thread.
 */
final class Remembered<S> {
    private static final int LEVELS = 64;
    private static final long BUDGET = 16L * 1024 * 1024;

    private final ToLongFunction<S> sizes;
    private Object[] known = new Object[LEVELS];
    private long[] taken = new long[LEVELS];
    private long total;

    Remembered(ToLongFunction<S> sizes) {
        this.sizes = sizes;
    }

    @SuppressWarnings("unchecked") // only put() puts anything in
    @Nullable
    S at(int level) {
        return level < 0 || level >= known.length ? null : (S) known[level];
    }

    void forget(int level) {
        if (level < known.length && known[level] != null) {
            known[level] = null;
            total -= taken[level];
        }
    }

    void put(int level, S fresh) {
        if (level >= known.length) {
            known = Arrays.copyOf(known, 2 * level);
            taken = Arrays.copyOf(taken, 2 * level);
        }
        forget(level);
        known[level] = fresh;
        taken[level] = sizes.applyAsLong(fresh);
        total += taken[level];
        for (int far = 0; far < level && total > BUDGET; far++) {
            forget(far);
        }
    }

    void clear() {
        Arrays.fill(known, null);
        total = 0;
    }
}
