package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Finds all of a set of words in one pass over bytes (Aho and Corasick 1975, as a full automaton over classes of bytes).
 * Immutable; the caller keeps the state between buffers.
 */
final class KeywordAutomaton {
    /** Told of each word that ends. */
    interface Listener {
        /** @param end index in the buffer just behind the word */
        void found(int word, int end);
    }

    static final int START = 0;

    private static final int BYTES = 256;
    private static final int MAX_STATES = Character.MAX_VALUE;
    private static final int NONE = -1;

    private final char[] classOf;
    private final int shift;
    private final char[] next;
    private final int firstAccepting;
    private final int[][] accepted;
    private final int[] lengths;

    private KeywordAutomaton(char[] classOf, int shift, char[] next, int[][] accepted, int[] lengths) {
        this.classOf = classOf;
        this.shift = shift;
        this.next = next;
        this.firstAccepting = (next.length >> shift) - accepted.length;
        this.accepted = accepted;
        this.lengths = lengths;
    }

    /** Words in any case of their ASCII letters. */
    static KeywordAutomaton ignoringCase(List<String> words) {
        return new Builder(words, true).build();
    }

    /** Words exactly as written, in UTF-8. */
    static KeywordAutomaton exact(List<String> words) {
        return new Builder(words, false).build();
    }

    /** Reads {@code text[from, to)} and returns the state to go on with. */
    int run(byte[] text, int from, int to, int state, Listener listener) {
        char[] classes = classOf;
        char[] table = next;
        int bits = shift;
        int accepting = firstAccepting;
        int now = state;
        for (int at = from; at < to; at++) {
            now = table[(now << bits) + classes[text[at] & 0xff]];
            if (now >= accepting) {
                for (int word : accepted[now - accepting]) {
                    listener.found(word, at + 1);
                }
            }
        }
        return now;
    }

    /** Whether any word lies in {@code text[from, to)}. */
    boolean anyIn(byte[] text, int from, int to) {
        int now = START;
        for (int at = from; at < to; at++) {
            now = next[(now << shift) + classOf[text[at] & 0xff]];
            if (now >= firstAccepting) {
                return true;
            }
        }
        return false;
    }

    /** Length of a word in bytes. */
    int length(int word) {
        return lengths[word];
    }

    private static final class Builder {
        private final boolean folded;
        private final char[] classOf = new char[BYTES];
        private final int[] lengths;
        private final List<int[]> children = new ArrayList<>();
        private final List<List<Integer>> outputs = new ArrayList<>();
        private int classes = 1;

        Builder(List<String> words, boolean folded) {
            this.folded = folded;
            this.lengths = new int[words.size()];
            node();
            for (int word = 0; word < words.size(); word++) {
                add(word, words.get(word));
            }
        }

        private int node() {
            int[] row = new int[BYTES];
            Arrays.fill(row, NONE);
            children.add(row);
            outputs.add(new ArrayList<>());
            if (children.size() > MAX_STATES) {
                throw new IllegalArgumentException("too many words for one automaton");
            }
            return children.size() - 1;
        }

        private void add(int word, String text) {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            if (bytes.length == 0) {
                throw new IllegalArgumentException("an empty word would be found everywhere");
            }
            lengths[word] = bytes.length;
            int state = START;
            for (byte each : bytes) {
                int symbol = symbol(each);
                int child = children.get(state)[symbol];
                if (child == NONE) {
                    child = node();
                    children.get(state)[symbol] = child;
                }
                state = child;
            }
            outputs.get(state).add(word);
        }

        /** The class of a byte; both cases of a letter share one. Class 0 is for bytes that are in no word. */
        private int symbol(byte each) {
            int value = each & 0xff;
            if (classOf[value] == 0) {
                char fresh = (char) classes++;
                classOf[value] = fresh;
                if (folded && Character.isLetter(value) && value < 0x80) {
                    classOf[value ^ 0x20] = fresh;
                }
            }
            return classOf[value];
        }

        KeywordAutomaton build() {
            int count = children.size();
            int[] fail = new int[count];
            Deque<Integer> queue = new ArrayDeque<>(List.of(START));
            while (!queue.isEmpty()) {
                int state = queue.remove();
                int[] row = children.get(state);
                for (int symbol = 0; symbol < classes; symbol++) {
                    int otherwise = state == START ? START : children.get(fail[state])[symbol];
                    int child = row[symbol];
                    if (child == NONE) {
                        row[symbol] = otherwise;
                    } else {
                        fail[child] = otherwise;
                        outputs.get(child).addAll(outputs.get(otherwise));
                        queue.add(child);
                    }
                }
            }
            return numbered(count);
        }

        /** States that accept come last, so that one comparison tells them. */
        private KeywordAutomaton numbered(int count) {
            int[] number = new int[count];
            List<int[]> accepted = new ArrayList<>();
            int plain = 0;
            for (int state = 0; state < count; state++) {
                if (outputs.get(state).isEmpty()) {
                    number[state] = plain++;
                }
            }
            for (int state = 0; state < count; state++) {
                if (!outputs.get(state).isEmpty()) {
                    number[state] = plain + accepted.size();
                    accepted.add(outputs.get(state).stream()
                            .mapToInt(Integer::intValue)
                            .toArray());
                }
            }
            int shift = Integer.SIZE - Integer.numberOfLeadingZeros(classes - 1);
            char[] next = new char[count << shift];
            for (int state = 0; state < count; state++) {
                for (int symbol = 0; symbol < classes; symbol++) {
                    next[(number[state] << shift) + symbol] = (char) number[children.get(state)[symbol]];
                }
            }
            return new KeywordAutomaton(classOf, shift, next, accepted.toArray(int[][]::new), lengths);
        }
    }
}
