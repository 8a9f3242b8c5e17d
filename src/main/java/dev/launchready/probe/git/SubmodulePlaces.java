package dev.launchready.probe.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.BlobBasedConfig;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;

/** Where the repositories of submodules lie (gitsubmodules(7)): in their own folders, or below {@code modules} by their names. */
final class SubmodulePlaces {
    private static final String SECTION = "submodule";

    private final Repository repository;
    private final Path modules;

    SubmodulePlaces(Repository repository, RepositoryLayout layout) {
        this.repository = repository;
        this.modules = layout.common().resolve("modules").normalize();
    }

    /** The folder to open for the submodule at a path; empty where its repository lies not here. */
    Optional<Path> of(String path) {
        if (!repository.isBare()) {
            Path tree = repository.getWorkTree().toPath().normalize();
            Path folder = tree.resolve(path).normalize();
            if (folder.startsWith(tree) && Files.exists(folder.resolve(Constants.DOT_GIT))) {
                return Optional.of(folder);
            }
        }
        return names(path).stream()
                .map(name -> modules.resolve(name).normalize())
                .filter(folder -> folder.startsWith(modules))
                .filter(folder -> Files.isRegularFile(folder.resolve(Constants.HEAD))
                        && Files.isDirectory(folder.resolve("objects")))
                .findFirst();
    }

    private Set<String> names(String path) {
        Set<String> names = new LinkedHashSet<>();
        Config said = said();
        for (String name : said.getSubsections(SECTION)) {
            if (path.equals(said.getString(SECTION, name, "path"))) {
                names.add(name);
            }
        }
        names.add(path);
        return names;
    }

    /** What {@code .gitmodules} of the branch that is checked out says; nothing where there is none that can be read. */
    private Config said() {
        try (RevWalk walk = new RevWalk(repository)) {
            ObjectId head = repository.resolve(Constants.HEAD);
            return head == null
                    ? new Config()
                    : new BlobBasedConfig(null, repository, walk.parseCommit(head), Constants.DOT_GIT_MODULES);
        } catch (IOException | ConfigInvalidException e) {
            return new Config();
        }
    }
}
