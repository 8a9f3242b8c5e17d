package dev.launchready.model;

/** How well a finding is proved, the best first. */
public enum Proof {
    /** A marker, a read-back, a signature, a structure. */
    CONFIRMED,
    /** Several independent signs. */
    STRONG,
    /** A hint: warns at most and never closes the gate. */
    HEURISTIC
}
