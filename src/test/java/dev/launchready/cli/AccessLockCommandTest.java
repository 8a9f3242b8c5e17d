package dev.launchready.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The access lock over whole scans of the demo portal. */
class AccessLockCommandTest {
    private static final String SOME = "authz.function-level,authz.access-lock";
    private static final String FLAW = "authz.function-level/other-role-reads";

    @TempDir
    private Path folder;

    private Cli demo(String flaws, String... more) {
        String[] args = {"demo", "--flaws", flaws, "--only", SOME, "--format", "json,terminal,sarif,junit,markdown,html"
        };
        String[] all = java.util.stream.Stream.concat(
                        java.util.stream.Stream.of(args), java.util.stream.Stream.of(more))
                .toArray(String[]::new);
        return Cli.run(folder, all);
    }

    @Test
    void aLockHoldsWhileNothingChangesAndFailsWhenSomebodyReachesMore() throws IOException {
        Cli written = demo("none", "--write-access", "access.lock");
        Cli held = demo("none", "--check-access", "access.lock");
        String lock = Files.readString(folder.resolve("access.lock"));

        assertThat(written.err()).contains("Wrote access.lock: ");
        assertThat(lock.lines().toList()).first().isEqualTo("# launch-ready access.lock 1");
        assertThat(lock)
                .contains("GET /api/admin/users | admin | ALLOWED\n", "GET /api/admin/users | client | REFUSED\n")
                .doesNotContain("alice", "harbor.example");
        assertThat(held.code()).as(held.all()).isZero();

        Cli broken = demo(FLAW, "--check-access", "access.lock", "--waivers", waived());

        assertThat(broken.code()).as(broken.all()).isEqualTo(ExitCode.NOT_READY.code());
        assertThat(broken.out()).contains("client may now GET /api/admin/").contains("(authz.access-lock)");
        for (String report : new String[] {"report.html", "report.md", "scorecard.json", "report.sarif", "junit.xml"}) {
            assertThat(Files.readString(folder.resolve("launch-ready-report").resolve(report)))
                    .as(report)
                    .contains("client may now GET /api/admin/");
        }
    }

    /** So that the lock alone closes the gate. */
    private String waived() throws IOException {
        Files.writeString(folder.resolve("waivers.yml"), """
                - check: authz.function-level
                  reason: the lock alone is looked at here
                  owner: somebody
                  until: %s
                """.formatted(
                        java.time.LocalDate.now(java.time.Clock.systemUTC()).plusDays(9)));
        return "waivers.yml";
    }

    @Test
    void whatIsNoLongerReachedIsTold() throws IOException {
        Files.writeString(folder.resolve("access.lock"), """
                # launch-ready access.lock 1
                GET /api/admin/users | client | ALLOWED
                GET /api/admin/users | admin | ALLOWED
                GET /api/admin/revenue | admin | ALLOWED
                """);

        Cli told = demo("none", "--check-access", "access.lock");

        assertThat(told.code()).isEqualTo(ExitCode.READY.code());
        assertThat(Files.readString(folder.resolve("launch-ready-report/report.md")))
                .contains("client may no longer GET /api/admin/users");
    }

    @Test
    void aBrokenLockIsWrongUsage() throws IOException {
        Files.writeString(folder.resolve("access.lock"), "# launch-ready access.lock 1\nGET /a | client | ALOWED\n");
        Files.writeString(
                folder.resolve("launch-ready.yml"), "portal: {url: \"http://127.0.0.1:1\"}\naccess: access.lock\n");

        Cli byOption = Cli.run(folder, "scan", "--check-access", "access.lock", "http://127.0.0.1:1");
        Cli byFile = Cli.run(folder, "scan");
        Cli none = Cli.run(folder, "scan", "--check-access", "none.lock", "http://127.0.0.1:1");

        assertThat(byOption.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(byOption.err())
                .contains("access.lock:2: 'ALOWED' is no word")
                .contains("ALLOWED");
        assertThat(byFile.code()).isEqualTo(ExitCode.USAGE.code());
        assertThat(byFile.err()).contains("access.lock:2:");
        assertThat(none.err()).contains("there is no such access lock").doesNotContain("Exception");
    }
}
