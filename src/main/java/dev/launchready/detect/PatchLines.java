package dev.launchready.detect;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;

/** A diff, line by line: the beginning of a line can be looked at before the whole, however long, is read or stepped over. */
final class PatchLines {
    private static final int BEGINNING = 8 * 1024;

    private final PushbackInputStream in;

    PatchLines(InputStream in) {
        this.in = new PushbackInputStream(in, BEGINNING);
    }

    boolean ended() throws IOException {
        int next = in.read();
        if (next >= 0) {
            in.unread(next);
        }
        return next < 0;
    }

    /** The line's beginning without its end of line; nothing is consumed. */
    String peek() throws IOException {
        byte[] read = new byte[BEGINNING];
        int length = 0;
        int end = -1;
        while (length < BEGINNING && end < 0) {
            int next = in.read();
            if (next < 0) {
                break;
            }
            read[length++] = (byte) next;
            end = next == '\n' ? length - 1 : -1;
        }
        in.unread(read, 0, length);
        int stop = end < 0 ? length : end;
        boolean carriage = stop > 0 && read[stop - 1] == '\r';
        return new String(read, 0, carriage ? stop - 1 : stop, StandardCharsets.ISO_8859_1);
    }

    /** The first byte of the line, consumed; -1 at the end. */
    int sign() throws IOException {
        return in.read();
    }

    int read() throws IOException {
        return in.read();
    }

    void skipLine() throws IOException {
        int next = in.read();
        while (next >= 0 && next != '\n') {
            next = in.read();
        }
    }
}
