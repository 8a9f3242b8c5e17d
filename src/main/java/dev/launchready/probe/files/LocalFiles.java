package dev.launchready.probe.files;

import dev.launchready.probe.ProbeException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.PatternSyntaxException;

/** The files of this machine. */
public final class LocalFiles implements FilesProbe {
    @Override
    public Listing under(Path root) throws ProbeException {
        if (Files.isRegularFile(root)) {
            return new Listing(List.of(FolderWalk.file(root, String.valueOf(root.getFileName()))), List.of());
        }
        return walk(root, path -> true, false, Integer.MAX_VALUE);
    }

    @Override
    public Listing matching(Path base, String pattern) throws ProbeException {
        if (!isGlob(pattern) && Files.isDirectory(base.resolve(pattern))) {
            return walk(base.resolve(pattern), path -> true, true, Integer.MAX_VALUE);
        }
        Predicate<Path> wanted = matcher(base, pattern);
        int depth = pattern.contains("**") ? Integer.MAX_VALUE : pattern.split("/", -1).length;
        return walk(
                base,
                path -> Rotated.names(String.valueOf(path.getFileName())).stream()
                        .anyMatch(name -> wanted.test(path.resolveSibling(name))),
                true,
                depth);
    }

    private static boolean isGlob(String pattern) {
        return pattern.chars().anyMatch(each -> "*?[{\\".indexOf(each) >= 0);
    }

    private static Predicate<Path> matcher(Path base, String pattern) throws ProbeException {
        try {
            PathMatcher whole = FileSystems.getDefault().getPathMatcher("glob:" + pattern);
            PathMatcher here = FileSystems.getDefault().getPathMatcher("glob:" + pattern.replace("**/", ""));
            return path -> whole.matches(path) || (pattern.contains("**/") && here.matches(path));
        } catch (PatternSyntaxException e) {
            throw new ProbeException.Unreadable(
                    "'" + pattern + "' under " + base + " is no pattern of file names: " + e.getDescription() + ".", e);
        }
    }

    private static Listing walk(Path root, Predicate<Path> wanted, boolean followsFiles, int depth)
            throws ProbeException {
        if (!Files.isDirectory(root)) {
            throw new ProbeException.Unreadable("There is nothing to read at " + root + ".");
        }
        FolderWalk walk = new FolderWalk(root, wanted, followsFiles, depth);
        try {
            return walk.listing();
        } catch (IOException e) {
            throw new ProbeException.Unreadable("The folder " + root + " cannot be read.", e);
        }
    }

    @Override
    public boolean isFolder(Path path) {
        return Files.isDirectory(path);
    }

    @Override
    public InputStream open(FoundFile file) throws IOException {
        if (!Files.isRegularFile(file.path(), LinkOption.NOFOLLOW_LINKS)) {
            throw new IOException("it is no longer a plain file");
        }
        return Files.newInputStream(file.path());
    }

    @Override
    public Optional<byte[]> read(Path file, int most) throws ProbeException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (InputStream in = Files.newInputStream(file)) {
            return Optional.of(in.readNBytes(most));
        } catch (IOException e) {
            throw new ProbeException.Unreadable("The file " + file + " cannot be read.", e);
        }
    }
}
