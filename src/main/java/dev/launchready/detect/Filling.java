package dev.launchready.detect;

import java.io.IOException;
import java.io.InputStream;

/** Keeps a buffer filled from a stream, narrowed to one byte for each code unit. */
final class Filling {
    private static final int WIDE_CHUNK = 64 * 1024;

    private final InputStream in;
    private final Encoding encoding;
    private final byte[] buffer;
    private final byte[] wide = new byte[WIDE_CHUNK];
    private int limit;
    private long taken;
    private int odd;

    /** @param head bytes that were read into the buffer already, byte order mark included */
    Filling(InputStream in, Encoding encoding, byte[] buffer, int head) {
        this.in = in;
        this.encoding = encoding;
        this.buffer = buffer;
        this.taken = head;
        int rest = head - encoding.mark();
        if (encoding.width() == 1) {
            System.arraycopy(buffer, encoding.mark(), buffer, 0, rest);
            limit = rest;
        } else {
            odd = rest % 2;
            wide[0] = odd == 1 ? buffer[head - 1] : 0;
            encoding.narrow(buffer, encoding.mark(), buffer, 0, rest / 2);
            limit = rest / 2;
        }
    }

    Text fill() throws IOException {
        boolean last = encoding.width() == 1 ? fillPlain() : fillWide();
        return new Text(buffer, limit, last);
    }

    private boolean fillPlain() throws IOException {
        int wanted = buffer.length - limit;
        int read = in.readNBytes(buffer, limit, wanted);
        limit += read;
        taken += read;
        return read < wanted;
    }

    private boolean fillWide() throws IOException {
        while (limit < buffer.length) {
            int wanted = Math.min(wide.length, 2 * (buffer.length - limit)) - odd;
            int read = in.readNBytes(wide, odd, wanted);
            taken += read;
            int units = (odd + read) / 2;
            encoding.narrow(wide, 0, buffer, limit, units);
            limit += units;
            int left = (odd + read) % 2;
            wide[0] = left == 1 ? wide[odd + read - 1] : 0;
            odd = left;
            if (read < wanted) {
                return true;
            }
        }
        return false;
    }

    /** Forgets the first bytes of the buffer. */
    void drop(int count) {
        System.arraycopy(buffer, count, buffer, 0, limit - count);
        limit -= count;
    }

    /** Bytes of the source that were read. */
    long taken() {
        return taken;
    }
}
