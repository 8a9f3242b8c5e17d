package dev.launchready.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** What became of one check, or of one row of checks. */
public enum Outcome {
    /** Looked at, with a positive control, and in order. */
    PASS,
    /** True and worth doing, but no reason to stay closed. */
    WARN,
    /** A finding that the card calls a failure. */
    FAIL,
    /** The portal has nothing that this check speaks of. */
    NOT_APPLICABLE,
    /** A setting or a consent is missing; the problem names the line to add. */
    NOT_TESTED,
    /** Tried, and could not tell; the problem says why. */
    BLOCKED,
    /** A fault of launch-ready itself. */
    ERROR;

    private static final List<Outcome> WORST_FIRST =
            List.of(FAIL, ERROR, BLOCKED, NOT_TESTED, WARN, PASS, NOT_APPLICABLE);

    /** Whether the check came to a verdict about the portal. */
    public boolean proven() {
        return this == PASS || this == WARN || this == FAIL || this == NOT_APPLICABLE;
    }

    /** Whether a person still has to do something before the check can tell. */
    public boolean open() {
        return this == NOT_TESTED || this == BLOCKED || this == ERROR;
    }

    /** The worst of several outcomes, in the order of a scorecard's row; empty for no outcomes. */
    public static Optional<Outcome> worst(Collection<Outcome> outcomes) {
        return outcomes.stream().min(Comparator.comparingInt(WORST_FIRST::indexOf));
    }
}
