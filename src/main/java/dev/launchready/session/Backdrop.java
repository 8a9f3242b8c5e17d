package dev.launchready.session;

import dev.launchready.probe.http.HttpAnswer;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What proves nothing when a stranger sees it.
 *
 * @param known texts that the stranger, or nobody, gets of its own right
 * @param misses what the same stranger got when it asked for something that does not exist
 * @param own what the stranger got when it asked for its own
 */
public record Backdrop(Set<String> known, List<HttpAnswer> misses, List<HttpAnswer> own) {
    public static final Backdrop EMPTY = new Backdrop(Set.of(), List.of(), List.of());

    public Backdrop {
        known = Set.copyOf(known);
        misses = List.copyOf(misses);
        own = List.copyOf(own);
    }

    /** Every text that proves nothing, those of the misses and of one's own among them. */
    Set<String> texts() {
        Set<String> all = new HashSet<>(known);
        misses.forEach(miss -> all.addAll(Likeness.texts(miss)));
        own.forEach(answer -> all.addAll(Likeness.texts(answer)));
        return all;
    }
}
