package dev.launchready.check.secrets;

import dev.launchready.check.secrets.CiScan.Standing;
import dev.launchready.portal.yaml.Yaml;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Walks through the YAML of a build, whatever service it is for, and finds what runs a scanner. What makes a part worth less (switched off,
 * failures allowed, started by hand) holds for everything below it.
 */
final class CiWalk {
    /** Keys whose text names something that runs. */
    private static final Set<String> REFERENCES =
            Set.of("uses", "image", "task", "pipe", "repo", "template", "component", "id", "remote", "include");
    /** Keys whose text is a script. */
    private static final Set<String> SCRIPTS = Set.of(
            "run",
            "script",
            "scripts",
            "before_script",
            "after_script",
            "command",
            "commands",
            "bash",
            "powershell",
            "pwsh",
            "entry",
            "inlinescript",
            "steps");

    /** A build in another repository: {@code other/builds/.github/workflows/scan.yml@v1}, {@code scan.yml@templates}. */
    private static final Pattern ELSEWHERE = Pattern.compile("(?!\\./)[\\w./-]+\\.ya?ml@[\\w./-]+");

    /** The whole of a condition. */
    private static final Pattern SELDOM_EVENT = Pattern.compile(
            "^(?:\\$\\{\\{\\s*)?github\\.event_name\\s*==\\s*['\"](?:schedule|workflow_dispatch|release)['\"]\\s*(?:\\}\\})?$");

    private static final Set<String> LABELS =
            Set.of("name", "displayname", "description", "key", "label", "title", "if", "env");

    private final String file;
    private final Scanners scanners;
    private final ShellScans shell;
    private final Set<String> extended = new HashSet<>();
    private final Set<String> started = new HashSet<>();
    private final boolean jobsAreStarted;
    private final List<CiScan> found = new ArrayList<>();

    private CiWalk(String file, Yaml root, Scanners scanners, ShellScans shell) {
        this.file = file;
        this.scanners = scanners;
        this.shell = shell;
        Optional<Yaml> workflows = CiYaml.value(root, "workflows");
        this.jobsAreStarted =
                workflows.isPresent() && CiYaml.value(root, "jobs").isPresent();
        workflows.ifPresent(each -> CiYaml.names(each, started));
        gatherExtended(root);
    }

    static List<CiScan> in(String file, Yaml root, Scanners scanners, ShellScans shell) {
        CiWalk walk = new CiWalk(file, root, scanners, shell);
        walk.top(root);
        return List.copyOf(walk.found);
    }

    private void top(Yaml root) {
        int before = found.size();
        if (!(root instanceof Yaml.Block block)) {
            walk(root, "");
            return;
        }
        for (Yaml.Entry entry : block.entries()) {
            boolean hidden = entry.key().startsWith(".") && !extended.contains(entry.key());
            if (hidden) {
                demote(() -> walk(entry.value(), entry.key()), Standing.DISABLED, "nothing extends " + entry.key());
            } else if (entry.key().equals("jobs") && jobsAreStarted) {
                jobs(entry.value());
            } else if (!entry.key().equals("orbs")) {
                walk(entry.value(), entry.key());
            }
        }
        secretDetectionSwitch(root).ifPresent(reason -> demoteSince(before, Standing.DISABLED, reason));
    }

    /** CircleCI runs only those jobs that a workflow names. */
    private void jobs(Yaml jobs) {
        if (jobs instanceof Yaml.Block block) {
            for (Yaml.Entry job : block.entries()) {
                if (started.contains(job.key())) {
                    walk(job.value(), job.key());
                } else {
                    demote(() -> walk(job.value(), job.key()), Standing.DISABLED, "no workflow runs " + job.key());
                }
            }
        }
    }

