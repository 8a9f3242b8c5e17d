package dev.launchready.detect;

import java.util.Arrays;

/**
 * How a source's characters lie in bytes, by its byte order mark or by where its zeros stand.
 *
 * @param mark bytes of the byte order mark
 * @param width bytes for each code unit: 2 in UTF-16
 * @param low which byte of a code unit carries ASCII
 * @param text whether it is text
 */
record Encoding(int mark, int width, int low, boolean text) {
    private static final int MIN_UNITS = 8;
    private static final byte OTHER = (byte) 0xff;

    static Encoding sniff(byte[] bytes, int from, int to) {
        int first = to - from > 1 ? ((bytes[from] & 0xff) << 8) | (bytes[from + 1] & 0xff) : 0;
        if (first == 0xfffe) {
            return new Encoding(2, 2, 0, true);
        }
        if (first == 0xfeff) {
            return new Encoding(2, 2, 1, true);
        }
        int[] zeros = new int[2];
        for (int at = from; at < to; at++) {
            if (bytes[at] == 0) {
                zeros[(at - from) & 1]++;
            }
        }
        int units = (to - from) / 2;
        boolean wide = units >= MIN_UNITS;
        if (wide && zeros[0] == 0 && zeros[1] * 10 > units * 9) {
            return new Encoding(0, 2, 0, true);
        }
        if (wide && zeros[1] == 0 && zeros[0] * 10 > units * 9) {
            return new Encoding(0, 2, 1, true);
        }
        return new Encoding(0, 1, 0, zeros[0] + zeros[1] == 0);
    }

    /** A byte for each code unit: ASCII as it is, anything else as one byte that is in no rule. */
    byte[] narrow(byte[] bytes, int from, int to) {
        if (width == 1) {
            return Arrays.copyOfRange(bytes, from, to);
        }
        byte[] narrowed = new byte[(to - from) / 2];
        narrow(bytes, from, narrowed, 0, narrowed.length);
        return narrowed;
    }

    /** Narrows {@code units} code units of {@code bytes}; both may be the same array when {@code into <= from}. */
    void narrow(byte[] bytes, int from, byte[] narrowed, int into, int units) {
        for (int unit = 0; unit < units; unit++) {
            int at = from + 2 * unit;
            narrowed[into + unit] = bytes[at + 1 - low] == 0 ? bytes[at + low] : OTHER;
        }
    }
}
