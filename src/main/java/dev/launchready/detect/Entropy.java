package dev.launchready.detect;

/** How evenly the characters of a value are spread. */
final class Entropy {
    private static final int BYTES = 256;

    private Entropy() {}

    /** Shannon's entropy of the characters (each below 256), in bits for each. */
    static double shannon(String value) {
        int[] counts = new int[BYTES];
        for (int at = 0; at < value.length(); at++) {
            counts[value.charAt(at) & 0xff]++;
        }
        double bits = 0;
        for (int count : counts) {
            if (count > 0) {
                double share = (double) count / value.length();
                bits -= share * (Math.log(share) / Math.log(2));
            }
        }
        return bits;
    }
}
