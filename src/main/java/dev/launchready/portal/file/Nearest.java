package dev.launchready.portal.file;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Finds the word that somebody most likely meant, by edit distance with swapped neighbours (optimal string alignment). */
final class Nearest {
    private Nearest() {}

    /** The nearest of the candidates; empty when even that is too far to be a slip of the fingers. */
    static Optional<String> of(String word, Collection<String> candidates) {
        String nearest = "";
        int least = Math.max(1, word.length() / 3) + 1;
        for (String candidate : candidates) {
            int distance = distance(word.toLowerCase(Locale.ROOT), candidate.toLowerCase(Locale.ROOT));
            if (distance < least) {
                least = distance;
                nearest = candidate;
            }
        }
        return Optional.of(nearest).filter(found -> !found.isEmpty());
    }

    /** {@code ; did you mean 'identities'?}, or the choice there is. */
    static String hint(String word, Collection<String> candidates) {
        return of(word, candidates)
                .map(found -> "; did you mean '" + found + "'?")
                .orElse(candidates.isEmpty() ? "" : "; possible: " + String.join(", ", candidates));
    }

    private static int distance(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                cost[i][j] = i == 0 ? j : j == 0 ? i : step(cost, a, b, i, j);
            }
        }
        return cost[a.length()][b.length()];
    }

    private static int step(int[][] cost, String a, String b, int i, int j) {
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        int best = Math.min(Math.min(cost[i - 1][j] + 1, cost[i][j - 1] + 1), cost[i - 1][j - 1] + change);
        boolean swapped = i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
        return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
    }
}
