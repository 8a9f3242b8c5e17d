package dev.launchready.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The little markup that sentences of cards carry: code between backticks, and references that lead somewhere. */
final class Prose {
    private static final String HTTPS = "https://";
    private static final Pattern RFC = Pattern.compile("(?:RFC )?(\\d{3,5})\\b.*");
    private static final Pattern CWE = Pattern.compile("\\d{1,6}");

    private Prose() {}

    record Span(String text, boolean code) {}

    /** The text in pieces; a lone backtick stays what it is. */
    static List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        int from = 0;
        int open = text.indexOf('`');
        while (open >= 0) {
            int close = text.indexOf('`', open + 1);
            if (close < 0) {
                break;
            }
            add(spans, text.substring(from, open), false);
            add(spans, text.substring(open + 1, close), true);
            from = close + 1;
            open = text.indexOf('`', from);
        }
        add(spans, text.substring(from), false);
        return spans;
    }

    private static void add(List<Span> spans, String text, boolean code) {
        if (!text.isEmpty()) {
            spans.add(new Span(text, code));
        }
    }

    /** The name that a reader knows a kind of reference by. */
    static String reference(String kind, String value) {
        return switch (kind) {
            case "cwe" -> "CWE-" + value.replace(", ", ", CWE-");
            case "owasp-api" -> "OWASP " + value;
            case "asvs" -> "ASVS " + value;
            case "rfc" -> RFC.matcher(value).matches() && !value.startsWith("RFC") ? "RFC " + value : value;
            default -> value.startsWith(HTTPS) ? kind : kind + " " + value;
        };
    }

    /** Where a reference can be read, for the kinds whose address follows from their number. */
    static Optional<String> link(String kind, String value) {
        if (value.startsWith(HTTPS) && value.indexOf(' ') < 0) {
            return Optional.of(value);
        }
        if (kind.equals("cwe") && CWE.matcher(value).matches()) {
            return Optional.of("https://cwe.mitre.org/data/definitions/" + value + ".html");
        }
        Matcher rfc = RFC.matcher(value);
        return kind.equals("rfc") && rfc.matches()
                ? Optional.of("https://www.rfc-editor.org/rfc/rfc" + rfc.group(1))
                : Optional.empty();
    }
}
