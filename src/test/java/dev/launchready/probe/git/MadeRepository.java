package dev.launchready.probe.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.storage.file.FileBasedConfig;

/** A repository made by a test, commit by commit, a day apart. */
public final class MadeRepository implements AutoCloseable {
    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final Path folder;
    private final Git git;
    private int day;

    private MadeRepository(Path folder, Git git) {
        this.folder = folder;
        this.git = git;
    }

    public static MadeRepository in(Path folder) throws GitAPIException {
        return new MadeRepository(
                folder,
                Git.init()
                        .setDirectory(folder.toFile())
                        .setInitialBranch("main")
                        .call());
    }

    public Path folder() {
        return folder;
    }

    public Git git() {
        return git;
    }

    public Path objects() {
        return folder.resolve(".git").resolve("objects");
    }

    /** Writes a file, and commits it; an empty text removes it. */
    public RevCommit commit(String path, String content) throws GitAPIException, IOException {
        write(path, content);
        return commitAll("Change " + path);
    }

    public void write(String path, String content) throws IOException {
        Path file = folder.resolve(path);
        if (content.isEmpty()) {
            Files.delete(file);
            return;
        }
        Files.createDirectories(file.getParent());
        Files.write(file, content.getBytes(StandardCharsets.UTF_8));
    }

    public RevCommit commitAll(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        PersonIdent who = who();
        return git.commit()
                .setMessage(message)
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .call();
    }

    public PersonIdent who() {
        return new PersonIdent("A person", "person@harbor.example", START.plusSeconds(86_400L * day++), ZoneOffset.UTC);
    }

    /** Moves all objects into one pack, made of deltas. */
    public MadeRepository pack() throws GitAPIException, IOException {
        configure("gc", "", "autoDetach", "false");
        git.gc().call();
        return this;
    }

    public MadeRepository configure(String section, String name, String key, String value) throws IOException {
        FileBasedConfig config = (FileBasedConfig) git.getRepository().getConfig();
        config.setString(section, name.isEmpty() ? null : name, key, value);
        config.save();
        return this;
    }

    /** The name of the blob that a commit has at a path. */
    public String blob(RevCommit commit, String path) throws IOException {
        return org.eclipse.jgit.treewalk.TreeWalk.forPath(git.getRepository(), path, commit.getTree())
                .getObjectId(0)
                .name();
    }

    /** The file of a loose object. */
    public Path loose(String name) {
        return objects().resolve(name.substring(0, 2)).resolve(name.substring(2));
    }

    public List<Path> packs() throws IOException {
        try (Stream<Path> files = Files.list(objects().resolve("pack"))) {
            return files.filter(file -> file.toString().endsWith(".pack")).toList();
        }
    }

    @Override
    public void close() {
        git.close();
        try (Stream<Path> files = Files.walk(folder)) {
            files.forEach(file -> file.toFile().setWritable(true));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
