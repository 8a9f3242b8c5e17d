package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads private keys in their armour (RFC 7468, RFC 4880 section 6), as lines, as one line with {@code \n} written out, or as pieces of
 * string literals.
 */
final class Armour {
    /** Longer than an RSA key of 8192 bits. */
    static final int MAX_BLOCK = 14 * 1024;

    private static final byte[] DASHES = "-----".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] END = "-----END ".getBytes(StandardCharsets.US_ASCII);
    private static final int MAX_LABEL = 40;
    private static final int MIN_BODY = 40;

    private final StringBuilder body = new StringBuilder();

    void read(CompiledRule rule, List<String> labels, Text text, int begin, int labelFrom, List<Candidate> found) {
        int labelTo = indexOf(text, DASHES, labelFrom, labelFrom + MAX_LABEL);
        if (labelTo < 0 || !labels.contains(text.string(labelFrom, labelTo))) {
            return;
        }
        int bodyFrom = labelTo + DASHES.length;
        int bodyTo = indexOf(text, END, bodyFrom, begin + MAX_BLOCK);
        if (bodyTo < 0) {
            return;
        }
        int closing = indexOf(text, DASHES, bodyTo + END.length, bodyTo + END.length + MAX_LABEL);
        int to = closing < 0 ? bodyTo : closing + DASHES.length;
        String value = compact(text, bodyFrom, bodyTo);
        if (value.length() >= MIN_BODY) {
            found.add(Candidate.bare(rule, begin, to, begin, value));
        }
    }

    private static int indexOf(Text text, byte[] wanted, int from, int to) {
        int end = Math.min(text.limit(), to) - wanted.length;
        for (int at = from; at <= end; at++) {
            if (text.at(at) == wanted[0] && Ascii.at(text.bytes(), at, text.limit(), wanted)) {
                return at;
            }
        }
        return -1;
    }

    /** The base64 body alone, so that all spellings of one key are one value. Headers and checksum lines are left out. */
    private String compact(Text text, int from, int to) {
        body.setLength(0);
        int line = 0;
        boolean header = false;
        for (int at = from; at < to; at++) {
            byte here = text.at(at);
            boolean written = here == '\\' && at + 1 < to && (text.at(at + 1) == 'n' || text.at(at + 1) == 'r');
            if (written || Ascii.newline(here)) {
                if (header) {
                    body.setLength(line);
                }
                header = false;
                line = body.length();
                at += written ? 1 : 0;
            } else if (here == ':') {
                header = true;
            } else if (here == '=' && body.length() == line && at + 1 < to && Ascii.base64(text.at(at + 1))) {
                header = true;
            } else if ((Ascii.base64(here) || here == '=') && !joins(text, at)) {
                body.append((char) here);
            }
        }
        return body.toString();
    }

    /** Whether this is the plus between two pieces of a string literal. */
    private static boolean joins(Text text, int at) {
        return text.at(at) == '+' && (Ascii.quote(text.at(at - 1)) || Ascii.space(text.at(at - 1)));
    }
}
