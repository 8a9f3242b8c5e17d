package dev.launchready.check;

import dev.launchready.probe.ProbeException;

/** What several checks need to see, seen once for the whole run. */
public interface Memo {

    /**
     * The shared observation, made by the first who asks; others wait for it. A failure is remembered like a result.
     *
     * @throws ProbeException when it could not be made
     */
    <T> T get(Shared<T> shared) throws ProbeException, InterruptedException;

    /**
     * Something that is observed once and read by many.
     *
     * @param <T> an immutable result
     */
    interface Shared<T> {
        /** Its name in the memo, unique. */
        String name();

        T observe(CheckContext context) throws ProbeException, InterruptedException;
    }
}
