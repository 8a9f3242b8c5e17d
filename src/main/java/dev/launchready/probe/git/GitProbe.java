package dev.launchready.probe.git;

import dev.launchready.probe.ProbeException;
import java.nio.file.Path;

/** The port to git repositories. Reads only; runs no program and nothing that the repository's configuration names. */
public interface GitProbe {

    /**
     * Opens the repository that a folder is, or is a part of: a working tree, one of several working trees, or a bare repository.
     *
     * @throws ProbeException when there is none, or it is of a kind that cannot be read
     */
    GitHistory open(Path folder) throws ProbeException;
}
