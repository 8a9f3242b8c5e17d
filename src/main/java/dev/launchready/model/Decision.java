package dev.launchready.model;

/** The answer to the one question: may the portal go live? */
public enum Decision {
    READY,
    /** An unwaived finding at or over the gate, or a failed hard stop. */
    NOT_READY,
    /** Nothing closes the gate, but something that the profile requires was not proven. */
    NOT_PROVEN
}
