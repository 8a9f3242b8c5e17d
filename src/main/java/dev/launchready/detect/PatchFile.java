package dev.launchready.detect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One file of a diff, as a stream of what the new side shows of it. It ends where the next file begins. */
final class PatchFile extends InputStream {
    private static final Pattern HUNK = Pattern.compile("@@ -[0-9]+(?:,([0-9]+))? \\+([0-9]+)(?:,([0-9]+))? @@.*");
    private static final Pattern COMBINED = Pattern.compile("@@@+ .*");
    private static final Pattern OCTAL = Pattern.compile("\\\\([0-3][0-7]{2})");

    private final PatchLines lines;
    private final String name;
    private final List<Run> runs = new ArrayList<>();
    private long line;
    private long oldLeft;
    private long newLeft;
    private long fileLine;
    private boolean inLine;
    private int pending = -1;

    /** Lines that follow each other in the stream and in the file. */
    private record Run(long from, long fileLine, boolean added) {
        boolean goesOnIn(Run next) {
            return added == next.added && next.fileLine - fileLine == next.from - from;
        }
    }

    private PatchFile(PatchLines lines, String name) {
        this.lines = lines;
        this.name = name;
    }

    static boolean begins(byte[] head) {
        String text = "\n" + new String(head, StandardCharsets.ISO_8859_1);
        boolean unified = text.contains("\n--- ") && text.contains("\n+++ ") && text.contains("\n@@ -");
        return text.contains("\ndiff --git ") || unified;
    }

    /** The next file that has a new side. */
    static Optional<PatchFile> next(PatchLines lines, List<String> unread) throws IOException {
        while (!lines.ended()) {
            String line = lines.peek();
            lines.skipLine();
            if (line.startsWith("+++ ") && !line.startsWith("+++ /dev/null")) {
                return Optional.of(new PatchFile(lines, name(line.substring(4))));
            }
            if (COMBINED.matcher(line).matches()) {
                unread.add("A combined diff of a merge was not looked at; give a diff against one parent.");
            } else if (line.startsWith("Binary files ") || line.startsWith("GIT binary patch")) {
                unread.add("A diff of a binary file shows nothing of it: " + line);
            }
        }
        return Optional.empty();
    }

    /** The name as git writes it: {@code b/} before it, a tab behind it, or in quotes with escapes. */
    private static String name(String written) {
        String name = written.split("\t", 2)[0].strip();
        if (name.length() > 1 && name.startsWith("\"") && name.endsWith("\"")) {
            name = unescaped(name.substring(1, name.length() - 1));
        }
        return new String(
                (name.startsWith("b/") ? name.substring(2) : name).getBytes(StandardCharsets.ISO_8859_1),
                StandardCharsets.UTF_8);
    }

    private static String unescaped(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Matcher octal = OCTAL.matcher(text);
        for (int at = 0; at < text.length(); at++) {
            if (text.charAt(at) != '\\' || at + 1 == text.length()) {
                bytes.write(text.charAt(at));
            } else if (octal.find(at) && octal.start() == at) {
                bytes.write(Integer.parseInt(octal.group(1), 8));
                at += 3;
            } else {
                at++;
                int escape = "abtnvfr".indexOf(text.charAt(at));
                bytes.write(escape < 0 ? text.charAt(at) : 7 + escape);
            }
        }
        return bytes.toString(StandardCharsets.ISO_8859_1);
    }

    String name() {
        return name;
    }

    /** The line in the file of a line of this stream, where the diff adds it. */
    OptionalLong added(long streamLine) {
        Run last = null;
        for (Run run : runs) {
            if (run.from() > streamLine) {
                break;
            }
            last = run;
        }
        return last == null || !last.added()
                ? OptionalLong.empty()
                : OptionalLong.of(last.fileLine() + streamLine - last.from());
    }

    @Override
    public int read() throws IOException {
        if (!inLine && !enterLine()) {
            return -1;
        }
        int next = pending >= 0 ? pending : lines.read();
        pending = -1;
        if (next < 0 || next == '\n') {
            inLine = false;
            line++;
        }
        return next;
    }

    @Override
    public int read(byte[] into, int from, int count) throws IOException {
        int read = 0;
        while (read < count) {
            int next = read();
            if (next < 0) {
                break;
            }
            into[from + read++] = (byte) next;
        }
        return read == 0 && count > 0 ? -1 : read;
    }

    /** Steps to the next line of the new side. */
    private boolean enterLine() throws IOException {
        while (!lines.ended()) {
            if (oldLeft <= 0 && newLeft <= 0) {
                if (!enterHunk()) {
                    return false;
                }
                continue;
            }
            int sign = lines.sign();
            if (sign == '\n' || sign == '\r') { // an empty line whose blank was stripped on the way
                count(false);
                oldLeft--;
                pending = sign;
                inLine = true;
                return true;
            }
            if (sign == '+' || sign == ' ') {
                count(sign == '+');
                oldLeft -= sign == ' ' ? 1 : 0;
                inLine = true;
                return true;
            }
            oldLeft -= sign == '-' ? 1 : 0;
            lines.skipLine();
        }
        return false;
    }

    private void count(boolean added) {
        Run here = new Run(line + 1, fileLine, added);
        if (runs.isEmpty() || !runs.get(runs.size() - 1).goesOnIn(here)) {
            runs.add(here);
        }
        fileLine++;
        newLeft--;
    }

    private boolean enterHunk() throws IOException {
        String head = lines.peek();
        Matcher hunk = HUNK.matcher(head);
        if (hunk.matches()) {
            lines.skipLine();
            oldLeft = hunk.group(1) == null ? 1 : Long.parseLong(hunk.group(1));
            newLeft = hunk.group(3) == null ? 1 : Long.parseLong(hunk.group(3));
            fileLine = Long.parseLong(hunk.group(2));
            return true;
        }
        if (head.startsWith("\\")) {
            lines.skipLine();
            return true;
        }
        return false;
    }
}
