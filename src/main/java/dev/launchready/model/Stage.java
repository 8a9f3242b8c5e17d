package dev.launchready.model;

/** The stages of a run, in order; no work of a later stage starts before the earlier ones have ended. */
public enum Stage {
    /** Identities signed in and proved, the public face fetched, objects learnt or made. */
    PREPARE,
    /** Latency: nothing else runs. */
    QUIET,
    /** Everything that may share the target. */
    NORMAL,
    /** Bursts, lockouts, logout: last, so that their after-effects meet nobody. */
    DISRUPTIVE,
    /** Judges of the whole run's answers; undoing; the last proof that sessions live. */
    REVIEW
}
