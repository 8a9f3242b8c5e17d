package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Notebook;
import dev.launchready.check.secrets.GitHistoryCheck.Seen;
import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.RuleSet;
import dev.launchready.detect.SecretSearch;
import dev.launchready.probe.git.GitHistory;
import dev.launchready.probe.git.JGitProbe;
import dev.launchready.probe.git.MadeRepository;
import dev.launchready.run.ObservationCodec;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.MergeCommand;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.merge.MergeStrategy;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HistorySearchTest {
    private static final Instant START = Instant.parse("2026-06-01T08:00:00Z");
    private static final SecretSearch SECRETS = SecretSearch.builtIn(FingerprintKey.of("test"));

    @TempDir
    private Path temp;

    private MadeRepository made;
    private final Written notes = new Written();
    private Instant now = START;

    /** Notes as they lie in files. */
    private static final class Written implements Notebook {
        private final Map<String, String> texts = new HashMap<>();
        private final ObservationCodec codec = new ObservationCodec();

        @Override
        public <N extends Record> Optional<N> read(String name, Class<N> type) {
            try {
                return texts.containsKey(name) ? Optional.of(codec.read(texts.get(name), type)) : Optional.empty();
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public void write(String name, Record note) {
            texts.put(name, codec.write(note));
        }

        HistoryNote only() {
            assertThat(texts).hasSize(1);
            return read(texts.keySet().iterator().next(), HistoryNote.class).orElseThrow();
        }
    }

    @BeforeEach
    void start() throws Exception {
        made = MadeRepository.in(temp.resolve("source"));
    }

    private Seen look(SecretSearch secrets, Notebook book) throws Exception {
        try (GitHistory history = new JGitProbe(2).open(made.folder())) {
            return new HistorySearch(secrets, book, Clock.fixed(now, ZoneOffset.UTC))
                    .look(history, "source", made.folder());
        }
    }

    /** Looks with the notes an hour later; tells whether only what is new was read, and holds it to a look at the whole. */
    private boolean recent() throws Exception {
        now = now.plus(Duration.ofHours(1));
        Seen seen = look(SECRETS, notes);
        Seen whole = look(SECRETS, Notebook.NONE);
        assertThat(seen.found()).containsExactlyInAnyOrderElementsOf(whole.found());
        assertThat(seen.thrownAway()).containsExactlyInAnyOrderElementsOf(whole.thrownAway());
        assertThat(seen.notOpened()).isEqualTo(whole.notOpened());
        assertThat(seen.holes()).isEqualTo(whole.holes());
        assertThat(seen.commits()).isEqualTo(whole.commits());
        assertThat(seen.refs()).isEqualTo(whole.refs());
        return notes.only().whole().isBefore(now);
    }

    private void commitKeys(int from, int to) throws Exception {
        for (int key = from; key < to; key++) {
            made.commit("config/" + key + ".js", "const stripe = '" + Keys.stripeLive(key) + "';\n");
        }
    }

    @Test
    void what_came_since_is_read_and_what_was_found_before_stays() throws Exception {
        commitKeys(1, 3);
        assertThat(recent()).isFalse();
        commitKeys(3, 5);
        made.commit("config/1.js", "");
        assertThat(recent()).isTrue();
        assertThat(look(SECRETS, notes).found())
                .hasSize(4)
                .anySatisfy(each -> assertThat(each.first().inHead()).contains(false));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void whatever_happens_it_finds_what_a_look_at_the_whole_finds(long seed) throws Exception {
        Random random = new Random(seed);
        commitKeys(1, 2);
        int recent = 0;
        for (int step = 0; step < 14; step++) {
            for (int change = 0; change <= random.nextInt(3); change++) {
                change(random);
            }
            recent += recent() ? 1 : 0;
        }
        assertThat(recent).isGreaterThan(6);
    }

    private void change(Random random) throws Exception {
        String file = "src/" + random.nextInt(4) + ".txt";
        Git git = made.git();
        boolean there = made.folder().resolve(file).toFile().exists();
        switch (random.nextInt(9)) {
            case 0, 1 -> made.commit(file, "key = " + Keys.stripeLive(random.nextInt(5)) + "\n");
            case 2 -> made.commit(file, "nothing " + random.nextInt() + "\n");
            case 3 -> made.commit(file, "a = " + Keys.github(random.nextInt(3)) + "\n" + random.nextInt() + "\n");
            case 4 -> {
                if (there) {
                    made.commit(file, "");
                }
            }
            case 5 ->
                git.checkout()
                        .setCreateBranch(git.getRepository().findRef("side") == null)
                        .setName("side")
                        .call();
            case 6 -> git.checkout().setName("main").call();
            case 7 -> {
                if (git.getRepository().findRef("side") != null) {
                    git.checkout().setName("main").call();
                    git.merge()
                            .include(git.getRepository().findRef("side"))
                            .setStrategy(MergeStrategy.THEIRS)
                            .setCommit(true)
                            .setFastForward(MergeCommand.FastForwardMode.NO_FF)
                            .call();
                }
            }
            default ->
                git.tag()
                        .setName("v" + random.nextInt(1_000_000))
                        .setMessage("a version")
                        .setSigned(false)
                        .call();
        }
    }

    @Test
    void after_a_rewrite_the_whole_is_read() throws Exception {
        RevCommit first = made.commit("readme.md", "# Harbor\n");
        commitKeys(1, 3);
        recent();
        made.git()
                .reset()
                .setMode(ResetCommand.ResetType.HARD)
                .setRef(first.name())
                .call();
        made.commit("readme.md", "# Harbor, written anew\n");
        assertThat(recent()).isFalse();
        made.git().branchCreate().setName("gone").call();
        made.git().checkout().setName("gone").call();
        made.commit("side.js", "const stripe = '" + Keys.stripeLive(7) + "';\n");
        made.git().checkout().setName("main").call();
        recent();
        made.git().branchDelete().setBranchNames("gone").setForce(true).call();
        assertThat(recent()).isFalse();
    }

    @Test
    void what_a_reflog_alone_led_to_is_worse_once_a_branch_leads_there() throws Exception {
        RevCommit first = made.commit("readme.md", "# Harbor\n");
        RevCommit dropped = made.commit("pay.js", "const stripe = '" + Keys.stripeLive(1) + "';\n");
        made.git()
                .reset()
                .setMode(ResetCommand.ResetType.HARD)
                .setRef(first.name())
                .call();
        recent();
        assertThat(look(SECRETS, notes).thrownAway()).hasSize(1);
        made.git().branchCreate().setName("back").setStartPoint(dropped.name()).call();
        recent();
        assertThat(look(SECRETS, notes).thrownAway()).isEmpty();
    }

    @Test
    void under_other_rules_or_another_key_the_whole_is_read() throws Exception {
        commitKeys(1, 3);
        recent();
        Instant first = notes.only().whole();
        now = now.plus(Duration.ofHours(1));
        SecretSearch other = SecretSearch.builtIn(FingerprintKey.of("another portal"));
        assertThat(look(other, notes).found())
                .isEqualTo(look(other, Notebook.NONE).found());
        assertThat(notes.only().whole()).isAfter(first);
        RuleSet few = RuleSet.of(
                RuleSet.builtIn().rules().stream()
                        .filter(rule -> rule.group().equals("chat"))
                        .toList(),
                List.of());
        assertThat(look(SecretSearch.tested(few, FingerprintKey.of("another portal")), notes)
                        .found())
                .isEmpty();
    }

    @Test
    void after_a_week_the_whole_is_read_with_what_nothing_leads_to() throws Exception {
        commitKeys(1, 2);
        recent();
        now = now.plus(Duration.ofDays(8));
        assertThat(recent()).isFalse();
    }

    @Test
    void a_history_with_a_hole_is_read_whole_until_it_has_none() throws Exception {
        commitKeys(1, 3);
        Git.cloneRepository()
                .setURI(made.folder().toUri().toString())
                .setDirectory(temp.resolve("cut").toFile())
                .setDepth(1)
                .call()
                .close();
        try (GitHistory history = new JGitProbe(2).open(temp.resolve("cut"))) {
            Seen seen = new HistorySearch(SECRETS, notes, Clock.fixed(now, ZoneOffset.UTC))
                    .look(history, "cut", temp.resolve("cut"));
            assertThat(seen.holes().cut()).isPositive();
        }
        assertThat(notes.texts).isEmpty();
    }

    @Test
    void a_submodule_is_read_where_its_repository_lies_here_and_named_where_not() throws Exception {
        try (MadeRepository vendor = MadeRepository.in(temp.resolve("vendor"))) {
            vendor.commit("pay.js", "const stripe = '" + Keys.stripeLive(9) + "';\n");
            vendor.commit("pay.js", "");
            made.commit("readme.md", "# Harbor\n");
            made.git()
                    .submoduleAdd()
                    .setPath("lib/vendor")
                    .setURI(vendor.folder().toUri().toString())
                    .call()
                    .close();
            made.commitAll("Add the vendor's part");
        }
        Seen seen = look(SECRETS, notes);
        assertThat(seen.holes().submodules()).isEmpty();
        assertThat(seen.commits()).isEqualTo(4);
        assertThat(seen.found()).singleElement().satisfies(each -> {
            assertThat(each.first().file()).isEqualTo("lib/vendor/pay.js");
            assertThat(each.first().inHead()).contains(false);
            assertThat(each.first().command()).startsWith("git -C lib/vendor/ show ");
        });
        Path bare = temp.resolve("bare.git");
        Git.cloneRepository()
                .setURI(made.folder().toUri().toString())
                .setDirectory(bare.toFile())
                .setBare(true)
                .call()
                .close();
        try (GitHistory history = new JGitProbe(2).open(bare)) {
            Seen without =
                    new HistorySearch(SECRETS, notes, Clock.fixed(now, ZoneOffset.UTC)).look(history, "bare", bare);
            assertThat(without.holes().submodules()).containsExactly("lib/vendor");
            assertThat(without.found()).isEmpty();
        }
    }

    @Test
    void messages_of_commits_and_tags_are_read() throws Exception {
        made.commit("readme.md", "# Harbor\n");
        recent();
        String key = Keys.stripeLive(21);
        made.write("readme.md", "# Harbor portal\n");
        RevCommit told = made.commitAll("Pay with " + key);
        made.git()
                .tag()
                .setName("v1")
                .setMessage("with " + Keys.github(22))
                .setSigned(false)
                .call();
        assertThat(recent()).isTrue();
        assertThat(look(SECRETS, Notebook.NONE).found()).hasSize(2).anySatisfy(each -> {
            assertThat(each.first().file())
                    .isEqualTo("message of " + told.name().substring(0, 12));
            assertThat(each.first().command())
                    .isEqualTo("git cat-file -p " + told.name().substring(0, 12));
            assertThat(each.first().inHead()).contains(false);
        });
        assertThat(look(SECRETS, Notebook.NONE).thrownAway()).isEmpty();
        made.commit("readme.md", "# Harbor\n");
        assertThat(recent()).isTrue();
    }

    @Test
    void no_value_lies_in_the_notes() throws Exception {
        commitKeys(1, 4);
        recent();
        commitKeys(4, 6);
        recent();
        String written = String.join("", notes.texts.values());
        for (int key = 1; key < 6; key++) {
            assertThat(written).doesNotContain(Keys.stripeLive(key).substring(5));
        }
        assertThat(List.of(written)).allMatch(text -> text.contains("stripe-live-secret-key"));
    }
}
