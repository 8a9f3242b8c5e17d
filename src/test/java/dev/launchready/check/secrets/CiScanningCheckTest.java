package dev.launchready.check.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.Judgement;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CiScanningCheckTest {
    private static final String SOURCE = "source: {repository: .}\n";

    private final CiScanningCheck check = new CiScanningCheck();

    @TempDir
    Path folder;

    private SourcePortal portal() {
        return new SourcePortal(folder);
    }

    private String told() throws Exception {
        return SourcePortal.told(portal().judge(check, SOURCE));
    }

    private void github(String... job) throws IOException {
        portal().write(
                        ".github/workflows/build.yml",
                        "on: [push, pull_request]\njobs:\n  build:\n    runs-on: ubuntu-latest\n    steps:\n"
                                + "      - uses: actions/checkout@v4\n" + String.join("\n", job) + "\n");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "      - uses: gitleaks/gitleaks-action@v2 | passes",
                "      - uses: trufflesecurity/trufflehog@main | passes",
                "      - uses: docker://zricethezav/gitleaks:latest | passes",
                "      - run: launch-ready secrets . | passes",
                "      - run: java -jar launch-ready.jar scan --ci | fails not-scanned",
                "      - run: gitleaks detect --redact -v | passes",
                "      - run: docker run -v .:/src ghcr.io/gitleaks/gitleaks git /src | passes",
                "      - run: trufflehog git file://. --fail | passes",
                "      - run: trufflehog git file://. | fails never-fails",
                "      - run: detect-secrets-hook --baseline .secrets.baseline $(git ls-files) | passes",
                "      - run: detect-secrets scan > report.json | fails never-fails",
                "      - run: trivy fs --exit-code 1 . | passes",
                "      - run: trivy fs . | fails never-fails",
                "      - run: trivy fs --scanners vuln --exit-code 1 . | fails not-scanned",
                "      - run: gitleaks detect OR true | fails never-fails",
                "      - run: gitleaks detect --exit-code 0 | fails never-fails",
                "      - run: gitleaks detect OR echo found | fails never-fails",
                "      - run: echo gitleaks comes later | fails not-scanned",
                "      - run: brew install gitleaks | fails not-scanned",
                "      - run: go install github.com/gitleaks/gitleaks/v8@latest | fails not-scanned",
                "      - run: gitleaks version | fails not-scanned",
                "      - run: npm test # gitleaks detect | fails not-scanned",
                "      #- uses: gitleaks/gitleaks-action@v2 | fails not-scanned",
                "      - name: gitleaks | fails not-scanned"
            })
    void a_step_of_github_counts_when_it_scans_and_can_fail(String step, String expected) throws Exception {
        github("      " + step.strip().replace(" OR ", " || "));
        assertThat(told()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "if: false, fails switched-off",
        "if: ${{ false }}, fails switched-off",
        "continue-on-error: true, fails never-fails",
        "continue-on-error: false, passes",
        "if: github.event_name == 'push', passes",
        "if: github.event_name == 'schedule', warns not-every-build"
    })
    void what_stands_beside_a_step_decides_what_it_is_worth(String line, String expected) throws Exception {
        github("      - uses: gitleaks/gitleaks-action@v2", "        " + line);
        assertThat(told()).isEqualTo(expected);
        portal().write(
                        ".github/workflows/build.yml",
                        "on: push\njobs:\n  leaks:\n    " + line + "\n    steps:\n      - run: gitleaks dir .\n");
        assertThat(told()).as("on the job").isEqualTo(expected);
    }

    @Test
    void a_workflow_that_only_a_person_starts_is_told_as_such() throws Exception {
        portal().write(
                        ".github/workflows/x.yaml",
                        "on: workflow_dispatch\njobs:\n  a:\n    steps: [{run: gitleaks dir .}]\n");
        assertThat(told()).isEqualTo("warns by-hand");
    }

    @Test
    void scripts_and_actions_of_the_project_are_looked_into() throws Exception {
        github("      - run: npm run scan");
        portal().write("package.json", "{\"scripts\": {\"scan\": \"secretlint '**/*'\"}}");
        assertThat(told()).isEqualTo("passes");
        portal().write("package.json", "{\"scripts\": {\"scan\": \"secretlint '**/*' || true\"}}");
        assertThat(told()).isEqualTo("fails never-fails");
        github("      - run: make security");
        portal().write("Makefile", "security: deps\n\t@gitleaks dir .\n\nother:\n\techo\n");
        assertThat(told()).isEqualTo("passes");
        portal().write("Makefile", "security: deps\n\t-gitleaks dir .\n");
        assertThat(told()).isEqualTo("fails never-fails");
        github("      - run: ./ci/scan.sh");
        portal().write("ci/scan.sh", "#!/bin/sh\nset -e\ngitleaks dir .\n");
        assertThat(told()).isEqualTo("passes");
        portal().write("ci/scan.sh", "#!/bin/sh\nset +e\ngitleaks dir .\necho done\n");
        assertThat(told()).isEqualTo("fails never-fails");
        github("      - uses: ./.github/actions/leaks");
        portal().write(
                        ".github/actions/leaks/action.yml",
                        "runs:\n  using: composite\n  steps:\n    - run: gitleaks dir .\n");
        assertThat(told()).isEqualTo("passes");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                ".gitlab-ci.yml|include:\\n  - template: Jobs/Secret-Detection.gitlab-ci.yml|passes",
                ".gitlab-ci.yml|include:\\n  - template: Jobs/Secret-Detection.gitlab-ci.yml\\nvariables: {SECRET_DETECTION_DISABLED: \"true\"}|fails switched-off",
                ".gitlab-ci.yml|leaks:\\n  image: zricethezav/gitleaks\\n  script: [gitleaks dir .]|passes",
                ".gitlab-ci.yml|leaks:\\n  script: [gitleaks dir .]\\n  allow_failure: true|fails never-fails",
                ".gitlab-ci.yml|leaks:\\n  script: [gitleaks dir .]\\n  when: manual|warns by-hand",
                ".gitlab-ci.yml|leaks:\\n  script: [gitleaks dir .]\\n  rules: [{when: never}]|fails switched-off",
                ".gitlab-ci.yml|.leaks:\\n  script: [gitleaks dir .]\\nbuild: {script: [make]}|fails switched-off",
                ".gitlab-ci.yml|.leaks:\\n  script: [gitleaks dir .]\\nmine: {extends: .leaks}|passes",
                ".gitlab-ci.yml|build: {script: [make]}|fails not-scanned",
                ".gitlab-ci.yml|leaks:\\n  script: [gitleaks dir .]\\n  only: [schedules]|warns not-every-build",
                ".gitlab-ci.yml|leaks:\\n  script: [gitleaks dir .]\\n  rules: [{if: '$CI_PIPELINE_SOURCE == \"schedule\"'}]|warns not-every-build",
                ".circleci/config.yml|orbs: {gitleaks: upenn/gitleaks@1}\\njobs: {b: {steps: [checkout]}}\\nworkflows: {w: {jobs: [b, gitleaks/scan_local]}}|passes",
                ".circleci/config.yml|orbs: {gitleaks: upenn/gitleaks@1}\\njobs: {b: {steps: [checkout]}}\\nworkflows: {w: {jobs: [b]}}|fails not-scanned",
                ".circleci/config.yml|jobs: {leaks: {steps: [{run: {command: gitleaks dir .}}]}}\\nworkflows: {w: {jobs: [leaks]}}|passes",
                ".circleci/config.yml|jobs: {leaks: {steps: [{run: gitleaks dir .}]}, b: {steps: [checkout]}}\\nworkflows: {w: {jobs: [b]}}|fails switched-off",
                "azure-pipelines.yml|steps:\\n  - task: CredScan@3|passes",
                "azure-pipelines.yml|steps:\\n  - script: gitleaks dir .\\n    continueOnError: true|fails never-fails",
                "azure-pipelines.yml|steps:\\n  - bash: gitleaks dir .\\n    condition: false|fails switched-off",
                "bitbucket-pipelines.yml|pipelines:\\n  default:\\n    - step:\\n        script:\\n          - pipe: atlassian/git-secrets-scan:1.3.0|passes",
                "bitbucket-pipelines.yml|pipelines:\\n  default:\\n    - step:\\n        trigger: manual\\n        script:\\n          - gitleaks dir .|warns by-hand",
                "Jenkinsfile|pipeline { stages { stage('leaks') { steps {\\n  sh 'gitleaks dir .'\\n} } } }|passes",
                "Jenkinsfile|stage('leaks') {\\n  // sh 'gitleaks dir .'\\n  sh 'make'\\n}|fails not-scanned",
                "Jenkinsfile|stage('leaks') {\\n  sh(script: 'gitleaks dir .', returnStatus: true)\\n}|fails never-fails",
                "Jenkinsfile|stage('leaks') {\\n  catchError(buildResult: 'SUCCESS') {\\n    sh \\\"gitleaks dir .\\\"\\n  }\\n}|fails never-fails",
                "Jenkinsfile|stage('leaks') {\\n  when { expression { false } }\\n  steps { sh 'x' }\\n  sh 'gitleaks dir .'\\n}|fails switched-off",
                ".drone.yml|steps:\\n  - name: leaks\\n    image: zricethezav/gitleaks\\n    failure: ignore|fails never-fails",
                ".woodpecker.yml|steps:\\n  leaks:\\n    image: zricethezav/gitleaks\\n    commands: [gitleaks dir .]|passes",
                ".travis.yml|script:\\n  - trufflehog filesystem . --fail|passes",
                ".pre-commit-config.yaml|repos:\\n  - repo: https://github.com/gitleaks/gitleaks\\n    hooks: [{id: gitleaks}]|warns hook-only",
                ".pre-commit-config.yaml|ci:\\n  autofix_prs: false\\nrepos:\\n  - repo: https://github.com/Yelp/detect-secrets\\n    hooks: [{id: detect-secrets}]|passes",
                ".husky/pre-commit|npx secretlint .|warns hook-only",
                "lefthook.yml|pre-commit:\\n  commands:\\n    leaks:\\n      run: gitleaks git --staged|warns hook-only",
                ".buildkite/pipeline.yml|steps:\\n  - command: gitleaks dir .\\n    soft_fail: true|fails never-fails",
                "README.md|nothing|fails no-build",
                "azure-pipelines.yml|steps:\\n\\t- bad|blocks not-read"
            })
    void each_service_has_its_own_way(String file, String text, String expected) throws Exception {
        portal().write(file, text.replace("\\n", "\n").replace("\\t", "\t").replace("\\\"", "\"") + "\n");
        assertThat(told()).isEqualTo(expected);
    }

    @Test
    void hooks_that_a_build_runs_count_but_not_the_one_that_looks_at_what_is_staged() throws Exception {
        github("      - uses: pre-commit/action@v3.0.1");
        String hook = "repos:\n  - repo: https://github.com/%s\n    hooks: [{id: %s}]\n";
        portal().write(".pre-commit-config.yaml", hook.formatted("Yelp/detect-secrets", "detect-secrets"));
        assertThat(told()).isEqualTo("passes");
        portal().write(".pre-commit-config.yaml", hook.formatted("gitleaks/gitleaks", "gitleaks"));
        assertThat(told()).isEqualTo("warns staged-only");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "push | passes",
                "[push, pull_request] | passes",
                "{push: {branches: [main]}} | passes",
                "{push: {branches-ignore: [main]}} | passes",
                "{push: {branches: ['release/**']}} | passes",
                "{push: {branches: [harbor-live]}} | passes",
                "{push: {branches: [nightly-security]}, pull_request: } | passes",
                "{push: {branches: [nightly-security]}} | warns not-every-build",
                "{push: {tags: ['v*']}} | warns not-every-build",
                "{schedule: [{cron: '0 3 * * *'}]} | warns not-every-build",
                "{schedule: [{cron: '0 3 * * *'}], workflow_dispatch: } | warns not-every-build",
                "{release: {types: [published]}} | warns not-every-build",
                "workflow_dispatch | warns by-hand",
                "workflow_call | fails switched-off"
            })
    void a_workflow_counts_when_it_runs_with_builds(String on, String expected) throws Exception {
        portal().write(
                        ".github/workflows/scan.yml",
                        "on: " + on + "\njobs:\n  a:\n    steps: [{run: gitleaks dir .}]\n");
        portal().write(
                        ".github/workflows/build.yml",
                        "on: {push: {branches: [harbor-live]}}\njobs:\n  a:\n    steps: [{run: make}]\n");
        assertThat(told()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "push | ./.github/workflows/scan.yml | passes",
                "{schedule: [{cron: '0 3 * * *'}]} | ./.github/workflows/scan.yml | warns not-every-build",
                "push | ./.github/workflows/other.yml | fails switched-off",
                "push | other-org/builds/.github/workflows/secret-scan.yml@v1 | blocks elsewhere",
                "workflow_dispatch | other-org/builds/.github/workflows/secret-scan.yml@v1 | fails switched-off",
                "push | gitleaks/builds/.github/workflows/scan.yml@v1 | passes"
            })
    void a_workflow_that_another_calls_is_started_as_that_one_is(String on, String calls, String expected)
            throws Exception {
        portal().write(
                        ".github/workflows/scan.yml",
                        "on: workflow_call\njobs:\n  a:\n    steps: [{run: gitleaks dir .}]\n");
        portal().write(".github/workflows/build.yml", "on: " + on + "\njobs:\n  a:\n    uses: " + calls + "\n");
        assertThat(told()).isEqualTo(expected);
    }

    @Test
    void a_build_elsewhere_is_not_known_and_a_word_says_what_it_does() throws Exception {
        portal().write(
                        ".gitlab-ci.yml",
                        "include: [{project: harbor/builds, file: /scan.yml}]\nbuild: {script: [make]}\n");
        assertThat(told()).isEqualTo("blocks elsewhere");
        String attest = "attest: {secrets.ci-scanning: {by: Kim, on: " + LocalDate.now()
                + ", proof: https://ci.harbor.example/leaks}}\n";
        assertThat(SourcePortal.told(portal().judge(check, SOURCE + attest))).isEqualTo("passes");
    }

    @Test
    void a_word_counts_where_nothing_is_seen_and_has_to_have_its_proof() throws Exception {
        String attest = SOURCE + "attest: {secrets.ci-scanning: {by: Kim, on: " + LocalDate.now() + ", proof: %s}}\n";
        Judgement judged = portal().judge(check, attest.formatted("https://ci.harbor.example/leaks"));
        assertThat(SourcePortal.told(judged)).isEqualTo("passes");
        assertThat(check.attestation(portal().observe(check, attest.formatted("https://ci.harbor.example/leaks"))))
                .hasValueSatisfying(word -> assertThat(word.by()).isEqualTo("Kim"));
        assertThat(SourcePortal.told(portal().judge(check, attest.formatted("docs/none.md"))))
                .isEqualTo("fails proof-missing");
        portal().write("docs/silent.md", "The kettle.");
        assertThat(SourcePortal.told(portal().judge(check, attest.formatted("docs/silent.md"))))
                .isEqualTo("warns proof-silent");
        github("      - uses: gitleaks/gitleaks-action@v2");
        assertThat(check.attestation(portal().observe(check, attest.formatted("docs/none.md"))))
                .isEmpty();
    }

    @Test
    void what_is_told_names_the_file_the_line_and_the_words_that_decide() throws Exception {
        github("      - uses: gitleaks/gitleaks-action@v2", "        continue-on-error: true");
        assertThat(SourcePortal.raised(portal().judge(check, SOURCE)))
                .singleElement()
                .satisfies(raised -> {
                    assertThat(raised.facts())
                            .containsEntry("file", ".github/workflows/build.yml")
                            .containsEntry("line", "7")
                            .containsEntry("because", "continue-on-error: true");
                    assertThat(raised.where().line()).contains(7);
                });
    }
}
