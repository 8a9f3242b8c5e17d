package dev.launchready.probe.git;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;

/** What the threads that read a store's commits and trees have found so far. */
final class FoundTrees {
    final EntryNames names = new EntryNames();
    final Map<Integer, Commits.Commit> commits = new ConcurrentHashMap<>();
    final Map<Integer, Commits.Tag> tags = new ConcurrentHashMap<>();

    /** What was found in commits and tags themselves, by their numbers. */
    final Map<Integer, int[]> said = new ConcurrentHashMap<>();

    /** Rows of tree, entry, name: entries that are trees, and blobs in which something was found. */
    final Collection<IntRows> entries = new ConcurrentLinkedQueue<>();

    /** Names of submodules, by the tree that they stand in. */
    final Map<Integer, Set<String>> links = new ConcurrentHashMap<>();

    /** Trees that name something that lies nowhere here. */
    final Set<Integer> incomplete = ConcurrentHashMap.newKeySet();

    /** First bytes of the names of what lies nowhere here. */
    final Set<Long> missing = ConcurrentHashMap.newKeySet();

    final LongAdder corrupt = new LongAdder();
    final LongAdder tooLarge = new LongAdder();

    List<IntRows> rows() {
        return List.copyOf(entries);
    }
}
