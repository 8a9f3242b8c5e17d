package dev.launchready.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The portal's source as its makers have it on their disk: what builds it, and what they wrote down about its keys. */
record DemoSource(Switches on) {
    /** The folder of the source, beside the portal file. */
    static final String FOLDER = "source";

    private static final String BUILD = ".github/workflows/build.yml";
    private static final String KEYS = "docs/keys.md";
    private static final String RIGHTS = "docs/rights.md";
    private static final String SCANNING = "docs/scanning.md";
    private static final String OTHER_THINGS = "# House rules\n\nThe kettle is filled by whoever empties it.\n";

    private static final String STEPS = """
            name: build
            on: @ON@
            jobs:
              test:
                runs-on: ubuntu-latest
                steps:
                  - uses: actions/checkout@v4
                    with: {fetch-depth: 0}
                  - run: ./mvnw -q verify
            """;
    private static final String SCAN = """
              leaks:
                runs-on: ubuntu-latest
            @BESIDE@    steps:
                  - uses: actions/checkout@v4
                  - run: launch-ready secrets .
            """;
    private static final String HOOKS = ".pre-commit-config.yaml";
    private static final String HOOK = """
            repos:
              - repo: https://github.com/Yelp/detect-secrets
                rev: v1.5.0
                hooks: [{id: detect-secrets}]
            """;

    void write(Path folder) throws IOException {
        Path source = folder.resolve(FOLDER);
        put(source.resolve("README.md"), "# Harbor\n\nThe portal of Harbor Coaching.\n");
        if (!attestsScanning() && !on.has(SourceFlaws.NO_BUILD)) {
            put(source.resolve(BUILD), build());
        }
        if (on.has(SourceFlaws.HOOK_ONLY)) {
            put(source.resolve(HOOKS), HOOK);
        } else if (on.has(SourceFlaws.STAGED_ONLY)) {
            put(
                    source.resolve(HOOKS),
                    HOOK.replace("Yelp/detect-secrets", "gitleaks/gitleaks")
                            .replace("id: detect-secrets", "id: gitleaks"));
        }
        if (attestsScanning()) {
            paper(
                    source.resolve(SCANNING),
                    "# Scanning\n\nA job of our CI server looks for secrets every night.\n",
                    SourceFlaws.SCAN_PROOF_MISSING,
                    SourceFlaws.SCAN_PROOF_EMPTY,
                    SourceFlaws.SCAN_PROOF_SILENT);
        }
        paper(source.resolve(KEYS), """
                # Keys

                | key | opens | who rotates it | where it goes | last tried |
                |---|---|---|---|---|
                | database | the portal's tables | operations | the host's secret store | this spring |
                | mail | sending | operations | the host's secret store | this spring |

                To revoke one: make the new one, deploy, wait a minute, revoke the old one in the issuer's console.
                """, SourceFlaws.PLAN_MISSING, SourceFlaws.PLAN_EMPTY, SourceFlaws.PLAN_SILENT);
        paper(
                source.resolve(RIGHTS),
                """
                # Rights

                | account | role | why |
                |---|---|---|
                | portal's database user | read and write, no change of tables | serves pages |
                | backup | read-only | nightly copy |
                """,
                SourceFlaws.RIGHTS_MISSING,
                SourceFlaws.RIGHTS_EMPTY,
                SourceFlaws.RIGHTS_SILENT);
        DemoHistory.write(on, source);
    }

    private boolean attestsScanning() {
        return Stream.of(
                        SourceFlaws.SCAN_PROOF_MISSING,
                        SourceFlaws.SCAN_PROOF_EMPTY,
                        SourceFlaws.SCAN_PROOF_SILENT,
                        SourceFlaws.SCAN_WITHOUT_PROOF)
                .anyMatch(on::has);
    }

    private String build() {
        String started = on.has(SourceFlaws.BY_HAND)
                ? "workflow_dispatch"
                : on.has(SourceFlaws.NIGHTLY) ? "{schedule: [{cron: '0 3 * * *'}]}" : "[push, pull_request]";
        String steps = STEPS.replace("@ON@", started);
        if (on.has(SourceFlaws.STAGED_ONLY)) {
            return steps + "      - uses: pre-commit/action@v3.0.1\n";
        }
        if (on.has(SourceFlaws.NOT_SCANNED) || on.has(SourceFlaws.HOOK_ONLY)) {
            return steps;
        }
        String beside = on.has(SourceFlaws.SWITCHED_OFF)
                ? "    if: false\n"
                : on.has(SourceFlaws.NEVER_FAILS) ? "    continue-on-error: true\n" : "";
        return steps + SCAN.replace("@BESIDE@", beside);
    }

    private void paper(Path file, String text, Flaw missing, Flaw empty, Flaw silent) throws IOException {
        if (!on.has(missing)) {
            put(file, on.has(empty) ? "" : on.has(silent) ? OTHER_THINGS : text);
        }
    }

    static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** The parts {@code source} and {@code attest} of the portal file; the latter is open for more. */
    String ofPortalFile() {
        List<String> lines = Stream.of(
                        word("secrets.rotation-plan", KEYS, SourceFlaws.PLAN_UNNAMED),
                        word("secrets.least-privilege", RIGHTS, SourceFlaws.RIGHTS_UNNAMED),
                        attestsScanning() ? word("secrets.ci-scanning", SCANNING, SourceFlaws.SCAN_WITHOUT_PROOF) : "")
                .filter(line -> !line.isEmpty())
                .toList();
        return "source: {repository: " + FOLDER + ", artifacts: [" + DemoLeavings.BUILD + "], logs: ["
                + DemoLeavings.LOGS + "/*.log]}\nattest:\n" + String.join("", lines);
    }

    private String word(String check, String proof, Flaw unnamed) {
        String named = on.has(unnamed) ? "" : ", proof: " + FOLDER + "/" + proof;
        return "  " + check + ": {by: the demo itself, on: " + LocalDate.now(Clock.systemUTC()) + ", days: 90" + named
                + "}\n";
    }
}
