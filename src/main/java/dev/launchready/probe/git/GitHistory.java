package dev.launchready.probe.git;

import dev.launchready.probe.ProbeException;
import java.util.function.Supplier;

/** An open repository. */
public interface GitHistory extends AutoCloseable {

    /** Where its refs and reflogs stand. */
    Tips tips();

    /**
     * Has every blob read once, whatever ref, stash or reflog leads to it, and follows those with marks through the commits.
     *
     * @param readers asked for one in each thread
     */
    <K extends Known> HistoryRead read(Supplier<? extends BlobReader<K>> readers) throws InterruptedException;

    /**
     * The content of a blob.
     *
     * @param name in hex digits
     * @throws ProbeException when it cannot be read, or is too large to be held
     */
    byte[] blob(String name) throws ProbeException;

    @Override
    void close();
}
