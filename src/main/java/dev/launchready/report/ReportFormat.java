package dev.launchready.report;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** The forms that {@code --format} takes. */
public enum ReportFormat {
    TERMINAL(""),
    JSON("scorecard.json"),
    HTML("report.html"),
    MARKDOWN("report.md"),
    SARIF("report.sarif"),
    JUNIT("junit.xml");

    private final String fileName;

    ReportFormat(String fileName) {
        this.fileName = fileName;
    }

    /** As {@code --format} takes it. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The file in the run folder; absent for what goes to standard output. */
    public Optional<String> fileName() {
        return fileName.isEmpty() ? Optional.empty() : Optional.of(fileName);
    }

    public static Optional<ReportFormat> of(String key) {
        return Arrays.stream(values())
                .filter(format -> format.key().equals(key.strip().toLowerCase(Locale.ROOT)))
                .findFirst();
    }

    /** All keys, for a message about a wrong one. */
    public static String keys() {
        return Arrays.stream(values()).map(ReportFormat::key).collect(Collectors.joining(", "));
    }
}
