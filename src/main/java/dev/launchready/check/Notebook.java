package dev.launchready.check;

import java.util.Optional;

/**
 * What a check wants to know again in the next run against the same portal, so that it need not look twice at what does not change. Holds no
 * secret, and nothing that a check could not do without.
 */
public interface Notebook {
    /** Remembers nothing. */
    Notebook NONE = new Notebook() {
        @Override
        public <N extends Record> Optional<N> read(String name, Class<N> type) {
            return Optional.empty();
        }

        @Override
        public void write(String name, Record note) {
            // nothing to remember it in
        }
    };

    /** What was written under that name; empty where nothing was, or something that this version cannot read. */
    <N extends Record> Optional<N> read(String name, Class<N> type);

    /** Writes in the place of what stood there. What cannot be written is as if it had never been. */
    void write(String name, Record note);
}
