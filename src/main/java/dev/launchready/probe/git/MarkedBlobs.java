package dev.launchready.probe.git;

import java.util.Arrays;
import java.util.Collection;

/** Tells by name, quickly, whether something was found in a blob. Immutable. */
final class MarkedBlobs {
    private final ObjectStore store;
    private final long[] prefixes;
    private final int[] numbers;

    MarkedBlobs(ObjectStore store, Collection<Integer> marked) {
        this.store = store;
        int size = Integer.highestOneBit(Math.max(1, marked.size())) * 4;
        prefixes = new long[size];
        numbers = new int[size];
        Arrays.fill(numbers, ObjectStore.NONE);
        for (int number : marked) {
            long prefix = Names.prefix(store.name(number), 0);
            int slot = slot(prefix);
            while (numbers[slot] != ObjectStore.NONE) {
                slot = slot + 1 & numbers.length - 1;
            }
            prefixes[slot] = prefix;
            numbers[slot] = number;
        }
    }

    private int slot(long prefix) {
        return (int) (prefix >>> 16) & numbers.length - 1;
    }

    /** The number of the marked blob whose name stands at {@code bytes[from]}, or {@link ObjectStore#NONE}. */
    int number(byte[] bytes, int from) {
        long prefix = Names.prefix(bytes, from);
        int slot = slot(prefix);
        while (numbers[slot] != ObjectStore.NONE) {
            if (prefixes[slot] == prefix
                    && Arrays.equals(
                            store.name(numbers[slot]), 0, PackIndex.NAME, bytes, from, from + PackIndex.NAME)) {
                return numbers[slot];
            }
            slot = slot + 1 & numbers.length - 1;
        }
        return ObjectStore.NONE;
    }
}
