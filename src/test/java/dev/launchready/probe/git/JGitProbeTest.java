package dev.launchready.probe.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.probe.ProbeException;
import dev.launchready.probe.git.Presence.Reach;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.TreeFormatter;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories whole and with every kind of hole, made by JGit. */
class JGitProbeTest {
    @TempDir
    private Path temp;

    private final JGitProbe probe = new JGitProbe(2);
    private MadeRepository made;

    @BeforeEach
    void start() throws Exception {
        made = MadeRepository.in(temp.resolve("repository"));
    }

    private HistoryRead read(Searching searching) throws Exception {
        return read(made.folder(), searching);
    }

    private HistoryRead read(Path folder, Searching searching) throws Exception {
        try (GitHistory history = probe.open(folder)) {
            return history.read(searching);
        }
    }

    private static Presence only(HistoryRead read) {
        assertThat(read.presences()).hasSize(1);
        return read.presences().get(0);
    }

    @Test
    void a_secret_that_was_taken_away_is_followed_from_the_commit_that_brought_it() throws Exception {
        made.commit("readme.md", "nothing");
        RevCommit brought = made.commit("config/app.env", "KEY=hush");
        made.commit("config/app.env", "KEY=hush\nOTHER=1");
        RevCommit gone = made.commit("config/app.env", "OTHER=1");
        made.commit("readme.md", "still nothing");
        Presence presence = only(read(new Searching("hush")));
        assertThat(presence.path()).isEqualTo("config/app.env");
        assertThat(presence.first()).contains(new Presence.At(brought.name(), Instant.parse("2026-03-02T12:00:00Z")));
        assertThat(presence.gone()).contains(new Presence.At(gone.name(), Instant.parse("2026-03-04T12:00:00Z")));
        assertThat(presence.inHead()).isFalse();
        assertThat(presence.reach()).isEqualTo(Reach.REF);
        assertThat(presence.blob()).isEqualTo(made.blob(brought, "config/app.env"));
    }

    @Test
    void what_is_loose_and_what_is_packed_reads_the_same() throws Exception {
        Random random = new Random(4);
        StringBuilder text = new StringBuilder();
        for (int version = 0; version < 60; version++) {
            text.append("line ").append(random.nextLong()).append('\n');
            if (version == 20) {
                text.append("hush\n");
            }
            if (version == 40) {
                text.delete(text.indexOf("hush"), text.indexOf("hush") + 5);
            }
            made.commit("log.txt", text.toString());
            made.commit("src/deep/in/folders/" + version % 7 + ".txt", "version " + version);
        }
        Searching before = new Searching("hush", "version 33");
        HistoryRead loose = read(before);
        made.pack();
        assertThat(made.packs()).isNotEmpty();
        Searching after = new Searching("hush", "version 33");
        HistoryRead packed = read(after);
        assertThat(after.shown)
                .containsExactlyInAnyOrderElementsOf(before.shown)
                .doesNotHaveDuplicates();
        assertThat(packed.presences()).containsExactlyInAnyOrderElementsOf(loose.presences());
        assertThat(packed.blobs()).isEqualTo(loose.blobs()).isEqualTo(120);
        assertThat(packed.bytes()).isEqualTo(loose.bytes());
        assertThat(packed.commits()).isEqualTo(120);
        assertThat(packed.holes()).isEqualTo(Holes.NONE);
        assertThat(packed.presences()).hasSize(2);
    }

    @Test
    void a_blob_is_read_once_however_often_it_lies_there() throws Exception {
        made.commit("a.txt", "the same");
        made.commit("b.txt", "the same");
        made.pack();
        try (MadeRepository other = MadeRepository.in(temp.resolve("other"))) {
            other.commit("c.txt", "the same");
            other.commit("d.txt", "another");
            other.pack();
            Files.write(
                    made.objects().resolve("info").resolve("alternates"),
                    (other.objects() + "\n").getBytes(StandardCharsets.UTF_8));
            Searching searching = new Searching("the same");
            HistoryRead read = read(searching);
            assertThat(searching.shown).containsExactlyInAnyOrder("the same", "another");
            assertThat(read.presences()).extracting(Presence::path).containsExactlyInAnyOrder("a.txt", "b.txt");
        }
    }

