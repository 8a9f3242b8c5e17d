package dev.launchready.detect;

/** What a found key is for. */
public enum KeyClass {
    /** Must not be seen by anybody outside. */
    SECRET,
    /** Made to be seen by visitors; what matters is the restriction behind it. */
    PUBLIC,
    /** Opens a test system only. */
    TEST
}
