package dev.launchready.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.demo.DemoPortal;
import dev.launchready.demo.Flaws;
import dev.launchready.model.Finding;
import dev.launchready.model.Scorecard;
import dev.launchready.run.ScorecardCodec;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A run that was killed or ended goes on from its journal, and ends as if nothing had happened. */
@Timeout(180)
class ResumeTest {
    /** Enough to be killed in the middle of, and not so much that three scans take minutes. */
    private static final String SOME = "transport.*,headers.*,dns.*";

    private static final String WRITES = "authz.object-write";

    @TempDir
    private Path folder;

    @Test
    void aKilledRunEndsWithTheSameOutcomesAndFingerprints() throws Exception {
        try (DemoPortal portal = DemoPortal.start(Flaws.together())) {
            String file = portal.portalFile().toString();
            Process killed = scan(file, "killed");
            waitForAResult(folder.resolve("killed/journal"), killed);
            killed.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

            Cli resumed = Cli.run(folder, "scan", file, "--only", SOME, "--out", "killed", "--resume");
            Cli whole = Cli.run(folder, "scan", file, "--only", SOME, "--out", "whole");

            assertThat(resumed.code()).as(resumed.all()).isEqualTo(whole.code());
            assertThat(told("killed")).isEqualTo(told("whole"));
        }
    }

    @Test
    void whatAKilledRunHadMadeIsRemovedOnResume() throws Exception {
        try (DemoPortal portal = DemoPortal.start(Set.of())) {
            String file = portal.portalFile().toString();
            Process killed = scan(file, "made", WRITES);
            waitFor("\nwrote {\"step\":\"made\"", folder.resolve("made/journal"), killed);
            killed.destroyForcibly().waitFor(20, TimeUnit.SECONDS);

            Cli resumed = Cli.run(folder, "scan", file, "--only", WRITES, "--out", "made", "--resume");

            List<String> deeds = Files.readAllLines(folder.resolve("made/journal"));
            assertThat(resumed.code()).as(resumed.all()).isNotEqualTo(4);
            assertThat(ids(deeds, "made")).isNotEmpty().isSubsetOf(ids(deeds, "undone"));
        }
    }

    private static Set<String> ids(List<String> lines, String step) {
        return lines.stream()
                .filter(line -> line.startsWith("wrote {\"step\":\"" + step + "\""))
                .map(line -> line.replaceAll("^.*\"id\":\"([^\"]*)\".*$", "$1"))
                .collect(Collectors.toSet());
    }

    @Test
    void anEndedRunStillWritesItsReport() throws Exception {
        try (DemoPortal portal = DemoPortal.start(Flaws.together())) {
            Process ended = scan(portal.portalFile().toString(), "ended");
            waitForAResult(folder.resolve("ended/journal"), ended);
            ended.destroy();

            assertThat(ended.waitFor(30, TimeUnit.SECONDS)).isTrue();
            assertThat(ended.exitValue()).isIn(1, 3);
            assertThat(folder.resolve("ended/scorecard.json")).exists();
        }
    }

    @Test
    void aJournalOfAnotherRunIsNotGoneOnWith() throws Exception {
        try (DemoPortal portal = DemoPortal.start(Flaws.together())) {
            String file = portal.portalFile().toString();
            Cli.run(folder, "scan", file, "--out", "one", "--only", "cors.*");

            Cli other = Cli.run(folder, "scan", file, "--out", "one", "--only", "transport.https-redirect", "--resume");

            assertThat(other.err()).contains("another one");
            assertThat(folder.resolve("one/history")).isDirectory();
        }
    }

    private List<String> told(String out) throws IOException {
        Scorecard card = new ScorecardCodec().read(folder.resolve(out).resolve("scorecard.json"));
        return card.checks().stream()
                .map(check -> check.card().id() + " " + check.outcome() + " "
                        + check.findings().stream()
                                .map(Finding::fingerprint)
                                .sorted()
                                .toList())
                .toList();
    }

    private Process scan(String file, String out) throws IOException {
        return scan(file, out, SOME);
    }

    private Process scan(String file, String out, String only) throws IOException {
        return new ProcessBuilder(
                        System.getProperty("java.home") + File.separator + "bin" + File.separator + "java",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "dev.launchready.cli.Main",
                        "scan",
                        file,
                        "--only",
                        only,
                        "--out",
                        out)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** Returns with the first result in the journal, or when the process is through. */
    private static void waitForAResult(Path journal, Process process) throws IOException {
        waitFor("\nfinished ", journal, process);
    }

    private static void waitFor(String text, Path journal, Process process) throws IOException {
        while (process.isAlive()) {
            if (Files.isRegularFile(journal) && Files.readString(journal).contains(text)) {
                return;
            }
            Thread.onSpinWait();
        }
    }
}
