package dev.launchready.probe.git;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;

/** Looks at every blob of a history, once. Each thread that reads has one of its own. */
public interface BlobReader {

    /**
     * @param bytes of which the first {@code length} are the blob; they change after the call
     * @param base what was found in the blob that this one was made from; empty where it is stored whole
     * @param copies which parts it shares with that blob
     */
    Marks read(byte[] bytes, int length, Optional<Marks> base, Copies copies);

    /** Looks at a blob that is too large to be held. */
    Marks read(InputStream content) throws IOException;
}
