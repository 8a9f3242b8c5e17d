package dev.launchready.report;

import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Puts text into GitHub-flavoured Markdown so that it shows as it is, and neither links, mentions, embeds nor breaks a table. */
final class MarkdownText {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_\\[\\]|~$]");
    /** What makes a list, a heading or a rule of a line that begins with it. */
    private static final Pattern BLOCK = Pattern.compile("^(\\d*)([.)#+=-])");

    private MarkdownText() {}

    /** Text within a line or a cell of a table; code between backticks stays code. */
    static String of(String text) {
        String inline = Prose.spans(Plain.line(text)).stream()
                .map(span -> span.code() ? code(span.text()) : escaped(span.text()))
                .collect(Collectors.joining());
        return BLOCK.matcher(inline).replaceFirst("$1\\\\$2");
    }

    /** Our own text, such as a card's, escaped no more than it needs: the page is read as a file too. */
    static String readable(String text) {
        return Prose.spans(Plain.line(text)).stream()
                .map(span -> span.code()
                        ? "`" + span.text().replace("|", "\\|") + "`"
                        : span.text().replaceAll("[*<|\\\\]|~(?=~)|(?<![A-Za-z0-9])_", "\\\\$0"))
                .collect(Collectors.joining());
    }

    /** A span of code. HTML's own element, as only it lets a table's cell hold a bar. */
    static String code(String text) {
        return "<code>"
                + entities(Plain.line(text))
                        .replace("|", "&#124;")
                        .replace("`", "&#96;")
                        .replace("*", "&#42;")
                        .replace("_", "&#95;")
                        .replace("[", "&#91;")
                        .replace("]", "&#93;")
                        .replace("~", "&#126;")
                        .replace("$", "&#36;")
                        .replace("\\", "&#92;")
                + "</code>";
    }

    /** A block of code, with a fence longer than any in it. */
    static String block(String language, String text) {
        String body = Plain.block(text).stripTrailing();
        String fence = "```";
        while (body.contains(fence)) {
            fence += "`";
        }
        return fence + language + "\n" + body + "\n" + fence + "\n";
    }

    private static String escaped(String text) {
        return entities(SPECIAL.matcher(text).replaceAll("\\\\$0"));
    }

    /** HTML stays text; an address is no link and a name no mention. */
    private static String entities(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("://", "&#58;//")
                .replace("www.", "www&#46;");
    }
}
