package dev.launchready.session;

import dev.launchready.probe.ProbeException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** Something that is made by the first who asks and read by many; when it cannot be made, the next one tries again. */
final class Once<T> {
    private final ReentrantLock lock = new ReentrantLock();
    private final Making<T> making;
    private @Nullable T made;

    Once(Making<T> making) {
        this.making = making;
    }

    /** How it is made. */
    interface Making<T> {
        T make() throws ProbeException, InterruptedException;
    }

    T get() throws ProbeException, InterruptedException {
        lock.lockInterruptibly();
        try {
            T known = made;
            if (known == null) {
                known = making.make();
                made = known;
            }
            return known;
        } finally {
            lock.unlock();
        }
    }
}
