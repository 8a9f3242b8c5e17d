package dev.launchready.portal.file;

import dev.launchready.portal.yaml.Mark;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of {@code NAME=value} lines ({@code --env-file}): {@code export} before a name, comments, single quotes (taken as they
 * stand) and double quotes (with {@code \n}, {@code \"} and {@code \\}). Variables are not expanded.
 */
public final class EnvFile {
    private static final int MAX_BYTES = 1 << 20;
    private static final Pattern LINE = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_.]*)\\s*=\\s*(.*)");
    private static final Pattern QUOTED = Pattern.compile("(\"((?:[^\"\\\\]|\\\\.)*)\"|'([^']*)')\\s*(#.*)?");

    private EnvFile() {}

    /**
     * The variables of the file, in its order; of a name that stands twice the last one counts, as in a shell.
     *
     * @throws PortalFileException with the line of every entry that cannot be read; never with its value
     */
    public static Map<String, String> read(Path file) throws PortalFileException {
        String[] lines = FileText.read(file, MAX_BYTES).split("\r?\n", -1);
        Map<String, String> variables = new LinkedHashMap<>();
        List<FileProblem> problems = new ArrayList<>();
        for (int at = 0; at < lines.length; at++) {
            String line = lines[at].strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Matcher entry = LINE.matcher(line);
            String fault = entry.matches() ? put(entry, variables) : "a line must be NAME=value";
            if (!fault.isEmpty()) {
                problems.add(new FileProblem(file.toString(), new Mark(at + 1, 1), fault));
            }
        }
        if (!problems.isEmpty()) {
            throw new PortalFileException(problems);
        }
        return variables;
    }

    private static String put(Matcher entry, Map<String, String> variables) {
        String value = entry.group(2);
        if (!value.startsWith("\"") && !value.startsWith("'")) {
            variables.put(entry.group(1), value.replaceFirst("\\s+#.*$", ""));
            return "";
        }
        Matcher quoted = QUOTED.matcher(value);
        if (!quoted.matches()) {
            return "the quote after " + entry.group(1) + "= is not closed";
        }
        String doubled = quoted.group(2);
        variables.put(entry.group(1), doubled == null ? quoted.group(3) : unescaped(doubled));
        return "";
    }

    private static String unescaped(String text) {
        return Pattern.compile("\\\\(.)").matcher(text).replaceAll(match -> {
            String escaped = match.group(1);
            return Matcher.quoteReplacement(escaped.equals("n") ? "\n" : escaped);
        });
    }
}
