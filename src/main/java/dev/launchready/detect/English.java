package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Tells names and words from random text, by the words of a list of ours and by how often its pairs of letters stand together (a cheap
 * stand-in for counting the tokens of a language model).
 */
final class English {
    private static final int LETTERS = 26;
    private static final int WORD_LETTERS = 5;
    private static final double SMOOTHING = 0.5;
    /** At least one in so many places must be a pair of letters. */
    private static final int MIN_SHARE = 3;

    private static final English OURS = new English(WordList.ours());

    private final double[][] gain;
    private final Keywords words;

    private English(List<String> list) {
        gain = gains(list);
        words = Keywords.exact(
                list.stream().filter(word -> word.length() >= WORD_LETTERS).toList());
    }

    static English ours() {
        return OURS;
    }

    /** Bits by which a pair of letters is likelier in the list than in random letters. */
    private static double[][] gains(List<String> list) {
        double[][] counts = new double[LETTERS][LETTERS];
        for (double[] row : counts) {
            Arrays.fill(row, SMOOTHING);
        }
        for (String word : list) {
            for (int at = 1; at < word.length(); at++) {
                counts[word.charAt(at - 1) - 'a'][word.charAt(at) - 'a']++;
            }
        }
        for (double[] row : counts) {
            double total = Arrays.stream(row).sum();
            for (int at = 0; at < LETTERS; at++) {
                row[at] = Math.log(row[at] / total * LETTERS) / Math.log(2);
            }
        }
        return counts;
    }

    /** Whether a word of the list of at least five letters stands in the text, in any case. */
    boolean holdsWord(String text) {
        byte[] bytes = lower(text);
        return words.anyIn(bytes, 0, bytes.length);
    }

    /**
     * How much the text's pairs of letters are those of words: the mean gain in bits; about -1 for random letters, over 0.3 for names.
     * Texts in which few letters stand together, such as hex digits, score -1.
     */
    double likeness(String text) {
        byte[] bytes = lower(text);
        double sum = 0;
        int pairs = 0;
        for (int at = 1; at < bytes.length; at++) {
            int first = bytes[at - 1] - 'a';
            int second = bytes[at] - 'a';
            if (first >= 0 && first < LETTERS && second >= 0 && second < LETTERS) {
                sum += gain[first][second];
                pairs++;
            }
        }
        return pairs * MIN_SHARE <= bytes.length ? -1 : sum / pairs;
    }

    /** Lower case of the letters of ASCII alone; nothing else becomes one. */
    private static byte[] lower(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
        for (int at = 0; at < bytes.length; at++) {
            if (bytes[at] >= 'A' && bytes[at] <= 'Z') {
                bytes[at] = (byte) (bytes[at] + 32);
            }
        }
        return bytes;
    }
}
