package dev.launchready.cli;

import java.util.List;

/** Wrong usage, or a file that cannot be used; each line is a sentence for a person. */
final class UsageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    UsageException(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    UsageException(String line) {
        this(List.of(line));
    }

    List<String> lines() {
        return lines;
    }
}
