package dev.launchready.portal;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The part {@code source}: where the source, its build output and its logs lie. */
public record SourceTree(Optional<Path> repository, List<Path> artifacts, List<FileGlob> logs) {
    public static final SourceTree NONE = new SourceTree(Optional.empty(), List.of(), List.of());

    public SourceTree {
        artifacts = List.copyOf(artifacts);
        logs = List.copyOf(logs);
    }
}
