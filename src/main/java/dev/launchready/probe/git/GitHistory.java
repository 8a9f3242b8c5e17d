package dev.launchready.probe.git;

import dev.launchready.probe.ProbeException;
import java.util.Optional;
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
     * Reads only what came since an earlier reading, with the same readers' numbers for the same finds, and carries on what that found. What no
     * ref or reflog leads to is not among it.
     *
     * @return empty where that cannot be done surely, as after a rewrite, and the whole is to be read
     */
    <K extends Known> Optional<HistoryRead> readSince(HistoryPast past, Supplier<? extends BlobReader<K>> readers)
            throws InterruptedException;

    /**
     * The repository of a submodule, where it lies here: in its folder, or among the modules of this one.
     *
     * @param path of the submodule in the branch that is checked out
     * @throws ProbeException when it lies here and cannot be read
     */
    Optional<GitHistory> within(String path) throws ProbeException;

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
