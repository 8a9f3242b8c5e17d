package dev.launchready.detect;

/**
 * Bytes that are in memory of a source that may be longer.
 *
 * @param limit end of what is valid
 * @param last whether the source ends at the limit
 */
record Text(byte[] bytes, int limit, boolean last) {
    static Text whole(byte[] bytes, int limit) {
        return new Text(bytes, limit, true);
    }

    byte at(int index) {
        return bytes[index];
    }

    String string(int from, int to) {
        return Ascii.text(bytes, from, to);
    }

    /** Whether a token may begin here: what stands before is no part of it, or ends an escape such as {@code \n} or {@code %3D}. */
    boolean opensAt(int index) {
        if (index == 0 || !Ascii.word(bytes[index - 1])) {
            return true;
        }
        if (index >= 2 && bytes[index - 2] == '\\') {
            return "nrtbf".indexOf(bytes[index - 1]) >= 0;
        }
        return index >= 3 && bytes[index - 3] == '%' && Ascii.hex(bytes[index - 2]) && Ascii.hex(bytes[index - 1]);
    }

    boolean closesAt(int index) {
        return index >= limit || !Ascii.word(bytes[index]);
    }
}
