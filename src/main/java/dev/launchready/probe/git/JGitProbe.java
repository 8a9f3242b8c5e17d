package dev.launchready.probe.git;

import dev.launchready.probe.ProbeException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Repositories on this machine: JGit finds the parts of a repository and its refs; objects are read by {@link StoreWalk}, which makes each once
 * from its base while that is at hand, at several times the speed of asking for one object after another.
 */
public final class JGitProbe implements GitProbe {
    private final int threads;

    /** @param threads that read at the same time, 1 at least */
    public JGitProbe(int threads) {
        this.threads = threads;
    }

    /** A probe that uses all processors. */
    public static JGitProbe onAllProcessors() {
        return new JGitProbe(Runtime.getRuntime().availableProcessors());
    }

    @Override
    public GitHistory open(Path folder) throws ProbeException {
        Repository repository = repository(folder);
        try {
            String format = repository.getConfig().getString("extensions", null, "objectformat");
            if (format != null && !format.equalsIgnoreCase("sha1")) {
                throw new ProbeException.Malformed(
                        folder + " names its objects by " + format + ", which cannot be read yet",
                        new IOException(format));
            }
            RepositoryLayout layout = new RepositoryLayout(repository);
            return new StoredHistory(repository, layout, layout.tips(), threads);
        } catch (IOException e) {
            repository.close();
            throw new ProbeException.Malformed("the refs of " + folder + " cannot be read: " + e.getMessage(), e);
        } catch (ProbeException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private static Repository repository(Path folder) throws ProbeException {
        if (!Files.isDirectory(folder)) {
            throw new ProbeException.Unreachable("there is no folder " + folder, new IOException("no folder"));
        }
        try {
            FileRepositoryBuilder builder = new FileRepositoryBuilder();
            builder.findGitDir(folder.toAbsolutePath().normalize().toFile());
            if (builder.getGitDir() == null) {
                throw new ProbeException.Unreachable(
                        folder + " is no git repository, nor part of one", new IOException("no repository"));
            }
            return builder.setMustExist(true).build();
        } catch (IOException | IllegalArgumentException e) {
            throw new ProbeException.Malformed(folder + " is no repository that can be read: " + e.getMessage(), e);
        }
    }
}
