package dev.launchready.probe.git;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Where a repository's history can be entered.
 *
 * @param head name of the commit that is checked out; empty in a repository without commits
 * @param refs names of objects by ref; the stash and the heads of other working trees are among them
 * @param logged names of the objects that only reflogs remember
 */
public record Tips(Optional<String> head, Map<String, String> refs, Set<String> logged) {
    private static final List<String> RANKS = List.of("refs/heads/", "refs/remotes/", "refs/stash", "refs/tags/");

    public Tips {
        refs = java.util.Collections.unmodifiableMap(new TreeMap<>(refs));
        logged = java.util.Collections.unmodifiableSet(new TreeSet<>(logged));
    }

    /** The refs: branches first, then remotes' branches, the stash, tags, and all others. */
    List<Map.Entry<String, String>> ranked() {
        return refs.entrySet().stream()
                .sorted(Comparator.comparingInt(ref -> rank(ref.getKey())))
                .toList();
    }

    private static int rank(String ref) {
        int rank = 0;
        while (rank < RANKS.size() && !ref.startsWith(RANKS.get(rank))) {
            rank++;
        }
        return rank;
    }

    /** Whether there is no commit, and so no history. */
    public boolean none() {
        return head.isEmpty() && refs.isEmpty();
    }
}
