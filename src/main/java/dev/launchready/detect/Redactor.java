package dev.launchready.detect;

import java.nio.ByteBuffer;

/** Learns values as they are found, so that whoever writes anything later can blot them out. */
@FunctionalInterface
public interface Redactor {
    /** Learns nothing. */
    Redactor NONE = (hit, value) -> {};

    /** @param value a view for the time of this call only; it is wiped afterwards */
    void learn(SecretHit hit, ByteBuffer value);
}
