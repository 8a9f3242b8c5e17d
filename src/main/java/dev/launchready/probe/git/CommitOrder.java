package dev.launchready.probe.git;

import dev.launchready.probe.git.Commits.Commit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;

/** Which commits can be reached, and in which order they were made. */
final class CommitOrder {
    private final Map<Integer, Commit> commits;
    private final Set<Integer> reached = new HashSet<>();
    private long missing;
    private long cut;

    CommitOrder(Map<Integer, Commit> commits) {
        this.commits = commits;
    }

    /**
     * The commits that can be reached from some and were not before, parents first, the older first among equals.
     *
     * @param shallow commits whose parents a shallow clone left out
     */
    List<Commit> from(Collection<Integer> tips, Set<Integer> shallow) {
        Map<Integer, Commit> fresh = reach(tips, shallow);
        Map<Integer, Integer> waiting = new HashMap<>();
        Map<Integer, List<Commit>> children = new HashMap<>();
        PriorityQueue<Commit> ready =
                new PriorityQueue<>(Comparator.comparingLong(Commit::committed).thenComparingInt(Commit::number));
        for (Commit commit : fresh.values()) {
            int open = 0;
            for (int parent : commit.parents()) {
                if (fresh.containsKey(parent)) {
                    open++;
                    children.computeIfAbsent(parent, none -> new ArrayList<>(1)).add(commit);
                }
            }
            waiting.put(commit.number(), open);
            if (open == 0) {
                ready.add(commit);
            }
        }
        List<Commit> ordered = new ArrayList<>(fresh.size());
        while (!ready.isEmpty()) {
            Commit commit = ready.remove();
            ordered.add(commit);
            for (Commit child : children.getOrDefault(commit.number(), List.of())) {
                if (waiting.merge(child.number(), -1, Integer::sum) == 0) {
                    ready.add(child);
                }
            }
        }
        return ordered;
    }

    private Map<Integer, Commit> reach(Collection<Integer> tips, Set<Integer> shallow) {
        Map<Integer, Commit> fresh = new HashMap<>();
        Deque<Integer> open = new ArrayDeque<>(tips);
        while (!open.isEmpty()) {
            int number = open.pop();
            Commit commit = commits.get(number);
            if (commit == null || !reached.add(number)) {
                continue;
            }
            fresh.put(number, commit);
            for (int parent : commit.parents()) {
                if (parent >= 0 && commits.containsKey(parent)) {
                    open.push(parent);
                } else if (shallow.contains(number)) {
                    cut++;
                } else {
                    missing++;
                }
            }
        }
        return fresh;
    }

    /** Parents that lie nowhere here, of commits that can be reached. */
    long missing() {
        return missing;
    }

    /** Parents that a shallow clone left out. */
    long cut() {
        return cut;
    }
}
