package dev.launchready.score;

import dev.launchready.model.Finding;
import java.time.LocalDate;

/**
 * A person's word that a finding is accepted for a time.
 *
 * @param target a fingerprint or a check's id
 * @param until the last day it counts
 */
public record Waiver(String target, String reason, String owner, LocalDate until) {
    /** The longest that a waiver may run from today. */
    public static final int MOST_DAYS = 180;

    boolean matches(String check, Finding finding) {
        return target.equals(check) || target.equals(finding.fingerprint());
    }

    /** Whether it still counts. */
    public boolean valid(LocalDate today) {
        return !today.isAfter(until);
    }

    /** Who accepts it, why and how long. */
    public String sentence() {
        return reason + " (" + owner + ", until " + until + ")";
    }
}
