package dev.launchready.model;

/** Where an outcome comes from. */
public enum Provenance {
    MEASURED,
    /** Said by a named person, with a date and a proof. */
    ATTESTED
}
