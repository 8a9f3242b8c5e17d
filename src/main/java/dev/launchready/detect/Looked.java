package dev.launchready.detect;

import java.util.ArrayList;
import java.util.List;

/**
 * How much of a source was read, so that nothing passes that was not looked at.
 *
 * @param bytes read, those of archives' entries included
 * @param entries of archives that were read
 * @param unread what was left out, and why, a sentence each
 */
public record Looked(long bytes, long entries, List<String> unread) {
    public static final Looked NOTHING = new Looked(0, 0, List.of());

    public Looked {
        unread = List.copyOf(unread);
    }

    public boolean whole() {
        return unread.isEmpty();
    }

    public Looked and(Looked other) {
        List<String> both = new ArrayList<>(unread);
        both.addAll(other.unread);
        return new Looked(bytes + other.bytes, entries + other.entries, both);
    }
}
