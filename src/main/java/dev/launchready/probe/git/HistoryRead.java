package dev.launchready.probe.git;

import java.util.List;
import java.util.Map;

/**
 * What came of reading a history.
 *
 * @param blobs that were read, each once
 * @param bytes of those blobs
 * @param commits that some ref leads to
 * @param refs that there are
 * @param pointers files that Git LFS keeps elsewhere; those that lie here were read as well
 * @param grafts whether some commits are given other parents than they name, which is looked through
 * @param holes what could not be read
 * @param marked the blobs in which something was found, by name, and the numbers of that
 */
public record HistoryRead(
        long blobs,
        long bytes,
        long commits,
        int refs,
        long pointers,
        boolean grafts,
        Holes holes,
        List<Presence> presences,
        Map<String, List<Integer>> marked) {
    public HistoryRead {
        presences = List.copyOf(presences);
        marked = Map.copyOf(marked);
    }
}
