package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds all of a set of words in one pass over bytes: a bitmap of 32 KiB tells by four bytes whether a word may begin, and only then are the
 * words that begin so compared. An automaton of Aho and Corasick over the same words needs a table that no first-level cache holds, and ran
 * at a fifth of the speed. Immutable.
 */
final class Keywords {
    /** Told of each word. */
    interface Listener {
        /** @param at index in the buffer where the word begins */
        void found(int word, int at);
    }

    private static final int BYTES = 256;
    private static final int CLASS_BITS = 6;
    private static final int CLASSES = 1 << CLASS_BITS;
    private static final int GRAM = 4;
    private static final int FILTER_BITS = 18;
    private static final int SPREAD = 0x9E3779B1;
    private static final int MASK = (1 << (GRAM * CLASS_BITS)) - 1;
    private static final int FREE = -1;
    private static final int[] NONE = {};

    private final byte[] fold = new byte[BYTES];
    private final byte[] classOf = new byte[BYTES];
    private final long[] mayBegin = new long[(1 << FILTER_BITS) / Long.SIZE];
    private final byte[][] words;
    private final int longest;
    private final int[] keys;
    private final int[][] buckets;

    private Keywords(List<String> list, boolean ignoringCase) {
        for (int value = 0; value < BYTES; value++) {
            boolean upper = ignoringCase && value >= 'A' && value <= 'Z';
            fold[value] = (byte) (upper ? value + 32 : value);
        }
        words = new byte[list.size()][];
        for (int word = 0; word < words.length; word++) {
            words[word] = folded(list.get(word));
        }
        longest = Arrays.stream(words).mapToInt(word -> word.length).max().orElse(0);
        classify();
        Map<Integer, List<Integer>> byGram = new HashMap<>();
        for (int word = 0; word < words.length; word++) {
            register(word, 0, 0, byGram);
        }
        int size = Integer.highestOneBit(Math.max(1, byGram.size())) * 4;
        keys = new int[size];
        Arrays.fill(keys, FREE);
        buckets = new int[size][];
        byGram.forEach(this::store);
    }

    /** Words in any case of their ASCII letters. */
    static Keywords ignoringCase(List<String> words) {
        return new Keywords(words, true);
    }

    /** Words exactly as written, in UTF-8. */
    static Keywords exact(List<String> words) {
        return new Keywords(words, false);
    }

    private byte[] folded(String word) {
        byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
        if (bytes.length == 0) {
            throw new IllegalArgumentException("an empty word would be found everywhere");
        }
        for (int at = 0; at < bytes.length; at++) {
            bytes[at] = fold[bytes[at] & 0xff];
        }
        return bytes;
    }

    /** Bytes that begin words get classes of their own as far as there are; where there are too many, some share one. */
    private void classify() {
        int next = 1;
        for (byte[] word : words) {
            for (int at = 0; at < Math.min(GRAM, word.length); at++) {
                int value = word[at] & 0xff;
                if (classOf[value] == 0) {
                    classOf[value] = (byte) (1 + (next++ - 1) % (CLASSES - 1));
                }
            }
        }
        for (int value = 0; value < BYTES; value++) {
            classOf[value] = classOf[fold[value] & 0xff];
        }
    }

    /** A word shorter than four bytes may be followed by anything. */
    private void register(int word, int at, int gram, Map<Integer, List<Integer>> byGram) {
        if (at == GRAM) {
            int bit = spread(gram);
            mayBegin[bit >>> 6] |= 1L << bit;
            byGram.computeIfAbsent(gram, key -> new ArrayList<>()).add(word);
            return;
        }
        if (at < words[word].length) {
            register(word, at + 1, (gram << CLASS_BITS) | classOf[words[word][at] & 0xff], byGram);
            return;
        }
        for (int any = 0; any < CLASSES; any++) {
            register(word, at + 1, (gram << CLASS_BITS) | any, byGram);
        }
    }

    private void store(int gram, List<Integer> bucket) {
        int slot = slot(gram);
        while (keys[slot] != FREE) {
            slot = (slot + 1) & (keys.length - 1);
        }
        keys[slot] = gram;
        buckets[slot] = bucket.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int spread(int gram) {
        return (gram * SPREAD) >>> (Integer.SIZE - FILTER_BITS);
    }

    private int slot(int gram) {
        return spread(gram) & (keys.length - 1);
    }

    /** Tells of the words that begin in {@code [from, to)}, in the order of their places. They may end behind {@code to}. */
    void find(byte[] text, int from, int to, int limit, Listener listener) {
        if (from >= to) {
            return;
        }
        byte[] classes = classOf;
        long[] begins = mayBegin;
        int gram = 0;
        for (int before = from; before < from + GRAM - 1; before++) {
            gram = (gram << CLASS_BITS) | (before < limit ? classes[text[before] & 0xff] : 0);
        }
        int fast = Math.min(to, limit - GRAM + 1);
        int at = from;
        for (; at < fast; at++) {
            gram = ((gram << CLASS_BITS) | classes[text[at + GRAM - 1] & 0xff]) & MASK;
            int bit = (gram * SPREAD) >>> (Integer.SIZE - FILTER_BITS);
            if ((begins[bit >>> 6] & (1L << bit)) != 0) {
                compare(text, at, limit, gram, listener);
            }
        }
        for (; at < to; at++) {
            gram = (gram << CLASS_BITS) & MASK;
            compare(text, at, limit, gram, listener);
        }
    }

    private void compare(byte[] text, int at, int limit, int gram, Listener listener) {
        for (int word : bucket(gram)) {
            if (stands(words[word], text, at, limit)) {
                listener.found(word, at);
            }
        }
    }

    private int[] bucket(int gram) {
        int slot = slot(gram);
        while (keys[slot] != FREE) {
            if (keys[slot] == gram) {
                return buckets[slot];
            }
            slot = (slot + 1) & (keys.length - 1);
        }
        return NONE;
    }

    private boolean stands(byte[] word, byte[] text, int at, int limit) {
        if (at + word.length > limit) {
            return false;
        }
        for (int index = 0; index < word.length; index++) {
            if (fold[text[at + index] & 0xff] != word[index]) {
                return false;
            }
        }
        return true;
    }

    /** Whether any word stands in {@code text[from, to)}. */
    boolean anyIn(byte[] text, int from, int to) {
        boolean[] any = new boolean[1];
        find(text, from, to, to, (word, at) -> any[0] = true);
        return any[0];
    }

    /** Length of a word in bytes. */
    int length(int word) {
        return words[word].length;
    }

    /** Length of the longest of them. */
    int longest() {
        return longest;
    }
}
