package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.Params;
import dev.launchready.check.Told;
import dev.launchready.check.secrets.GitHistoryCheck.Seen;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Outcome;
import dev.launchready.model.Proof;
import dev.launchready.model.Secret;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.SourceTree;
import dev.launchready.probe.git.Holes;
import dev.launchready.probe.git.MadeRepository;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GitHistoryCheckTest {
    private static final String HASH = "ab".repeat(32);

    @TempDir
    private Path temp;

    private MadeRepository made;

    @BeforeEach
    void start() throws Exception {
        made = MadeRepository.in(temp.resolve("source"));
    }

    private CheckResult result() {
        return result(made.folder());
    }

    private static CheckResult result(Path repository) {
        Portal bare = Portal.at(Url.parse("https://portal.harbor.example"));
        Portal portal = new Portal(
                bare.address(),
                bare.consent(),
                bare.identities(),
                bare.routes(),
                bare.flows(),
                bare.latency(),
                new SourceTree(Optional.of(repository), List.of(), List.of()),
                bare.mail(),
                bare.edge(),
                bare.ai(),
                bare.journeys(),
                bare.health(),
                bare.attest(),
                bare.waivers(),
                bare.access(),
                bare.lines());
        return CheckHarness.run("secrets.git-history", portal);
    }

    private static Finding only(CheckResult result) {
        assertThat(result.findings()).hasSize(1);
        return result.findings().get(0);
    }

    private String blocked() {
        CheckResult result = result();
        assertThat(result.outcome()).isEqualTo(Outcome.BLOCKED);
        return result.problem().orElseThrow().code();
    }

    @Test
    void a_clean_history_passes_with_what_was_read() throws Exception {
        made.commit("readme.md", "# Harbor\n");
        made.commit("src/app.js", "const url = process.env.API_URL;\n");
        CheckResult result = result();
        assertThat(result.outcome()).isEqualTo(Outcome.PASS);
        assertThat(result.summary()).contains("2 files").contains("2 commits");
        assertThat(result.controls()).isNotEmpty();
    }

    @Test
    void a_secret_that_is_still_there_names_its_line_and_its_first_commit() throws Exception {
        made.commit("readme.md", "# Harbor\n");
        String key = Keys.stripeLive(1);
        RevCommit brought = made.commit("config/pay.js", "// payments\nconst stripe = '" + key + "';\n");
        made.commit("readme.md", "# Harbor portal\n");
        Finding finding = only(result());
        assertThat(finding.reason()).isEqualTo("in-newest-version");
        assertThat(finding.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(finding.where().file()).contains("config/pay.js");
        assertThat(finding.where().line()).contains(2);
        assertThat(finding.message())
                .contains("2026-03-02")
                .contains(brought.name().substring(0, 12));
        assertThat(finding.fix().get(0)).contains("new key");
        assertThat(finding.toString()).doesNotContain(key);
        Secret.Place place = finding.secret().orElseThrow().places().get(0);
        assertThat(place.inHead()).contains(true);
        assertThat(finding.evidence().get(0).reproduce())
                .isEqualTo("git show " + brought.name().substring(0, 12) + ":config/pay.js");
    }

    @Test
    void a_secret_that_was_deleted_is_as_bad_and_says_since_when_until_when() throws Exception {
        made.commit(".env", "STRIPE=" + Keys.stripeLive(2) + "\n");
        RevCommit gone = made.commit(".env", "");
        made.pack();
        Finding finding = only(result());
        assertThat(finding.reason()).isEqualTo("in-history");
        assertThat(finding.message())
                .contains("2026-03-01")
                .contains("2026-03-02 (commit " + gone.name().substring(0, 12));
        assertThat(String.join("\n", finding.fix())).containsSubsequence("git filter-repo", "git push --force");
        assertThat(finding.secret().orElseThrow().places().get(0).inHead()).contains(false);
    }

    @Test
    void one_value_in_many_files_and_versions_is_one_finding() throws Exception {
        String key = Keys.github(3);
        for (int version = 0; version < 12; version++) {
            made.commit("deploy.sh", "# version " + version + "\nTOKEN=" + key + "\n");
            made.commit("ci/" + version + ".sh", "curl -H 'Authorization: token " + key + "'\n");
        }
        made.pack();
        Finding finding = only(result());
        assertThat(finding.proof()).isEqualTo(Proof.CONFIRMED);
        assertThat(finding.secret().orElseThrow().places()).hasSize(13);
    }

    @Test
    void a_key_for_tests_and_a_mere_likeness_only_warn_and_a_public_key_says_nothing() throws Exception {
        made.commit("test.env", "STRIPE=" + Keys.stripeTest(4) + "\n");
        made.commit("app.js", "const key = '" + Keys.stripePublishable(5) + "';\n");
        CheckResult result = result();
        assertThat(result.outcome()).isEqualTo(Outcome.WARN);
        assertThat(only(result).reason()).isEqualTo("test-key");
    }

    @Test
    void a_commit_that_was_thrown_away_warns() throws Exception {
        RevCommit good = made.commit("readme.md", "# Harbor\n");
        made.commit(".env", "STRIPE=" + Keys.stripeLive(6) + "\n");
        made.git()
                .reset()
                .setMode(ResetCommand.ResetType.HARD)
                .setRef(good.name())
                .call();
        Finding finding = only(result());
        assertThat(finding.reason()).isEqualTo("thrown-away");
        assertThat(finding.outcome()).isEqualTo(Outcome.WARN);
    }

    @Test
    void another_branch_is_a_history_too() throws Exception {
        made.commit("readme.md", "# Harbor\n");
        made.git().checkout().setCreateBranch(true).setName("feature").call();
        made.commit(".env", "STRIPE=" + Keys.stripeLive(7) + "\n");
        made.git().checkout().setName("main").call();
        Finding finding = only(result());
        assertThat(finding.reason()).isEqualTo("in-history");
        assertThat(finding.message()).contains("refs/heads/feature");
    }

    @Test
    void an_archive_in_the_history_is_opened_and_a_broken_one_is_named() throws Exception {
        Files.write(made.folder().resolve("backup.zip"), zip("app/.env", "STRIPE=" + Keys.stripeLive(8) + "\n"));
        made.commitAll("Add a backup");
        assertThat(only(result()).reason()).isEqualTo("in-newest-version");
        byte[] broken = zip("app/.env", "nothing at all ".repeat(200));
        Files.write(made.folder().resolve("broken.zip"), java.util.Arrays.copyOf(broken, broken.length / 2));
        made.commitAll("Add a broken one");
        assertThat(result().findings()).extracting(Finding::reason).contains("not-opened");
    }

    private static byte[] zip(String name, String content) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(content.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return bytes.toByteArray();
    }

    @Test
    void no_commit_is_no_history_and_no_repository_is_no_pass() throws Exception {
        assertThat(result().outcome()).isEqualTo(Outcome.NOT_APPLICABLE);
        assertThat(result(temp.resolve("nowhere")).outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(result(Files.createDirectories(temp.resolve("folder"))).outcome())
                .isEqualTo(Outcome.BLOCKED);
    }

    @Test
    void a_shallow_clone_is_no_pass() throws Exception {
        made.commit("a.txt", "one");
        made.commit("a.txt", "two");
        Path shallow = temp.resolve("shallow");
        Git.cloneRepository()
                .setURI(made.folder().toUri().toString())
                .setDirectory(shallow.toFile())
                .setDepth(1)
                .call()
                .close();
        CheckResult result = result(shallow);
        assertThat(result.outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(result.problem().orElseThrow().code()).isEqualTo("shallow");
        assertThat(result.problem().orElseThrow().add()).contains("--unshallow");
    }

    @Test
    void a_hole_beside_a_secret_does_not_hide_the_secret() throws Exception {
        RevCommit first = made.commit("a.txt", "one");
        made.commit("a.txt", "two");
        made.commit(".env", "STRIPE=" + Keys.stripeLive(9) + "\n");
        Files.delete(made.loose(made.blob(first, "a.txt")));
        CheckResult result = result();
        assertThat(result.outcome()).isEqualTo(Outcome.FAIL);
        assertThat(only(result).reason()).isEqualTo("in-newest-version");
    }

    @ParameterizedTest
    @ValueSource(strings = {"missing", "left-out"})
    void missing_objects_are_no_pass(String code) throws Exception {
        RevCommit first = made.commit("a.txt", "one");
        made.commit("a.txt", "two");
        Files.delete(made.loose(made.blob(first, "a.txt")));
        if (code.equals("left-out")) {
            made.configure("remote", "origin", "promisor", "true");
        }
        assertThat(blocked()).isEqualTo(code);
    }

    @Test
    void a_broken_object_is_no_pass() throws Exception {
        RevCommit first = made.commit("a.txt", "one");
        made.commit("a.txt", "two");
        Path loose = made.loose(made.blob(first, "a.txt"));
        assertThat(loose.toFile().setWritable(true)).isTrue();
        Files.write(loose, new byte[] {1, 2, 3});
        assertThat(blocked()).isEqualTo("corrupt");
    }

    @Test
    void what_lfs_keeps_elsewhere_is_no_pass_until_it_was_fetched() throws Exception {
        made.commit("data.bin", "version https://git-lfs.github.com/spec/v1\noid sha256:" + HASH + "\nsize 12\n");
        assertThat(blocked()).isEqualTo("lfs-elsewhere");
        Path stored = made.folder().resolve(".git/lfs/objects/ab/ab").resolve(HASH);
        Files.createDirectories(stored.getParent());
        Files.writeString(stored, "nothing here");
        assertThat(result().outcome()).isEqualTo(Outcome.PASS);
    }

    private static Seen seen(Holes holes, List<FoundSecret> found, long left) {
        return new Seen("source", false, 10, 1000, 5, 1, holes, found, List.of(), List.of(), left);
    }

    private static String told(Seen seen) {
        return Told.of(new GitHistoryCheck().judge(seen, new Params(Map.of())));
    }

    @Test
    void every_kind_of_hole_has_a_reason_of_its_own() {
        assertThat(told(seen(new Holes(0, 0, 0, 0, 0, List.of(), false, List.of("vendor"), 0), List.of(), 0)))
                .isEqualTo("BLOCKED submodules");
        assertThat(told(seen(new Holes(0, 2, 0, 0, 0, List.of(), false, List.of(), 0), List.of(), 0)))
                .isEqualTo("BLOCKED too-large");
        assertThat(told(seen(new Holes(0, 0, 0, 1, 0, List.of(), false, List.of(), 0), List.of(), 0)))
                .isEqualTo("BLOCKED missing");
        assertThat(told(seen(new Holes(0, 0, 0, 0, 0, List.of("pack-1.pack"), false, List.of(), 0), List.of(), 0)))
                .isEqualTo("BLOCKED corrupt");
        assertThat(told(seen(Holes.NONE, List.of(), 3))).isEqualTo("BLOCKED too-many");
        assertThat(told(seen(new Holes(0, 0, 0, 0, 0, List.of(), true, List.of(), 0), List.of(), 0)))
                .isEqualTo("PASS read");
        assertThat(told(seen(Holes.NONE, List.of(), 0))).isEqualTo("PASS read");
    }

    @Test
    void a_value_that_only_looks_like_a_secret_warns() {
        FoundSecret sure = Keys.in("key = '" + Keys.stripeLive(10) + "'\n").get(0);
        FoundSecret hint = new FoundSecret(
                sure.rule(),
                sure.kind(),
                sure.keyClass(),
                sure.severity(),
                Proof.HEURISTIC,
                sure.ref(),
                sure.facts(),
                sure.rotate(),
                sure.restriction(),
                sure.sightings(),
                sure.places());
        assertThat(told(seen(Holes.NONE, List.of(hint), 0))).isEqualTo("WARN looks-like-a-secret");
        assertThat(told(seen(Holes.NONE, List.of(sure), 0))).isEqualTo("FAIL in-history");
    }
}
