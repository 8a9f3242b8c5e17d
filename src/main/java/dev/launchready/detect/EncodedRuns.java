package dev.launchready.detect;

/** Finds runs of base64 (in {@code atob}, in data, in settings) and of hex digits behind which text lies. One thread. */
final class EncodedRuns {
    /** As long as the encoding of a short secret. A run of this length covers one of every so many bytes. */
    private static final int MIN_RUN = 24;

    private static final int MAX_RUN = 256 * 1024;
    private static final int TRIED = 12;

    private final ByteSink decoded = new ByteSink();
    private int printed;
    private int zeros;

    /** Looks at runs that begin in {@code [from, to)}; returns where the last of them ends, or {@code to}. */
    int find(Text text, int from, int to, LayerListener listener) {
        byte[] bytes = text.bytes();
        int limit = text.limit();
        int done = from;
        int at = from + MIN_RUN - 1;
        while (at < limit && at - MIN_RUN < to) {
            if (!Ascii.base64(bytes[at])) {
                at += MIN_RUN;
                continue;
            }
            int start = at;
            while (start > done && Ascii.base64(bytes[start - 1])) {
                start--;
            }
            int end = at + 1;
            int most = Math.min(limit, start + MAX_RUN);
            while (end < most && Ascii.base64(bytes[end])) {
                end++;
            }
            if (end - start >= MIN_RUN && start < to) {
                decode(text, start, end, listener);
                done = end;
            }
            at = end + MIN_RUN;
        }
        return Math.max(done, to);
    }

    private void decode(Text text, int from, int to, LayerListener listener) {
        boolean hex = true;
        for (int at = from; hex && at < to; at++) {
            hex = Ascii.hex(text.at(at));
        }
        if (!hex && !promising(text, from)) {
            return;
        }
        begin();
        boolean textual = hex ? hex(text, from, to) : base64(text, from, to);
        if (textual && textual()) {
            listener.layer(hex ? "hex" : "base64", from, to, decoded.toByteArray());
        }
    }

    /** Whether the first bytes of base64 may be text: a quick look that turns nearly everything away. */
    private static boolean promising(Text text, int from) {
        int others = 0;
        for (int at = from; at < from + TRIED * 4 / 3; at += 4) {
            int bits = (digit(text.at(at)) << 18)
                    | (digit(text.at(at + 1)) << 12)
                    | (digit(text.at(at + 2)) << 6)
                    | digit(text.at(at + 3));
            others += Ascii.printed((byte) (bits >> 16)) ? 0 : 1;
            others += Ascii.printed((byte) (bits >> 8)) || ((bits >> 8) & 0xff) == 0 ? 0 : 1;
            others += Ascii.printed((byte) bits) || (bits & 0xff) == 0 ? 0 : 1;
        }
        return others <= 2;
    }

    private void begin() {
        decoded.reset();
        printed = 0;
        zeros = 0;
    }

    private boolean hex(Text text, int from, int to) {
        for (int at = from; at + 1 < to; at += 2) {
            write((Character.digit(text.at(at), 16) << 4) | Character.digit(text.at(at + 1), 16));
            if (decoded.size() == TRIED && !textual()) {
                return false;
            }
        }
        return true;
    }

    private boolean base64(Text text, int from, int to) {
        int bits = 0;
        int held = 0;
        for (int at = from; at < to; at++) {
            bits = (bits << 6) | digit(text.at(at));
            held += 6;
            if (held >= Byte.SIZE) {
                held -= Byte.SIZE;
                write(bits >> held);
                if (decoded.size() == TRIED && !textual()) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int digit(byte each) {
        if (each >= 'a') {
            return each - 'a' + 26;
        }
        if (each >= 'A' && each <= 'Z') {
            return each - 'A';
        }
        if (Ascii.digit(each)) {
            return each - '0' + 52;
        }
        return each == '+' || each == '-' ? 62 : 63;
    }

    private void write(int each) {
        decoded.write(each);
        printed += Ascii.printed((byte) each) ? 1 : 0;
        zeros += (each & 0xff) == 0 ? 1 : 0;
    }

    /** Whether nearly all is printed, in ASCII or, in UTF-16, with a zero beside each. */
    private boolean textual() {
        int count = decoded.size();
        boolean narrow = printed * 10 >= count * 9;
        boolean wide = zeros * 2 >= count - 2 && printed + zeros >= count - 2;
        return count >= TRIED && (narrow || wide);
    }
}
