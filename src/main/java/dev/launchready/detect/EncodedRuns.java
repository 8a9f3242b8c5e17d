package dev.launchready.detect;

import java.util.Arrays;

/** Finds runs of base64 (in {@code atob}, in data, in settings) and of hex digits behind which text lies. One thread. */
final class EncodedRuns {
    /** As long as the encoding of a short secret. A run of this length covers one of every so many bytes. */
    private static final int MIN_RUN = 24;

    private static final int MAX_RUN = 256 * 1024;
    private static final int TRIED = 12;
    private static final int FULL_LINE = 60;

    private final ByteSink decoded = new ByteSink();
    private int[] loud = new int[16];
    private int louds;
    private int printed;
    private int zeros;

    /** Begins a text. */
    void forget() {
        louds = 0;
    }

    /** Where each run of this text begins and ends that stands for other text, so far. */
    int[] loud() {
        return Arrays.copyOf(loud, louds);
    }

    /**
     * Finds what {@link #find} finds in a whole text, looking only where it shares nothing with one that was read before. No run crosses a
     * byte that none is made of, so between two such bytes of one part all is as it was.
     */
    void findAgain(Text text, Heard base, Shared shared, LayerListener listener) {
        int done = 0;
        for (int part = 0; part < shared.count(); part++) {
            int from = shared.to(part);
            int to = from + shared.length(part);
            int last = to;
            while (last > from && joins(text.at(last - 1))) {
                last--;
            }
            int first = from;
            while (first < last && joins(text.at(first))) {
                first++;
            }
            if (first + 1 < last) {
                find(text, done, first + 1, listener);
                replay(text, base, first + 1, last, shared.from(part) - from, listener);
                done = last;
            }
        }
        find(text, done, text.limit(), listener);
    }

    /** Whether a run may go on over this byte. */
    private static boolean joins(byte each) {
        return Ascii.base64(each) || Ascii.newline(each) || Ascii.space(each);
    }

    private void replay(Text text, Heard base, int from, int to, int shift, LayerListener listener) {
        for (int run = 0; run < base.runs(); run++) {
            int begin = base.runFrom(run) - shift;
            if (begin >= from && begin < to) {
                decode(text, begin, base.runTo(run) - shift, listener);
            }
        }
    }

    private void add(int from, int to) {
        if (louds == loud.length) {
            loud = Arrays.copyOf(loud, louds * 2);
        }
        loud[louds++] = from;
        loud[louds++] = to;
    }

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
            end = allHex(text, start, end) ? end : overLines(bytes, start, end, most);
            if (end - start >= MIN_RUN && start < to) {
                decode(text, start, end, listener);
                done = end;
            }
            at = end + MIN_RUN;
        }
        return Math.max(done, to);
    }

    private static boolean allHex(Text text, int from, int to) {
        for (int at = from; at < to; at++) {
            if (!Ascii.hex(text.at(at))) {
                return false;
            }
        }
        return true;
    }

    /** A run as long as a line of base64 goes on in the next line (RFC 2045, section 6.8), however that is indented. */
    private static int overLines(byte[] bytes, int start, int firstEnd, int most) {
        int end = firstEnd;
        int lineFrom = start;
        while (end - lineFrom >= FULL_LINE && end < most && Ascii.newline(bytes[end])) {
            int next = end;
            while (next < most && (Ascii.newline(bytes[next]) || Ascii.space(bytes[next]))) {
                next++;
            }
            int nextEnd = next;
            while (nextEnd < most && Ascii.base64(bytes[nextEnd])) {
                nextEnd++;
            }
            boolean goesOn = nextEnd - next == end - lineFrom
                    || (nextEnd > next && nextEnd - next < end - lineFrom && endsLine(bytes, nextEnd, most));
            if (!goesOn) {
                break;
            }
            lineFrom = next;
            end = nextEnd;
        }
        return end;
    }

    private static boolean endsLine(byte[] bytes, int at, int most) {
        return at >= most || bytes[at] == '=' || Ascii.newline(bytes[at]) || Ascii.quote(bytes[at]);
    }

    private void decode(Text text, int from, int to, LayerListener listener) {
        boolean hex = allHex(text, from, to);
        if (!hex && !promising(text, from)) {
            return;
        }
        begin();
        boolean textual = hex ? hex(text, from, to) : base64(text, from, to);
        if (textual && textual()) {
            add(from, to);
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
            if (!Ascii.base64(text.at(at))) {
                continue;
            }
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
