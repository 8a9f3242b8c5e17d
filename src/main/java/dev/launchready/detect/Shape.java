package dev.launchready.detect;

import java.util.Optional;

/**
 * What every match of a pattern has in common, to tell most places apart without trying the pattern: how short it can be at least, and which
 * bytes it is made of.
 */
final class Shape {
    private static final int BYTES = 256;
    private static final int CHECKED = 48;

    private final int least;
    private final boolean[] bytes;

    private Shape(int least, boolean[] bytes) {
        this.least = Math.min(least, CHECKED);
        this.bytes = bytes;
    }

    /** The shape of a pattern; of one with syntax that is not understood here, a shape that everything has. */
    static Shape of(String pattern) {
        return new Reader(pattern).read().orElseGet(() -> new Shape(0, new boolean[BYTES]));
    }

    /** Whether a match may begin at {@code from}. */
    boolean fits(Text text, int from) {
        int to = from + least;
        if (to > text.limit()) {
            return false;
        }
        for (int at = from; at < to; at++) {
            if (!bytes[text.at(at) & 0xff]) {
                return false;
            }
        }
        return true;
    }

    /** Reads the part of RE2 syntax that rules are written in, collecting bytes as it goes. */
    private static final class Reader {
        private static final String UNKNOWN_ESCAPES = "bBAzpPQECDSWrntfvx";

        private final String pattern;
        private final boolean[] bytes = new boolean[BYTES];
        private int at;
        private boolean understood = true;

        Reader(String pattern) {
            this.pattern = pattern;
        }

        Optional<Shape> read() {
            int least = alternatives();
            return understood && at == pattern.length() ? Optional.of(new Shape(least, bytes)) : Optional.empty();
        }

        private boolean more() {
            return understood && at < pattern.length();
        }

        private int alternatives() {
            int least = sequence();
            while (more() && pattern.charAt(at) == '|') {
                at++;
                least = Math.min(least, sequence());
            }
            return least;
        }

        private int sequence() {
            int least = 0;
            while (more() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
                int atom = atom();
                least += atom * repeats();
            }
            return least;
        }

        private int atom() {
            char here = pattern.charAt(at++);
            if (here == '(') {
                return group();
            }
            if (here == '[') {
                bracket();
            } else if (here == '\\') {
                escape();
            } else if (here == '.' || here == '^' || here == '$') {
                understood = false;
            } else {
                bytes[here & 0xff] = true;
            }
            return 1;
        }

        private int group() {
            if (pattern.startsWith("?:", at)) {
                at += 2;
            } else if (pattern.startsWith("?P<", at)) {
                at = pattern.indexOf('>', at) + 1;
            } else if (pattern.startsWith("?", at)) {
                understood = false;
            }
            int least = alternatives();
            at++;
            return least;
        }

        private void escape() {
            char escaped = pattern.charAt(at++);
            if (escaped == 's') {
                for (char space : " \t\n\f\r".toCharArray()) {
                    bytes[space] = true;
                }
            } else if (escaped == 'd') {
                range('0', '9');
            } else if (escaped == 'w') {
                range('0', '9');
                range('a', 'z');
                range('A', 'Z');
                bytes['_'] = true;
            } else if (UNKNOWN_ESCAPES.indexOf(escaped) >= 0) {
                understood = false;
            } else {
                bytes[escaped & 0xff] = true;
            }
        }

        private void bracket() {
            if (pattern.charAt(at) == '^') {
                understood = false;
                return;
            }
            int begin = at;
            while (more() && (pattern.charAt(at) != ']' || at == begin)) {
                char first = pattern.charAt(at);
                if (first == '\\') {
                    at++;
                    escape();
                } else if (at + 2 < pattern.length()
                        && pattern.charAt(at + 1) == '-'
                        && pattern.charAt(at + 2) != ']') {
                    range(first, pattern.charAt(at + 2));
                    at += 3;
                } else {
                    bytes[first & 0xff] = true;
                    at++;
                }
            }
            at++;
        }

        private void range(char first, char last) {
            for (int each = first; each <= last; each++) {
                bytes[each & 0xff] = true;
            }
        }

        /** How often at least what was just read must stand. */
        private int repeats() {
            if (!more()) {
                return 1;
            }
            int least =
                    switch (pattern.charAt(at)) {
                        case '*', '?' -> 0;
                        case '+' -> 1;
                        case '{' -> counted();
                        default -> -1;
                    };
            if (least < 0) {
                return 1;
            }
            at++;
            if (more() && pattern.charAt(at) == '?') {
                at++;
            }
            return least;
        }

        private int counted() {
            int close = pattern.indexOf('}', at);
            int from = at + 1;
            at = close;
            String least = pattern.substring(from, close).replaceAll(",.*", "");
            return Integer.parseInt(least);
        }
    }
}
