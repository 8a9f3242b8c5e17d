package dev.launchready.probe.files;

import dev.launchready.probe.ProbeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Optional;

/** Lists and opens files on this machine. Shared by all threads. */
public interface FilesProbe {

    /**
     * Plain files under a folder, or the one file that {@code root} is. Links are followed nowhere, as they may lead out of the folder or in
     * circles; {@code .git} is history, which is looked at by its own means.
     *
     * @throws ProbeException.Unreadable when there is nothing at {@code root}, or nothing that may be read
     */
    Listing under(Path root) throws ProbeException;

    /**
     * Plain files under {@code base} whose path from there matches a glob, or of which they are a rotated copy: {@code app.log.1} and
     * {@code app.log-20261101.gz} go with {@code *.log}. A link to a file counts as that file. A pattern that names a folder means all that is in it.
     *
     * @param pattern as of {@link java.nio.file.FileSystem#getPathMatcher}; {@code **}{@code /} may also stand for no folder at all
     * @throws ProbeException.Unreadable when {@code base} cannot be read
     */
    Listing matching(Path base, String pattern) throws ProbeException;

    /** Whether there is a folder, which may be behind a link. */
    boolean isFolder(Path path);

    /** Opens a file; the caller closes it. */
    InputStream open(FoundFile file) throws IOException;

    /**
     * A small file as a whole: a configuration, a proof.
     *
     * @param most bytes; a larger file is cut there
     * @return empty when there is no such plain file
     * @throws ProbeException.Unreadable when it is there and may not be read
     */
    Optional<byte[]> read(Path file, int most) throws ProbeException;
}
