package dev.launchready.probe.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;

/** Where the parts of a repository lie (gitrepository-layout(5)). */
final class RepositoryLayout {
    private static final int MAX_ALTERNATES = 64;
    private static final int NAME_DIGITS = 2 * PackIndex.NAME;

    private final Repository repository;
    private final Path common;

    RepositoryLayout(Repository repository) {
        this.repository = repository;
        this.common = repository.getCommonDirectory().toPath();
    }

    Path common() {
        return common;
    }

    /** The folder of its objects, and those that it borrows from. */
    List<Path> objectFolders() {
        Set<Path> folders = new LinkedHashSet<>();
        borrow(common.resolve("objects").normalize(), folders);
        return List.copyOf(folders);
    }

    private static void borrow(Path folder, Set<Path> folders) {
        if (folders.size() >= MAX_ALTERNATES || !folders.add(folder)) {
            return;
        }
        for (String line : lines(folder.resolve("info").resolve("alternates"))) {
            if (!line.isBlank() && !line.startsWith("#")) {
                borrow(folder.resolve(line).normalize(), folders);
            }
        }
    }

    static List<String> lines(Path file) {
        try {
            return Files.isRegularFile(file)
                    ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                            .lines()
                            .toList()
                    : List.of();
        } catch (IOException e) {
            return List.of();
        }
    }

    Tips tips() throws IOException {
        Map<String, String> refs = new HashMap<>();
        for (Ref ref : repository.getRefDatabase().getRefs()) {
            ObjectId id = ref.getObjectId();
            if (id != null) {
                refs.put(ref.getName(), id.name());
            }
        }
        for (Path tree : folders(common.resolve("worktrees"))) {
            lines(tree.resolve(Constants.HEAD)).stream()
                    .filter(Names::isHex)
                    .forEach(id -> refs.put("worktrees/" + tree.getFileName() + "/HEAD", id));
        }
        Ref head = repository.getRefDatabase().exactRef(Constants.HEAD);
        ObjectId at = head == null ? null : head.getObjectId();
        Set<String> logged = logged();
        logged.removeAll(refs.values());
        return new Tips(Optional.ofNullable(at).map(ObjectId::name), refs, logged);
    }

    private Set<String> logged() {
        Set<String> ids = new HashSet<>();
        List<Path> logs =
                new ArrayList<>(List.of(common.resolve("logs"), gitFolder().resolve("logs")));
        folders(common.resolve("worktrees")).forEach(tree -> logs.add(tree.resolve("logs")));
        logs.stream().distinct().filter(Files::isDirectory).forEach(folder -> logged(folder, ids));
        return ids;
    }

    private static void logged(Path folder, Set<String> ids) {
        try (Stream<Path> files = Files.walk(folder)) {
            files.filter(Files::isRegularFile)
                    .flatMap(file -> lines(file).stream())
                    .forEach(line -> {
                        String[] words = line.split(" ", 3);
                        for (int word = 0; word < Math.min(2, words.length); word++) {
                            boolean real = words[word].length() == NAME_DIGITS
                                    && Names.isHex(words[word])
                                    && !words[word].equals(ObjectId.zeroId().name());
                            if (real) {
                                ids.add(words[word]);
                            }
                        }
                    });
        } catch (IOException | java.io.UncheckedIOException e) {
            ids.remove("");
        }
    }

    private Path gitFolder() {
        return repository.getDirectory().toPath();
    }

    private static List<Path> folders(Path parent) {
        List<Path> found = new ArrayList<>();
        if (Files.isDirectory(parent)) {
            try (DirectoryStream<Path> each = Files.newDirectoryStream(parent, Files::isDirectory)) {
                each.forEach(found::add);
            } catch (IOException e) {
                return List.of();
            }
        }
        return found;
    }

    /** Names of the commits whose parents a shallow clone left out. */
    Set<String> shallow() {
        return new HashSet<>(lines(common.resolve("shallow")));
    }

    boolean grafts() {
        return !lines(common.resolve("info").resolve("grafts")).isEmpty()
                || Files.isDirectory(common.resolve("refs").resolve("replace"));
    }

    /** Whether a remote was promised to give later what a partial clone left out. */
    boolean partial() {
        return repository.getConfig().getString("extensions", null, "partialclone") != null
                || repository.getConfig().getSubsections("remote").stream()
                        .anyMatch(remote -> repository.getConfig().getBoolean("remote", remote, "promisor", false));
    }

    /** Where Git LFS keeps the content that a pointer of this hash stands for, if it does. */
    Path large(String hash) {
        return common.resolve("lfs")
                .resolve("objects")
                .resolve(hash.substring(0, 2))
                .resolve(hash.substring(2, 4))
                .resolve(hash);
    }
}
