package dev.launchready.detect;

/**
 * What a scan heard of keywords and of encoded runs in a text, so that a text that shares parts with it need not be listened to there again.
 * Holds places and numbers of words, and nothing of the text. Immutable.
 */
public final class Heard {
    /** Of a text that cannot serve others. */
    public static final Heard NOTHING = new Heard(false, new long[0], new int[0]);

    private static final int WORD_BITS = 24;
    private static final long WORD_MASK = (1L << WORD_BITS) - 1;
    private static final int PLACE_BITS = WORD_BITS + 1;
    private static final long DULL = 1L << WORD_BITS;

    private final boolean plain;
    private final long[] words;
    private final int[] runs;

    /**
     * @param plain whether the text was text
     * @param words as {@link #word} makes them, in the order of their places
     * @param runs where each run begins and ends that stands for other text, ascending
     */
    Heard(boolean plain, long[] words, int[] runs) {
        this.plain = plain;
        this.words = words;
        this.runs = runs;
    }

    /** @param dull whether the rules that the word calls for made nothing of it */
    static long word(int at, int word, boolean dull) {
        return (long) at << PLACE_BITS | (dull ? DULL : 0) | word;
    }

    static int place(long word) {
        return (int) (word >>> PLACE_BITS);
    }

    static int number(long word) {
        return (int) (word & WORD_MASK);
    }

    static boolean dull(long word) {
        return (word & DULL) != 0;
    }

    /** Whether it can serve a text of that kind. */
    boolean serves(boolean plainText) {
        return this != NOTHING && plain == plainText;
    }

    /** Index of the first word at or behind a place. */
    int firstWord(int place) {
        int low = 0;
        int high = words.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (place(words[middle]) < place) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    int words() {
        return words.length;
    }

    long word(int index) {
        return words[index];
    }

    int runs() {
        return runs.length / 2;
    }

    int runFrom(int run) {
        return runs[2 * run];
    }

    int runTo(int run) {
        return runs[2 * run + 1];
    }

    /** Memory that it takes, roughly, in bytes. */
    public long size() {
        return (long) words.length * Long.BYTES + (long) runs.length * Integer.BYTES;
    }
}
