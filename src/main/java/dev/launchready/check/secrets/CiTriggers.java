package dev.launchready.check.secrets;

import dev.launchready.check.secrets.CiFiles.CiFile;
import dev.launchready.check.secrets.CiScan.Standing;
import dev.launchready.portal.yaml.Yaml;
import dev.launchready.portal.yaml.YamlException;
import dev.launchready.portal.yaml.YamlText;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What starts the workflows of GitHub and its kin (its documents, events that trigger workflows), by themselves and through each other. */
final class CiTriggers {
    /** What a workflow is worth that does not run with every build. */
    record Circumstance(Standing standing, String because) {
        CiScan on(CiScan scan) {
            return scan.under(standing, because);
        }
    }

    private static final int MOST_CHARACTERS = 1024 * 1024;
    private static final int MOST_CALLS = 3;
    private static final Pattern WORKFLOW =
            Pattern.compile("\\.(?:github|gitea|forgejo)/workflows/.+|.+/action\\.ya?ml");
    private static final String CALLED = "workflow_call";
    private static final String BY_HAND = "workflow_dispatch";
    private static final Set<String> BY_BRANCH = Set.of("push", "pull_request", "pull_request_target");
    private static final Set<String> WITH_BUILDS = Set.of("merge_group", "workflow_run", "check_suite");
    /** Names of branches on which work goes on, by habit. */
    private static final Set<String> USUAL = Set.of(
            "main",
            "master",
            "trunk",
            "default",
            "dev",
            "develop",
            "development",
            "next",
            "stable",
            "staging",
            "live",
            "release",
            "prod",
            "production");

    private final List<CiFile> files;
    private final Map<String, Map<String, Yaml>> byFile = new LinkedHashMap<>();

    CiTriggers(List<CiFile> files) {
        this.files = files.stream()
                .filter(file -> !file.hook() && WORKFLOW.matcher(file.name()).matches())
                .toList();
        this.files.forEach(file -> byFile.put(file.name(), triggers(file)));
    }

    /** Empty where the file runs with builds, or is of a service that has no such triggers. */
    Optional<Circumstance> of(CiFile file) {
        return byFile.containsKey(file.name()) ? of(file, 0) : Optional.empty();
    }

    private Optional<Circumstance> of(CiFile file, int depth) {
        Map<String, Yaml> triggers = byFile.getOrDefault(file.name(), Map.of());
        boolean action = triggers.isEmpty();
        boolean builds =
                triggers.entrySet().stream().anyMatch(each -> startsBuilds(each.getKey(), each.getValue(), file));
        if (builds || depth > MOST_CALLS) {
            return Optional.empty();
        }
        if (action || triggers.containsKey(CALLED)) {
            List<Optional<Circumstance>> callers =
                    callers(file).stream().map(caller -> of(caller, depth + 1)).toList();
            if (callers.stream().anyMatch(Optional::isEmpty) || (action && callers.isEmpty())) {
                return Optional.empty();
            }
            if (!callers.isEmpty()) {
                return callers.stream().flatMap(Optional::stream).min(Comparator.comparing(Circumstance::standing));
            }
        }
        return Optional.of(alone(triggers));
    }

    private static Circumstance alone(Map<String, Yaml> triggers) {
        String written = "on: " + String.join(", ", triggers.keySet());
        if (triggers.keySet().equals(Set.of(BY_HAND))) {
            return new Circumstance(Standing.MANUAL, written);
        }
        if (triggers.keySet().equals(Set.of(CALLED))) {
            return new Circumstance(Standing.DISABLED, written + ", and nothing here calls it");
        }
        Set<String> branches = new LinkedHashSet<>();
        triggers.values().forEach(each -> branches.addAll(branches(each)));
        return new Circumstance(
                Standing.SELDOM, branches.isEmpty() ? written : written + ": branches: " + String.join(", ", branches));
    }

    private boolean startsBuilds(String trigger, Yaml how, CiFile file) {
        if (!BY_BRANCH.contains(trigger)) {
            return WITH_BUILDS.contains(trigger);
        }
        Set<String> branches = branches(how);
        boolean tagsAlone = CiYaml.value(how, "tags").isPresent()
                && CiYaml.value(how, "branches-ignore").isEmpty();
        if (branches.isEmpty()) {
            return !tagsAlone;
        }
        return branches.stream()
                .anyMatch(each -> USUAL.contains(each) || each.contains("*") || builtElsewhere(each, file));
    }

    /** Whether another workflow runs for the branch too, so that it is one on which builds run. */
    private boolean builtElsewhere(String branch, CiFile file) {
        return byFile.entrySet().stream()
                .filter(other -> !other.getKey().equals(file.name()))
                .flatMap(other -> other.getValue().values().stream())
                .anyMatch(how -> branches(how).contains(branch));
    }

    private static Set<String> branches(Yaml how) {
        Set<String> names = new LinkedHashSet<>();
        CiYaml.value(how, "branches").ifPresent(each -> CiYaml.names(each, names));
        names.removeIf(name -> name.startsWith("!"));
        return names;
    }

    private List<CiFile> callers(CiFile file) {
        String name = file.name().replaceFirst("/action\\.ya?ml$", "");
        Pattern uses = Pattern.compile("uses:\\s*[\"']?\\./" + Pattern.quote(name) + "(?![\\w./-]*\\w)");
        return files.stream()
                .filter(other -> !other.name().equals(file.name()))
                .filter(other -> uses.matcher(other.text()).find())
                .toList();
    }

    private static Map<String, Yaml> triggers(CiFile file) {
        Map<String, Yaml> triggers = new LinkedHashMap<>();
        try {
            CiYaml.value(YamlText.read(file.text(), MOST_CHARACTERS), "on").ifPresent(on -> gather(on, triggers));
        } catch (YamlException e) {
            return Map.of(); // told of by whoever reads it for what it runs
        }
        return triggers;
    }

    private static void gather(Yaml on, Map<String, Yaml> triggers) {
        if (on instanceof Yaml.Block block) {
            block.entries().forEach(entry -> triggers.put(entry.key(), entry.value()));
        } else {
            Set<String> names = new LinkedHashSet<>();
            CiYaml.names(on, names);
            names.forEach(name -> triggers.put(name, on));
        }
    }
}
