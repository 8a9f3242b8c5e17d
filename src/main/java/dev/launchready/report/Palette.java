package dev.launchready.report;

import dev.launchready.model.Outcome;
import dev.launchready.model.Severity;

/** Whether a terminal is coloured; only ever when a person asked for it or sits before one. */
public enum Palette {
    PLAIN,
    /** The eight colours that every terminal has (ECMA-48, SGR), so that the person's own theme decides. */
    ANSI;

    private static final String RESET = "\u001b[0m";

    String bold(String text) {
        return paint("1", text);
    }

    String dim(String text) {
        return paint("2", text);
    }

    String of(Outcome outcome, String text) {
        return switch (outcome) {
            case PASS -> paint("32", text);
            case WARN -> paint("33", text);
            case FAIL -> paint("1;31", text);
            case ERROR, BLOCKED, NOT_TESTED -> paint("36", text);
            case NOT_APPLICABLE -> dim(text);
        };
    }

    String of(Severity severity, String text) {
        return switch (severity) {
            case CRITICAL -> paint("1;31", text);
            case HIGH -> paint("31", text);
            case MEDIUM -> paint("33", text);
            case LOW, INFO -> paint("2", text);
        };
    }

    private String paint(String code, String text) {
        return this == PLAIN || text.isEmpty() ? text : "\u001b[" + code + "m" + text + RESET;
    }
}
