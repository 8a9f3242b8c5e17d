package dev.launchready.check.auth;

import java.time.Duration;

/** Lifetimes in words for a person. */
final class Lifetimes {
    private static final int TWICE = 2;

    private Lifetimes() {}

    /** Such as {@code 45 minutes}, {@code 8 hours}, {@code 14 days}; rounded down, at least one second. */
    static String words(Duration life) {
        if (life.toDays() >= TWICE) {
            return life.toDays() + " days";
        }
        if (life.toHours() >= TWICE) {
            return life.toHours() + " hours";
        }
        if (life.toMinutes() >= TWICE) {
            return life.toMinutes() + " minutes";
        }
        return Math.max(1, life.toSeconds()) + " seconds";
    }
}
