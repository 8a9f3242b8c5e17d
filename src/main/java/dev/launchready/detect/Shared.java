package dev.launchready.detect;

/** The parts of a text that stand in another one as well, in ascending order of their places in the text. */
public interface Shared {
    int count();

    /** Where a part begins in the text. */
    int to(int part);

    /** Where it begins in the other. */
    int from(int part);

    int length(int part);
}
