package dev.launchready.check.auth;

import java.util.List;

/**
 * The test of Mann and Whitney (1947), two-sided: could two samples come from the same population? Exact for small samples; ties count half.
 *
 * @param p how probable so great a difference, or a greater one, is by chance alone
 * @param medianDifference of the first sample's median over the second's, in the samples' unit
 */
record RankTest(double p, double medianDifference) {

    static RankTest of(List<Long> first, List<Long> second) {
        int n = first.size();
        int m = second.size();
        double u = 0;
        for (long mine : first) {
            for (long theirs : second) {
                u += mine < theirs ? 1 : mine == theirs ? 0.5 : 0;
            }
        }
        double smaller = Math.min(u, (double) n * m - u);
        double[] ways = ways(n, m);
        double all = 0;
        double tail = 0;
        for (int at = 0; at < ways.length; at++) {
            all += ways[at];
            tail += at <= smaller ? ways[at] : 0;
        }
        return new RankTest(Math.min(1, 2 * tail / all), median(first) - median(second));
    }

    /** In how many orders each value of U comes out. */
    private static double[] ways(int n, int m) {
        double[][] counts = new double[n + 1][n * m + 1];
        counts[0][0] = 1;
        for (int value = 1; value <= n + m; value++) {
            for (int chosen = Math.min(value, n); chosen >= 1; chosen--) {
                int adds = value - chosen;
                for (int u = n * m; u >= adds; u--) {
                    counts[chosen][u] += adds <= m ? counts[chosen - 1][u - adds] : 0;
                }
            }
        }
        return counts[n];
    }

    private static double median(List<Long> sample) {
        List<Long> sorted = sample.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
