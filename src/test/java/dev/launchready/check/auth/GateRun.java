package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.dialect.Scan;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Problem;
import java.util.Set;
import java.util.stream.Collectors;

/** Runs a check of this family, by its card and through the engine, against one {@link Gate}. */
final class GateRun {
    private GateRun() {}

    /** The outcome, and the reasons of all findings or of the problem, sorted: {@code FAIL no-secure readable-by-script}. */
    static String told(String check, Door door, Set<Wrong> wrong) throws Exception {
        return told(check, door, wrong, door.file());
    }

    static String told(String check, Door door, Set<Wrong> wrong, String file) throws Exception {
        try (DialectServer server = new DialectServer(new Gate(door, wrong))) {
            CheckResult result = CheckHarness.run(check, Scan.portal(server.port(), file));
            result.findings().forEach(finding -> assertThat(finding.toString()).doesNotContain("pw-alice", "s3ss-"));
            String reasons = result.findings().stream()
                    .map(Finding::reason)
                    .sorted()
                    .distinct()
                    .collect(Collectors.joining(" "));
            String problem = result.problem().map(Problem::code).orElse("");
            return (result.outcome() + " " + reasons + problem).strip();
        }
    }
}
