package dev.launchready.probe.git;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/**
 * Looks at every blob of a history, once, and at all messages. Each thread that reads has one of its own.
 *
 * @param <K> what it knows of a blob
 */
public interface BlobReader<K extends Known> {

    /**
     * @param bytes of which the first {@code length} are the blob; they change after the call
     * @param base what is known of the blob that this one was made from; empty where it is stored whole, or that was let go
     * @param copies which parts it shares with that blob
     */
    K read(byte[] bytes, int length, Optional<K> base, Copies copies);

    /** Looks at a commit or a tag as it is stored, its message at the end. */
    Marks message(byte[] bytes, int length);

    /** Looks at a blob that is too large to be held. */
    Marks read(InputStream content) throws IOException;
}
