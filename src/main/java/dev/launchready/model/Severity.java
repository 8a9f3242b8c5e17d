package dev.launchready.model;

/** How much harm a finding can do, the worst first. */
public enum Severity {
    CRITICAL,
    HIGH,
    MEDIUM,
    LOW,
    INFO;

    /** Whether this is as bad as {@code other}, or worse. */
    public boolean atLeast(Severity other) {
        return compareTo(other) <= 0;
    }
}
