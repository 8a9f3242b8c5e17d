package dev.launchready.demo;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.revwalk.RevCommit;

/** The git repository that the portal's source lies in, with what happened before today. */
final class DemoHistory {
    private static final Instant START = Instant.parse("2026-03-02T09:00:00Z");
    private static final long WEEK = 7 * 86_400L;
    private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
    private static final int KEY_LETTERS = 99;

    private final Switches on;
    private final Path source;
    private final SecureRandom random = new SecureRandom();
    private int commits;

    private DemoHistory(Switches on, Path source) {
        this.on = on;
        this.source = source;
    }

    /** Makes a repository of a folder that holds the newest version of the source. */
    static void write(Switches on, Path source) throws IOException {
        try (Git git = Git.init()
                .setDirectory(source.toFile())
                .setInitialBranch("main")
                .call()) {
            StoredConfig config = git.getRepository().getConfig();
            config.setInt("gc", null, "auto", 0);
            config.save();
            new DemoHistory(on, source).happen(git);
        } catch (GitAPIException e) {
            throw new IOException("the demo's history cannot be written", e);
        }
    }

    private void happen(Git git) throws GitAPIException, IOException {
        RevCommit first = commit(git, "First version");
        if (on.has(HistoryFlaws.IN_HISTORY)) {
            DemoSource.put(source.resolve("config/settings.env"), "PAYMENT_KEY=" + key("sk_live_") + "\n");
            commit(git, "Take payments");
            Files.delete(source.resolve("config/settings.env"));
        }
        DemoSource.put(source.resolve("config/README.md"), "# Settings\n\nAll of them come from the environment.\n");
        commit(git, "Read settings from the environment");
        if (on.has(HistoryFlaws.THROWN_AWAY)) {
            attempt(git);
        }
        newest();
        commit(git, "Tidy up");
        damage(git, first);
    }

    private void attempt(Git git) throws GitAPIException, IOException {
        git.checkout().setCreateBranch(true).setName("attempt").call();
        DemoSource.put(source.resolve("config/attempt.env"), "PAYMENT_KEY=" + key("sk_live_") + "\n");
        commit(git, "Try something");
        git.checkout().setName("main").call();
        git.branchDelete().setBranchNames("attempt").setForce(true).call();
    }

    private void newest() throws IOException {
        DemoSource.put(source.resolve("config/ports.env"), "PORT=8080\n");
        if (on.has(HistoryFlaws.IN_NEWEST_VERSION)) {
            String line = "module.exports = { paymentKey: '" + key("sk_live_") + "' };\n";
            DemoSource.put(source.resolve("config/payments.js"), line);
        }
        if (on.has(HistoryFlaws.TEST_KEY)) {
            DemoSource.put(source.resolve("config/test.env"), "PAYMENT_KEY=" + key("sk_test_") + "\n");
        }
        if (on.has(HistoryFlaws.LOOKS_LIKE_A_SECRET)) {
            String address = "postgres://portal:" + key("").substring(0, 20) + "@localhost:5432/portal";
            DemoSource.put(source.resolve("config/local.env"), "DATABASE_URL=" + address + "\n");
        }
        if (on.has(HistoryFlaws.NOT_OPENED)) {
            byte[] whole = archive();
            Files.write(source.resolve("config/old-site.zip"), Arrays.copyOf(whole, whole.length / 2));
        }
    }

    private static byte[] archive() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry("index.html"));
            for (int line = 0; line < 500; line++) {
                zip.write(("<p>Line " + line * line + "</p>\n").getBytes(StandardCharsets.UTF_8));
            }
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    private void damage(Git git, RevCommit first) throws IOException {
        Path folder = git.getRepository().getDirectory().toPath();
        String tree = first.getTree().name();
        Path file = folder.resolve("objects").resolve(tree.substring(0, 2)).resolve(tree.substring(2));
        if (on.has(HistoryFlaws.CORRUPT)) {
            Files.delete(file);
            Files.writeString(file, "damaged");
        }
        if (on.has(HistoryFlaws.SHALLOW)) {
            String head = git.getRepository().resolve("HEAD~1").name();
            Files.writeString(folder.resolve("shallow"), head + "\n");
            String older = first.name();
            Files.delete(
                    folder.resolve("objects").resolve(older.substring(0, 2)).resolve(older.substring(2)));
        }
    }

    private String key(String prefix) {
        StringBuilder key = new StringBuilder(prefix);
        for (int letter = 0; letter < KEY_LETTERS; letter++) {
            key.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return key.toString();
    }

    private RevCommit commit(Git git, String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        Instant when = START.plusSeconds(WEEK * commits++);
        PersonIdent who = new PersonIdent("Harbor", "source@harbor.example", when, ZoneOffset.UTC);
        return git.commit()
                .setMessage(message)
                .setAuthor(who)
                .setCommitter(who)
                .setSign(false)
                .setNoVerify(true)
                .call();
    }
}
