package dev.launchready.report;

/**
 * Makes text from a portal inert: control characters are shown instead of obeyed (terminal escapes, backspaces), and the
 * invisible ones that reorder text are marked.
 */
final class Plain {
    private static final int CONTROL_PICTURES = 0x2400;
    private static final int DELETE_PICTURE = 0x2421;
    private static final int UNKNOWN = 0xFFFD;

    private Plain() {}

    /** The text on one line: line breaks and tabs become spaces. */
    static String line(String text) {
        return inert(text, false).strip();
    }

    /** The text with its line breaks and tabs, ending each line with a line feed. */
    static String block(String text) {
        return inert(text.replace("\r\n", "\n"), true);
    }

    private static String inert(String text, boolean keepBreaks) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (c == '\n' || c == '\t' || c == '\r') {
                out.append(keepBreaks && c != '\r' ? (char) c : ' ');
            } else {
                out.appendCodePoint(shown(c));
            }
        });
        return out.toString();
    }

    private static int shown(int c) {
        if (c < ' ') {
            return CONTROL_PICTURES + c;
        }
        if (c == 0x7F) {
            return DELETE_PICTURE;
        }
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                UNKNOWN;
            case Character.FORMAT -> c == 0x00AD || c == 0x200C || c == 0x200D ? c : UNKNOWN;
            default -> c == 0xFFFE || c == 0xFFFF ? UNKNOWN : c;
        };
    }
}
