package dev.launchready.portal.draft;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** YAML line by line. What a person still has to fill in is commented out without a space behind the {@code #}. */
final class DraftText {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9/][A-Za-z0-9 ./_?=+-]*[A-Za-z0-9/_=]|[A-Za-z0-9/]");
    private static final Pattern SPECIAL = Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n|[0-9.eE+-]+|[0-9:]+");

    private final StringBuilder out = new StringBuilder();
    private boolean off;

    DraftText comment(String text) {
        out.append("# ").append(text).append('\n');
        return this;
    }

    DraftText blank() {
        out.append('\n');
        return this;
    }

    DraftText line(String text) {
        out.append(off ? "#" : "").append(text).append('\n');
        return this;
    }

    /** Whether lines from now on are commented out. */
    DraftText off(boolean isOff) {
        off = isOff;
        return this;
    }

    @Override
    public String toString() {
        return out.toString();
    }

    static String list(List<String> values) {
        return values.stream().map(DraftText::value).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A value that reads back as this text, in flow context too. */
    static String value(String text) {
        boolean plain = PLAIN.matcher(text).matches() && !SPECIAL.matcher(text).matches();
        if (plain) {
            return text;
        }
        String escaped = text.replace("$${", "$$${").replaceAll("(?<!\\$)\\$\\{(?!env:)", "\\$\\${");
        return "\"" + escaped.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\p{Cntrl}", " ") + "\"";
    }
}
