package dev.launchready.probe.files;

import java.nio.file.Path;

/**
 * A plain file.
 *
 * @param name from the folder that was listed, with {@code /}
 */
public record FoundFile(Path path, String name, long bytes) {}