    private void walk(Yaml node, String key) {
        if (node instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> walk(item, key));
        } else if (node instanceof Yaml.Scalar scalar) {
            text(scalar, key.toLowerCase(Locale.ROOT));
        } else if (node instanceof Yaml.Block block) {
            int before = found.size();
            block.entries().stream()
                    .filter(entry -> !LABELS.contains(entry.key().toLowerCase(Locale.ROOT)))
                    .forEach(entry -> entry(entry));
            circumstances(block, before);
            ofAnotherProject(block);
        }
    }

    /** GitLab's {@code include: [{project: group/builds, file: scan.yml}]}. */
    private void ofAnotherProject(Yaml.Block block) {
        Optional<String> project = CiYaml.value(block, "project").flatMap(CiYaml::plain);
        Set<String> names = new LinkedHashSet<>();
        CiYaml.value(block, "file").ifPresent(each -> CiYaml.names(each, names));
        if (project.isPresent() && file.startsWith(".gitlab")) {
            int line = block.at().line();
            names.forEach(name -> refer(name.replaceFirst("^/", "") + "@" + project.get(), line));
        }
    }

    private void entry(Yaml.Entry entry) {
        if (orbJob(entry.key())) {
            refer(entry.key(), entry.at().line());
        }
        walk(entry.value(), entry.key());
    }

    private void refer(String reference, int line) {
        Optional<String> scanner = scanners.inReference(reference);
        scanner.ifPresent(each -> found.add(new CiScan(file, line, each, Standing.RUNS, "")));
        if (scanner.isEmpty() && ELSEWHERE.matcher(reference).matches()) {
            found.add(CiScan.elsewhere(file, line, reference));
        }
    }

    private void text(Yaml.Scalar scalar, String key) {
        int line = scalar.at().line();
        if (REFERENCES.contains(key) || orbJob(scalar.text())) {
            refer(scalar.text(), line);
        } else if (SCRIPTS.contains(key)) {
            found.addAll(shell.in(scalar.text(), file, line));
        }
    }

    /** A job of an orb, {@code gitleaks/scan}, in a workflow. */
    private boolean orbJob(String text) {
        return started.contains(text) && text.contains("/");
    }

    /** What stands beside or above a scanner and takes its weight. */
    private void circumstances(Yaml.Block block, int since) {
        for (Yaml.Entry entry : block.entries()) {
            String key = entry.key().toLowerCase(Locale.ROOT);
            String text = entry.value() instanceof Yaml.Scalar scalar
                    ? scalar.text().strip().toLowerCase(Locale.ROOT)
                    : "";
            String written = entry.key() + ": " + text;
            boolean off =
                    switch (key) {
                        case "if", "condition" ->
                            text.replaceAll("[${}\\s]", "").equals("false");
                        case "enabled" -> text.equals("false");
                        case "when" -> text.equals("never") || text.equals("false");
                        default -> false;
                    };
            boolean ignored =
                    switch (key) {
                        case "continue-on-error", "continueonerror", "allow_failure", "soft_fail", "ignore_failure" ->
                            text.equals("true");
                        case "failure" -> text.equals("ignore");
                        default -> false;
                    };
            boolean byHand = (key.equals("when") && text.equals("manual"))
                    || (key.equals("trigger") && text.equals("manual"))
                    || (key.equals("stages") && CiYaml.only(entry.value(), "manual"));
            boolean seldom =
                    switch (key) {
                        case "if" -> SELDOM_EVENT.matcher(text).find();
                        case "only" -> CiYaml.only(entry.value(), "schedules");
                        default -> false;
                    };
            if (off) {
                demoteSince(since, Standing.DISABLED, written);
            } else if (seldom) {
                demoteSince(since, Standing.SELDOM, text.isEmpty() ? "only: schedules" : written);
            } else if (ignored) {
                demoteSince(since, Standing.IGNORED, written);
            } else if (byHand) {
                demoteSince(since, Standing.MANUAL, written);
            }
            rules(entry, since);
        }
        arguments(block, since);
    }

    /** GitLab's {@code rules} of which all say never, or all say manual. */
    private void rules(Yaml.Entry entry, int since) {
        if (!entry.key().equals("rules")
                || !(entry.value() instanceof Yaml.Sequence rules)
                || rules.items().isEmpty()) {
            return;
        }
        List<String> whens = rules.items().stream()
                .map(rule -> CiYaml.value(rule, "when").flatMap(CiYaml::plain).orElse("on_success"))
                .toList();
        if (whens.stream().allMatch("never"::equals)) {
            demoteSince(since, Standing.DISABLED, "rules: when: never");
        } else if (whens.stream().allMatch(when -> when.equals("manual") || when.equals("never"))) {
            demoteSince(since, Standing.MANUAL, "rules: when: manual");
        } else if (rules.items().stream().allMatch(CiWalk::ofSchedule)) {
            demoteSince(since, Standing.SELDOM, "rules: schedule");
        }
    }

    private static boolean ofSchedule(Yaml rule) {
        return CiYaml.value(rule, "if")
                .flatMap(CiYaml::plain)
                .filter(text -> text.matches("\\$ci_pipeline_source\\s*==\\s*['\"]schedule['\"]"))
                .isPresent();
    }

    /** What is handed to an action under {@code with} or in {@code env}. */
    private void arguments(Yaml.Block block, int since) {
        Optional<Yaml> with = CiYaml.value(block, "with").or(() -> CiYaml.value(block, "inputs"));
        for (int at = since; at < found.size(); at++) {
            CiScan scan = found.get(at);
            boolean trivy = scan.scanner().equals("trivy");
            Optional<String> exit =
                    with.flatMap(each -> CiYaml.value(each, "exit-code")).flatMap(CiYaml::plain);
            Optional<String> scans =
                    with.flatMap(each -> CiYaml.value(each, "scanners")).flatMap(CiYaml::plain);
            if (trivy
                    && with.isPresent()
                    && scans.filter(list -> !list.contains("secret")).isPresent()) {
                found.set(at, scan.under(Standing.DISABLED, "scanners: " + scans.get()));
            } else if (trivy
                    && CiYaml.value(block, "uses").isPresent()
                    && exit.filter(code -> !code.equals("0")).isEmpty()) {
                found.set(at, scan.under(Standing.IGNORED, "trivy-action without exit-code"));
            }
            Stream.of("soft_fail", "soft-fail", "no-fail", "exit-zero")
                    .filter(name -> with.flatMap(each -> CiYaml.value(each, name))
                            .flatMap(CiYaml::plain)
                            .filter("true"::equals)
                            .isPresent())
                    .findFirst()
                    .ifPresent(name -> demoteSince(since, Standing.IGNORED, name + ": true"));
        }
        CiYaml.value(block, "env")
                .flatMap(env -> CiYaml.value(env, "VALIDATE_GITLEAKS"))
                .flatMap(CiYaml::plain)
                .filter("false"::equals)
                .ifPresent(off -> demoteSince(since, Standing.DISABLED, "VALIDATE_GITLEAKS: false"));
    }

    private void demote(Runnable walking, Standing standing, String because) {
        int before = found.size();
        walking.run();
        demoteSince(before, standing, because);
    }

    private void demoteSince(int first, Standing standing, String because) {
        for (int at = first; at < found.size(); at++) {
            found.set(at, found.get(at).under(standing, because));
        }
    }

    /** GitLab: the variable that switches its template off. */
    private static Optional<String> secretDetectionSwitch(Yaml root) {
        return CiYaml.value(root, "variables")
                .flatMap(variables -> CiYaml.value(variables, "SECRET_DETECTION_DISABLED"))
                .flatMap(CiYaml::plain)
                .filter(text -> text.equals("true") || text.equals("1"))
                .map(text -> "SECRET_DETECTION_DISABLED: " + text);
    }

    private void gatherExtended(Yaml node) {
        if (node instanceof Yaml.Block block) {
            for (Yaml.Entry entry : block.entries()) {
                if (entry.key().equals("extends")) {
                    CiYaml.names(entry.value(), extended);
                }
                gatherExtended(entry.value());
            }
        } else if (node instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(this::gatherExtended);
        }
    }
}
