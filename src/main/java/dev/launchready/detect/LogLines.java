package dev.launchready.detect;

import java.io.IOException;
import java.io.InputStream;

/**
 * The lines of a log, in bounded memory. A line longer than the buffer comes in parts that overlap, so that whatever is shorter than the overlap
 * stands whole in one of them. One thread.
 */
final class LogLines {
    private static final int BUFFER = 64 * 1024;
    /** Longer than anything that is looked for. */
    private static final int OVERLAP = 1024;

    private static final int SNIFFED = 8 * 1024;

    private final InputStream in;
    private final byte[] raw = new byte[BUFFER];
    private final byte[] line = new byte[BUFFER];
    private final Encoding encoding;
    private int rawAt;
    private int rawEnd;
    private int length;
    private long number;
    private boolean partial;
    private boolean ended;
    private long taken;

    LogLines(InputStream in) throws IOException {
        this.in = in;
        rawEnd = in.readNBytes(raw, 0, SNIFFED);
        taken = rawEnd;
        encoding = Encoding.sniff(raw, 0, rawEnd);
        rawAt = encoding.mark();
    }

    /** Steps to the next line, or the next part of it. */
    boolean next() throws IOException {
        if (ended) {
            return false;
        }
        if (partial) {
            System.arraycopy(line, length - OVERLAP, line, 0, OVERLAP);
            length = OVERLAP;
            partial = false;
        } else {
            length = 0;
            number++;
        }
        while (length < BUFFER) {
            int next = unit();
            if (next < 0) {
                ended = true;
                return length > 0;
            }
            if (next == '\n') {
                return true;
            }
            line[length++] = (byte) next;
        }
        partial = true;
        return true;
    }

    /** One character, as a byte; what is no ASCII in UTF-16 is one byte that is in no pattern. */
    private int unit() throws IOException {
        int first = octet();
        if (first < 0 || encoding.width() == 1) {
            return first;
        }
        int second = octet();
        if (second < 0) {
            return -1;
        }
        int low = encoding.low() == 0 ? first : second;
        int high = encoding.low() == 0 ? second : first;
        return high == 0 ? low : 0xff;
    }

    private int octet() throws IOException {
        if (rawAt >= rawEnd) {
            rawEnd = in.read(raw, 0, BUFFER);
            rawAt = 0;
            if (rawEnd <= 0) {
                rawEnd = 0;
                return -1;
            }
            taken += rawEnd;
        }
        return raw[rawAt++] & 0xff;
    }

    byte[] bytes() {
        return line;
    }

    int length() {
        return length;
    }

    /** What begins here or later stands whole in the next part. */
    int settled() {
        return partial ? length - OVERLAP : length;
    }

    /** From 1. */
    long number() {
        return number;
    }

    /** Bytes read so far. */
    long taken() {
        return taken;
    }
}
