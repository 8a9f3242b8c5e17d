package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Undoes percent escapes (RFC 3986), escapes of string literals, and string literals that are put together. One thread. */
final class Escapes {
    /** Where one of these stands there may be something to undo. */
    static final List<String> TRIGGERS = List.of(
            "%3a",
            "%2f", "%3d", "%2b", "%22", "%7b", "%40", "\\x2", "\\x3", "\\x4", "\\x5", "\\x6", "\\x7", "\\u002",
            "\\u003", "\\u004", "\\u005", "\\u006", "\\u007", "\"+\"", "'+'", "\" + \"", "' + '");

    static final int MAX_RUN = 8 * 1024;

    private static final int NAME_BEFORE = 64;
    private static final byte[] URL_ENDS = " \t\r\n\"'`<>{}\\^|".getBytes(StandardCharsets.US_ASCII);

    private final ByteSink plain = new ByteSink();
    private int done;

    /** Begins anew, at the start of a buffer. */
    void begin() {
        done = 0;
    }

    /** Follows the buffer that forgot its first bytes. */
    void drop(int count) {
        done = Math.max(0, done - count);
    }

    /** Undoes the run in which the trigger at {@code at} stands, if it was not undone yet. */
    void undo(Text text, int at, LayerListener listener) {
        if (at < done) {
            return;
        }
        byte here = text.at(at);
        if (here == '%') {
            percent(text, at, listener);
        } else if (here == '\\') {
            literal(text, at, listener);
        } else {
            joined(text, at, here, listener);
        }
    }

    private void percent(Text text, int at, LayerListener listener) {
        int from = at;
        while (from > Math.max(done, at - MAX_RUN) && inUrl(text.at(from - 1))) {
            from--;
        }
        int end = Math.min(text.limit(), at + MAX_RUN);
        plain.reset();
        int to = from;
        while (to < end && inUrl(text.at(to))) {
            boolean escape =
                    text.at(to) == '%' && to + 2 < end && Ascii.hex(text.at(to + 1)) && Ascii.hex(text.at(to + 2));
            plain.write(escape ? hex(text, to + 1, 2) : text.at(to));
            to += escape ? 3 : 1;
        }
        done = to;
        listener.layer("url", from, to, plain.toByteArray());
    }

    private static boolean inUrl(byte each) {
        for (byte ends : URL_ENDS) {
            if (each == ends) {
                return false;
            }
        }
        return each > 0;
    }

    private void literal(Text text, int at, LayerListener listener) {
        int from = at;
        while (from > Math.max(done, at - NAME_BEFORE) && !Ascii.newline(text.at(from - 1))) {
            from--;
        }
        int end = Math.min(text.limit(), at + MAX_RUN);
        plain.reset();
        int to = from;
        boolean ended = false;
        while (to < end && !ended) {
            byte here = text.at(to);
            int digits = here == '\\' && to + 1 < end ? digits(text, to, end) : 0;
            plain.write(digits > 0 ? hex(text, to + 2, digits) & 0xff : here);
            to += digits > 0 ? digits + 2 : 1;
            ended = to > at && (Ascii.newline(here) || Ascii.quote(here));
        }
        done = to;
        listener.layer("escape", from, to, plain.toByteArray());
    }

    /** How many hex digits an escape has: two behind {@code \x}, four behind <code>\</code>u. */
    private static int digits(Text text, int at, int end) {
        int wanted = text.at(at + 1) == 'x' ? 2 : text.at(at + 1) == 'u' ? 4 : 0;
        for (int digit = 0; digit < wanted; digit++) {
            if (at + 2 + digit >= end || !Ascii.hex(text.at(at + 2 + digit))) {
                return 0;
            }
        }
        return wanted;
    }

    private static int hex(Text text, int from, int digits) {
        int value = 0;
        for (int at = from; at < from + digits; at++) {
            value = (value << 4) | Character.digit(text.at(at), 16);
        }
        return value;
    }

    /** Puts {@code "abc" + "def"} together, with what stands before it on the line. */
    private void joined(Text text, int at, byte quote, LayerListener listener) {
        int from = at;
        while (from > Math.max(done, at - MAX_RUN) && !Ascii.newline(text.at(from - 1)) && text.at(from - 1) != quote) {
            from--;
        }
        int floor = Math.max(done, from - NAME_BEFORE);
        while (from > floor && !Ascii.newline(text.at(from - 1))) {
            from--;
        }
        int end = Math.min(text.limit(), at + MAX_RUN);
        plain.reset();
        plain.write(text.bytes(), from, at - from);
        int to = at;
        while (to < end) {
            byte here = text.at(to);
            int joint = here == quote ? joint(text, to, quote, end) : 0;
            if (joint == 0) {
                plain.write(here);
                to++;
                if (here == quote || Ascii.newline(here)) {
                    break;
                }
            }
            to += joint;
        }
        done = to;
        listener.layer("joined", from, to, plain.toByteArray());
    }

    /** Length of {@code " + "} here, up to and with the next literal's opening; 0 where none is put on. */
    private static int joint(Text text, int from, byte quote, int end) {
        int at = from + 1;
        boolean plus = false;
        while (at < end && (text.at(at) <= ' ' || (text.at(at) == '+' && !plus))) {
            plus |= text.at(at) == '+';
            at++;
        }
        return plus && at < end && text.at(at) == quote ? at + 1 - from : 0;
    }
}
