package dev.launchready.probe.git;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The trees of a history without all that holds nothing of interest: what is left is a thousandth, and is walked commit by commit in no time.
 * Immutable.
 */
final class ReducedTrees {
    private final BitSet holding;
    private final long[] keys;
    private final int[] children;

    private ReducedTrees(BitSet holding, long[] keys, int[] children) {
        this.holding = holding;
        this.keys = keys;
        this.children = children;
    }

    /** Numbers of the trees that hold one of some objects, somewhere below; those objects included. */
    static BitSet holding(List<IntRows> entries, Iterable<Integer> objects) {
        BitSet holding = new BitSet();
        objects.forEach(holding::set);
        boolean more = !holding.isEmpty();
        while (more) {
            more = false;
            for (IntRows rows : entries) {
                for (int row = 0; row < rows.count(); row++) {
                    if (holding.get(rows.get(row, 1)) && !holding.get(rows.get(row, 0))) {
                        holding.set(rows.get(row, 0));
                        more = true;
                    }
                }
            }
        }
        return holding;
    }

    static ReducedTrees of(List<IntRows> entries, Iterable<Integer> objects) {
        BitSet holding = holding(entries, objects);
        List<int[]> kept = new ArrayList<>();
        for (IntRows rows : entries) {
            for (int row = 0; row < rows.count(); row++) {
                if (holding.get(rows.get(row, 1))) {
                    kept.add(new int[] {rows.get(row, 0), rows.get(row, 2), rows.get(row, 1)});
                }
            }
        }
        kept.sort((one, other) ->
                one[0] != other[0] ? Integer.compare(one[0], other[0]) : Integer.compare(one[1], other[1]));
        long[] keys = new long[kept.size()];
        int[] children = new int[kept.size()];
        for (int at = 0; at < keys.length; at++) {
            keys[at] = (long) kept.get(at)[0] << Integer.SIZE | kept.get(at)[1];
            children[at] = kept.get(at)[2];
        }
        return new ReducedTrees(holding, keys, children);
    }

    boolean holds(int tree) {
        return tree >= 0 && holding.get(tree);
    }

    /** Where the entries of a tree begin; they end where the tree of an entry is another. */
    int first(int tree) {
        int at = Arrays.binarySearch(keys, (long) tree << Integer.SIZE);
        return at < 0 ? -at - 1 : at;
    }

    int end(int tree) {
        return first(tree + 1);
    }

    /** Number of an entry's name; ascending within a tree. */
    int name(int at) {
        return (int) keys[at];
    }

    int child(int at) {
        return children[at];
    }
}
