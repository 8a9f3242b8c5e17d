package dev.launchready.probe.git;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers for the names of files and folders, the same for all threads. */
final class EntryNames {
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    synchronized int number(String name) {
        Integer known = numbers.get(name);
        if (known == null) {
            known = names.size();
            numbers.put(name, known);
            names.add(name);
        }
        return known;
    }

    synchronized String name(int number) {
        return names.get(number);
    }

    synchronized int count() {
        return names.size();
    }

    /** One thread's memory of the names that it met, so that it need not wait for others. */
    final class Local {
        private byte[][] known = new byte[1024][];
        private int[] numberOf = new int[1024];
        private int count;

        int number(byte[] bytes, int from, int to) {
            int slot = hash(bytes, from, to) & known.length - 1;
            while (known[slot] != null) {
                byte[] each = known[slot];
                if (each.length == to - from && Arrays.equals(each, 0, each.length, bytes, from, to)) {
                    return numberOf[slot];
                }
                slot = slot + 1 & known.length - 1;
            }
            byte[] name = Arrays.copyOfRange(bytes, from, to);
            int number = EntryNames.this.number(new String(name, StandardCharsets.UTF_8));
            known[slot] = name;
            numberOf[slot] = number;
            if (++count > known.length / 2) {
                grow();
            }
            return number;
        }

        private void grow() {
            byte[][] old = known;
            int[] oldNumbers = numberOf;
            known = new byte[old.length * 2][];
            numberOf = new int[old.length * 2];
            for (int at = 0; at < old.length; at++) {
                if (old[at] != null) {
                    int slot = hash(old[at], 0, old[at].length) & known.length - 1;
                    while (known[slot] != null) {
                        slot = slot + 1 & known.length - 1;
                    }
                    known[slot] = old[at];
                    numberOf[slot] = oldNumbers[at];
                }
            }
        }

        private int hash(byte[] bytes, int from, int to) {
            int hash = 1;
            for (int at = from; at < to; at++) {
                hash = hash * 31 + bytes[at];
            }
            return hash ^ hash >>> 15;
        }
    }
}
