package dev.launchready.probe.git;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What an earlier reading of a history left for the next one, so that only what came since need be read. Holds names of objects and of files,
 * and no content.
 *
 * @param head where the branch that was checked out stood
 * @param refs where all refs stood
 * @param logged what only reflogs remembered
 * @param marked blobs in which something was found, and the numbers of that
 * @param presences where it lay
 * @param blobs that were read
 * @param bytes of those
 * @param commits that some ref led to
 */
public record HistoryPast(
        Optional<String> head,
        Map<String, String> refs,
        Set<String> logged,
        Map<String, List<Integer>> marked,
        List<Presence> presences,
        long blobs,
        long bytes,
        long commits) {
    public HistoryPast {
        refs = java.util.Collections.unmodifiableMap(new TreeMap<>(refs));
        logged = java.util.Collections.unmodifiableSet(new TreeSet<>(logged));
        marked = java.util.Collections.unmodifiableMap(new TreeMap<>(marked));
        presences = List.copyOf(presences);
    }

    /** What a reading leaves for the next. */
    public static HistoryPast of(Tips tips, HistoryRead read) {
        return new HistoryPast(
                tips.head(),
                tips.refs(),
                tips.logged(),
                read.marked(),
                read.presences(),
                read.blobs(),
                read.bytes(),
                read.commits());
    }
}
