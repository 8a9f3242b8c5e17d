package dev.launchready.probe.files;

import dev.launchready.probe.ProbeException;
import dev.launchready.probe.files.LeftOut.Why;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** One walk through a folder. */
final class FolderWalk extends SimpleFileVisitor<Path> {
    private static final String HISTORY = ".git";
    /** More files than any source tree has; a listing of so many takes some 100 MB. */
    private static final int MOST_FILES = 500_000;

    private final Path root;
    private final Predicate<Path> wanted;
    private final boolean followsFiles;
    private final int depth;
    private final List<FoundFile> files = new ArrayList<>();
    private final List<LeftOut> leftOut = new ArrayList<>();
    private final Set<Path> taken = new HashSet<>();

    /**
     * @param wanted of paths from the root
     * @param followsFiles whether a link to a file is that file
     * @param depth of folders, 1 for the root alone
     */
    FolderWalk(Path root, Predicate<Path> wanted, boolean followsFiles, int depth) {
        this.root = root;
        this.wanted = wanted;
        this.followsFiles = followsFiles;
        this.depth = depth;
    }

    Listing listing() throws IOException {
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), depth, this);
        files.sort(Comparator.comparingLong(FoundFile::bytes).reversed().thenComparing(FoundFile::name));
        return new Listing(files, leftOut);
    }

    /** @throws ProbeException.Unreadable when it is gone */
    static FoundFile file(Path path, String name) throws ProbeException {
        try {
            Path real = path.toRealPath();
            return new FoundFile(real, name, Files.size(real));
        } catch (IOException e) {
            throw new ProbeException.Unreadable("The file " + path + " cannot be read.", e);
        }
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
        boolean history =
                !folder.equals(root) && String.valueOf(folder.getFileName()).equals(HISTORY);
        if (history) {
            leave(folder, Why.HISTORY);
        }
        return history ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
        if (attributes.isDirectory() || !wanted.test(root.relativize(file))) {
            return FileVisitResult.CONTINUE; // a folder at the last depth comes as a file
        }
        if (files.size() >= MOST_FILES) {
            leave(file, Why.TOO_MANY);
        } else if (attributes.isRegularFile()) {
            take(file, attributes.size(), name(file));
        } else if (attributes.isSymbolicLink()) {
            link(file);
        } else {
            leave(file, Why.SPECIAL);
        }
        return FileVisitResult.CONTINUE;
    }

    private void link(Path link) throws IOException {
        if (followsFiles && Files.isRegularFile(link)) {
            Path real = link.toRealPath();
            take(real, Files.size(real), name(link));
        } else {
            leave(link, Why.LINK);
        }
    }

    private void take(Path file, long bytes, String name) throws IOException {
        Path key = followsFiles ? file.toRealPath() : file;
        if (!followsFiles || taken.add(key)) {
            files.add(new FoundFile(key, name, bytes));
        }
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException failure) {
        leave(file, Why.UNREADABLE);
        return FileVisitResult.CONTINUE;
    }

    private void leave(Path file, Why why) {
        leftOut.add(new LeftOut(name(file), why));
    }

    private String name(Path file) {
        String name = root.relativize(file).toString().replace('\\', '/');
        return name.isEmpty() ? String.valueOf(root) : name;
    }
}
