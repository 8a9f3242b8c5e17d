package dev.launchready.detect;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Scans a folder or a file. It starts no threads: the units of work may be given to as many as there are. */
public final class FileScan {
    /** History is packed, and looked at by its own means. */
    private static final Set<String> LEFT_OUT = Set.of(".git");

    private final SecretScanner scanner;

    public FileScan(SecretScanner scanner) {
        this.scanner = scanner;
    }

    /**
     * A file to scan.
     *
     * @param name relative to the folder, with {@code /}
     */
    public record Unit(Path file, String name, long bytes) {}

    /**
     * What lies under a folder.
     *
     * @param units the largest first, so that threads end together
     * @param unread what could not be listed or is left out, a sentence each
     */
    public record Units(List<Unit> units, List<String> unread) {
        public Units {
            units = List.copyOf(units);
            unread = List.copyOf(unread);
        }
    }

    /** Lists regular files; links are followed nowhere, as they may lead out of the folder. */
    public Units units(Path root) throws IOException {
        if (Files.isRegularFile(root)) {
            Path name = root.getFileName();
            return new Units(
                    List.of(new Unit(root, name == null ? root.toString() : name.toString(), Files.size(root))),
                    List.of());
        }
        List<Unit> units = new ArrayList<>();
        List<String> unread = new ArrayList<>();
        Files.walkFileTree(root, EnumSet.noneOf(FileVisitOption.class), Integer.MAX_VALUE, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
                Path name = folder.getFileName();
                boolean out = !folder.equals(root) && name != null && LEFT_OUT.contains(name.toString());
                return out ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (attributes.isRegularFile()) {
                    units.add(new Unit(file, nameIn(root, file), attributes.size()));
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException failure) {
                unread.add(nameIn(root, file) + " cannot be read");
                return FileVisitResult.CONTINUE;
            }
        });
        units.sort((one, other) -> Long.compare(other.bytes(), one.bytes()));
        return new Units(units, unread);
    }

    private static String nameIn(Path root, Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    /** Scans one file with a worker of the calling thread. A file that cannot be read is told of in the result. */
    public Looked scan(Unit unit, ScanWorker worker, Consumer<SecretHit> hits) {
        if (!Files.isRegularFile(unit.file(), LinkOption.NOFOLLOW_LINKS)) {
            return new Looked(0, 0, List.of(unit.name() + " is no longer a plain file"));
        }
        try (InputStream in = Files.newInputStream(unit.file())) {
            return worker.scan(in, Source.of(unit.name()), hits);
        } catch (IOException e) {
            return new Looked(0, 0, List.of(unit.name() + " cannot be read"));
        }
    }

    /** Scans a folder or file in the calling thread. */
    public Looked scan(Path root, Consumer<SecretHit> hits) throws IOException {
        Units units = units(root);
        ScanWorker worker = scanner.worker();
        Looked looked = new Looked(0, 0, units.unread());
        for (Unit unit : units.units()) {
            looked = looked.and(scan(unit, worker, hits));
        }
        return looked;
    }
}