    @Test
    void branches_tags_and_the_stash_are_read_and_named() throws Exception {
        made.commit("readme.md", "nothing");
        made.git().checkout().setCreateBranch(true).setName("feature").call();
        made.commit("feature.txt", "hush one");
        made.git().checkout().setName("main").call();
        made.commit("tagged.txt", "hush two");
        made.git().tag().setName("v1").setMessage("first").setSigned(false).call();
        made.commit("tagged.txt", "");
        made.write("readme.md", "hush three");
        made.git().stashCreate().call();
        HistoryRead read = read(new Searching("hush one", "hush two", "hush three"));
        assertThat(read.presences())
                .extracting(Presence::number, Presence::inHead, Presence::refs)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(0, false, List.of("refs/heads/feature")),
                        org.assertj.core.groups.Tuple.tuple(1, false, List.of("refs/tags/v1")),
                        org.assertj.core.groups.Tuple.tuple(2, false, List.of("refs/stash")));
    }

    @Test
    void a_merge_brings_nothing_anew() throws Exception {
        made.commit("readme.md", "nothing");
        made.git().checkout().setCreateBranch(true).setName("feature").call();
        RevCommit brought = made.commit("feature.txt", "hush");
        made.git().checkout().setName("main").call();
        made.commit("main.txt", "main");
        made.git()
                .merge()
                .include(made.git().getRepository().resolve("feature"))
                .setFastForward(MergeCommand.FastForwardMode.NO_FF)
                .setMessage("Merge")
                .call();
        Presence presence = only(read(new Searching("hush")));
        assertThat(presence.first()).map(Presence.At::commit).contains(brought.name());
        assertThat(presence.inHead()).isTrue();
        assertThat(presence.gone()).isEmpty();
    }

    @Test
    void what_a_reset_threw_away_is_told_apart_from_what_goes_out_with_a_push() throws Exception {
        RevCommit good = made.commit("readme.md", "nothing");
        made.commit("oops.txt", "hush");
        made.git()
                .reset()
                .setMode(ResetCommand.ResetType.HARD)
                .setRef(good.name())
                .call();
        assertThat(only(read(new Searching("hush"))).reach()).isEqualTo(Reach.REFLOG);
        deleteReflogs();
        Presence nowhere = only(read(new Searching("hush")));
        assertThat(nowhere.reach()).isEqualTo(Reach.NOTHING);
        assertThat(nowhere.path()).isEqualTo("oops.txt");
    }

    private void deleteReflogs() throws IOException {
        for (String log : List.of("HEAD", "refs/heads/main")) {
            Files.delete(made.folder().resolve(".git").resolve("logs").resolve(log));
        }
    }

    @Test
    void what_was_added_and_never_committed_is_found_without_a_path() throws Exception {
        made.commit("readme.md", "nothing");
        try (ObjectInserter inserter = made.git().getRepository().newObjectInserter()) {
            inserter.insert(Constants.OBJ_BLOB, "hush".getBytes(StandardCharsets.UTF_8));
            inserter.flush();
        }
        Presence presence = only(read(new Searching("hush")));
        assertThat(presence.path()).isEmpty();
        assertThat(presence.first()).isEmpty();
        assertThat(presence.reach()).isEqualTo(Reach.NOTHING);
    }

    @Test
    void a_bare_repository_and_a_further_working_tree_are_read() throws Exception {
        made.commit("secret.txt", "hush");
        Path bare = temp.resolve("bare.git");
        Git.cloneRepository()
                .setURI(made.folder().toUri().toString())
                .setDirectory(bare.toFile())
                .setBare(true)
                .call()
                .close();
        assertThat(only(read(bare, new Searching("hush"))).inHead()).isTrue();
        Path entry = made.folder().resolve(".git").resolve("worktrees").resolve("second");
        Path second = Files.createDirectories(temp.resolve("second"));
        Files.createDirectories(entry);
        Files.writeString(entry.resolve("HEAD"), "ref: refs/heads/main\n");
        Files.writeString(entry.resolve("commondir"), "../..\n");
        Files.writeString(entry.resolve("gitdir"), second.resolve(".git") + "\n");
        Files.writeString(second.resolve(".git"), "gitdir: " + entry + "\n");
        assertThat(only(read(second, new Searching("hush"))).inHead()).isTrue();
        assertThat(only(read(Files.createDirectories(made.folder().resolve("sub/folder")), new Searching("hush")))
                        .path())
                .isEqualTo("secret.txt");
    }

    @Test
    void no_repository_is_an_error_that_says_so() {
        assertThatThrownBy(() -> probe.open(temp.resolve("nowhere")))
                .isInstanceOf(ProbeException.Unreachable.class)
                .hasMessageContaining("there is no folder");
        assertThatThrownBy(() -> probe.open(temp))
                .isInstanceOf(ProbeException.Unreachable.class)
                .hasMessageContaining("no git repository");
    }

    @Test
    void names_of_another_length_are_refused_rather_than_passed_over() throws Exception {
        made.commit("readme.md", "nothing");
        made.configure("core", "", "repositoryformatversion", "1")
                .configure("extensions", "", "objectformat", "sha256");
        assertThatThrownBy(() -> probe.open(made.folder())).isInstanceOf(ProbeException.Malformed.class);
    }

    @Test
    void a_repository_without_commits_has_no_tips() throws Exception {
        try (GitHistory history = probe.open(made.folder())) {
            assertThat(history.tips().none()).isTrue();
            assertThat(history.read(new Searching()).holes()).isEqualTo(Holes.NONE);
        }
    }

    @Test
    void a_missing_blob_a_missing_tree_and_a_missing_commit_are_counted() throws Exception {
        RevCommit first = made.commit("a/a.txt", "one");
        made.commit("a/a.txt", "two");
        Files.delete(made.loose(made.blob(first, "a/a.txt")));
        assertThat(read(new Searching()).holes().missing()).isEqualTo(1);
        RevCommit third = made.commit("b/b.txt", "three");
        Files.delete(made.loose(third.getTree().name()));
        assertThat(read(new Searching()).holes().missing()).isEqualTo(2);
        made.commit("c.txt", "four");
        Files.delete(made.loose(third.name()));
        assertThat(read(new Searching()).holes().missing()).isGreaterThanOrEqualTo(1);
    }

    @Test
    void a_missing_object_that_nothing_leads_to_is_no_hole() throws Exception {
        RevCommit good = made.commit("readme.md", "nothing");
        RevCommit thrown = made.commit("oops.txt", "other");
        made.git()
                .reset()
                .setMode(ResetCommand.ResetType.HARD)
                .setRef(good.name())
                .call();
        Files.delete(made.loose(made.blob(thrown, "oops.txt")));
        assertThat(read(new Searching()).holes()).isEqualTo(Holes.NONE);
    }

    @Test
    void a_ref_that_leads_nowhere_is_counted() throws Exception {
        made.commit("readme.md", "nothing");
        Files.writeString(
                made.folder().resolve(".git/refs/heads/broken"), "0123456789012345678901234567890123456789\n");
        assertThat(read(new Searching()).holes().missingTips()).isEqualTo(1);
    }

    @Test
    void a_shallow_clone_is_counted_and_the_rest_is_read() throws Exception {
        made.commit("a.txt", "one");
        made.commit("a.txt", "hush");
        RevCommit last = made.commit("b.txt", "three");
        Path shallow = temp.resolve("shallow");
        Git.cloneRepository()
                .setURI(made.folder().toUri().toString())
                .setDirectory(shallow.toFile())
                .setDepth(1)
                .call()
                .close();
        HistoryRead read = read(shallow, new Searching("hush"));
        assertThat(read.holes().cut()).isEqualTo(1);
        assertThat(read.holes().missing()).isZero();
        assertThat(read.commits()).isEqualTo(1);
        assertThat(only(read).first()).map(Presence.At::commit).contains(last.name());
    }

    @Test
    void a_partial_clone_says_so() throws Exception {
        RevCommit first = made.commit("a.txt", "one");
        made.commit("a.txt", "two");
        made.configure("remote", "origin", "promisor", "true");
        Files.delete(made.loose(made.blob(first, "a.txt")));
        Holes holes = read(new Searching()).holes();
        assertThat(holes.partial()).isTrue();
        assertThat(holes.missing()).isEqualTo(1);
        assertThat(holes.none()).isFalse();
    }

    @Test
    void corrupt_loose_objects_and_packs_are_counted_and_survived() throws Exception {
        RevCommit first = made.commit("a.txt", "one");
        made.commit("b.txt", "hush");
        Path loose = made.loose(made.blob(first, "a.txt"));
        loose.toFile().setWritable(true);
        Files.write(loose, new byte[] {1, 2, 3});
        HistoryRead read = read(new Searching("hush"));
        assertThat(read.holes().corrupt()).isEqualTo(1);
        assertThat(only(read).path()).isEqualTo("b.txt");
    }

    @Test
    void a_pack_with_flipped_bytes_is_never_silently_whole() throws Exception {
        for (int version = 0; version < 30; version++) {
            made.commit("a.txt", "some text that goes on\n".repeat(40) + new Random(version).nextLong());
        }
        made.pack();
        Path pack = made.packs().get(0);
        byte[] sound = Files.readAllBytes(pack);
        pack.toFile().setWritable(true);
        for (int at = 12; at < sound.length - 20; at += 37) {
            byte[] broken = sound.clone();
            broken[at] ^= 0x55;
            Files.write(pack, broken);
            Holes holes = read(new Searching()).holes();
            assertThat(holes.none()).as("byte %d of %d", at, sound.length).isFalse();
        }
        Files.write(pack, java.util.Arrays.copyOf(sound, sound.length / 2));
        assertThat(read(new Searching()).holes().corrupt()).isPositive();
    }

    @Test
    void a_pack_without_an_index_or_with_a_broken_one_is_named() throws Exception {
        made.commit("a.txt", "one");
        made.pack();
        Path index = Path.of(made.packs().get(0).toString().replaceFirst("pack$", "idx"));
        index.toFile().setWritable(true);
        byte[] sound = Files.readAllBytes(index);
        Files.write(index, java.util.Arrays.copyOf(sound, 700));
        assertThat(read(new Searching()).holes().unreadable())
                .singleElement()
                .asString()
                .contains("ends too early");
        Files.delete(index);
        Holes holes = read(new Searching()).holes();
        assertThat(holes.unreadable()).singleElement().asString().contains("index is missing");
        assertThat(holes.missingTips()).isPositive();
    }

    @Test
    void files_of_lfs_are_read_where_they_lie_here_and_counted_where_not() throws Exception {
        String here = "ab".repeat(32);
        String elsewhere = "cd".repeat(32);
        made.commit("here.bin", pointer(here));
        made.commit("elsewhere.bin", pointer(elsewhere));
        Path stored = made.folder().resolve(".git/lfs/objects/ab/ab").resolve(here);
        Files.createDirectories(stored.getParent());
        Files.writeString(stored, "large and hush");
        HistoryRead read = read(new Searching("hush"));
        assertThat(read.pointers()).isEqualTo(2);
        assertThat(read.holes().large()).isEqualTo(1);
        assertThat(only(read).path()).isEqualTo("here.bin");
    }

    private static String pointer(String hash) {
        return "version https://git-lfs.github.com/spec/v1\noid sha256:" + hash + "\nsize 12345\n";
    }

    @Test
    void submodules_are_named() throws Exception {
        made.commit("a.txt", "one");
        commitTree(tree -> tree.append("vendor", FileMode.GITLINK, ObjectId.fromString("11".repeat(20))));
        HistoryRead read = read(new Searching());
        assertThat(read.holes().submodules()).containsExactly("vendor");
        assertThat(read.holes().missing()).isZero();
    }

    private void commitTree(java.util.function.Consumer<TreeFormatter> entries) throws IOException {
        try (ObjectInserter inserter = made.git().getRepository().newObjectInserter()) {
            TreeFormatter tree = new TreeFormatter();
            entries.accept(tree);
            CommitBuilder commit = new CommitBuilder();
            commit.setTreeId(inserter.insert(tree));
            commit.setParentId(made.git().getRepository().resolve("HEAD"));
            commit.setAuthor(made.who());
            commit.setCommitter(made.who());
            commit.setMessage("By hand");
            ObjectId id = inserter.insert(commit);
            inserter.flush();
            RefUpdate update = made.git().getRepository().updateRef("HEAD");
            update.setNewObjectId(id);
            update.update();
        }
    }

    @Test
    void grafts_are_looked_through() throws Exception {
        made.commit("a.txt", "hush");
        RevCommit last = made.commit("a.txt", "two");
        Files.createDirectories(made.folder().resolve(".git/info"));
        Files.writeString(made.folder().resolve(".git/info/grafts"), last.name() + "\n");
        HistoryRead read = read(new Searching("hush"));
        assertThat(read.grafts()).isTrue();
        assertThat(only(read).gone()).map(Presence.At::commit).isEqualTo(Optional.of(last.name()));
    }

    @Test
    void a_blob_can_be_asked_for_by_name() throws Exception {
        RevCommit commit = made.commit("a.txt", "one");
        made.pack();
        try (GitHistory history = probe.open(made.folder())) {
            assertThat(history.blob(made.blob(commit, "a.txt"))).asString().isEqualTo("one");
            assertThatThrownBy(() -> history.blob("11".repeat(20))).isInstanceOf(ProbeException.Malformed.class);
        }
    }
}
