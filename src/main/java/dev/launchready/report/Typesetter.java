package dev.launchready.report;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sets text in lines of a given width. Whatever passes through is made inert first. */
final class Typesetter {
    private static final int LEAST_WIDTH = 40;

    private final Appendable out;
    private final int width;
    private final Palette palette;

    /** @param width in columns; taken as 40 when it is less */
    Typesetter(Appendable out, int width, Palette palette) {
        this.out = out;
        this.width = Math.max(width, LEAST_WIDTH);
        this.palette = palette;
    }

    int width() {
        return width;
    }

    Palette palette() {
        return palette;
    }

    void blank() throws IOException {
        out.append('\n');
    }

    /** A heading, with an empty line before it. */
    void heading(String text) throws IOException {
        blank();
        out.append(palette.bold(inert(text))).append('\n');
    }

    /** Text that is wrapped, every line of it indented. */
    void paragraph(int indent, String text) throws IOException {
        hanging(" ".repeat(indent), indent, text);
    }

    /** Text that stands back, wrapped from the margin on. */
    void quiet(String text) throws IOException {
        for (String line : wrap(inert(text), width)) {
            out.append(palette.dim(line)).append('\n');
        }
    }

    /** A label, and text beside it that is wrapped in a column of its own. */
    void labelled(int indent, String label, int column, String text) throws IOException {
        String gap = " ".repeat(Math.max(1, column - indent - length(label)));
        hanging(" ".repeat(indent) + palette.dim(label) + gap, column, text);
    }

    /** A beginning that is painted already, then text that is wrapped at {@code column}. */
    void hanging(String painted, int column, String text) throws IOException {
        List<String> lines = wrap(inert(text), width - column);
        String lead = painted;
        for (String line : lines) {
            out.append((lead + line).stripTrailing()).append('\n');
            lead = " ".repeat(column);
        }
    }

    /** Lines to be copied: never wrapped, their own indentation kept. */
    void verbatim(int indent, String label, int column, String block) throws IOException {
        String lead =
                " ".repeat(indent) + palette.dim(label) + " ".repeat(Math.max(1, column - indent - length(label)));
        for (String line : Plain.block(block).stripTrailing().split("\n", -1)) {
            out.append((lead + noCommand(line).stripTrailing()).stripTrailing()).append('\n');
            lead = " ".repeat(column);
        }
    }

    /** A line that is painted already. */
    void painted(String line) throws IOException {
        out.append(line).append('\n');
    }

    /** The text inert and on one line. */
    String inert(String text) {
        return noCommand(Plain.line(text));
    }

    /** The text inert and no longer than so many columns. */
    String cut(String text, int columns) {
        String line = inert(text);
        return length(line) <= columns
                ? line
                : line.substring(0, line.offsetByCodePoints(0, Math.max(0, columns - 1)))
                                .stripTrailing() + "…";
    }

    /** The text and as many spaces as make it so wide. */
    static String padded(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - length(text)));
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    /** CI systems obey lines that begin with {@code ::} or hold {@code ##[}; a portal must not speak to them. */
    private static String noCommand(String line) {
        return line.replaceAll("(?<![\\w:.]):(?=:[A-Za-z])", ": ").replaceAll("##(?=[\\[a-z])", "# #");
    }

    private static List<String> wrap(String text, int columns) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : text.split(" +", -1)) {
            if (!line.isEmpty() && length(line.toString()) + 1 + length(word) > columns) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : " ").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
