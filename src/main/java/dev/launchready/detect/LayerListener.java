package dev.launchready.detect;

/** Told of each run of bytes that means other text. */
@FunctionalInterface
interface LayerListener {
    /** @param name of the encoding; {@code [from, to)} is the run in the buffer */
    void layer(String name, int from, int to, byte[] decoded);
}
