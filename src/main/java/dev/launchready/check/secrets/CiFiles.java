package dev.launchready.check.secrets;

import dev.launchready.check.secrets.ShellScans.Call;
import dev.launchready.portal.yaml.Yaml;
import dev.launchready.portal.yaml.YamlException;
import dev.launchready.portal.yaml.YamlText;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.files.FilesProbe;
import dev.launchready.probe.files.FoundFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what a repository says of its builds and hooks. */
final class CiFiles {
    private static final int MOST_BYTES = 1024 * 1024;
    private static final List<String> BUILDS = List.of(
            ".gitlab-ci.yml",
            ".gitlab-ci.yaml",
            ".circleci/config.yml",
            ".circleci/config.yaml",
            "azure-pipelines.yml",
            "azure-pipelines.yaml",
            "bitbucket-pipelines.yml",
            ".travis.yml",
            "appveyor.yml",
            ".appveyor.yml",
            ".drone.yml",
            ".woodpecker.yml",
            ".woodpecker.yaml",
            "cloudbuild.yaml",
            "cloudbuild.yml",
            "buildspec.yml",
            "buildspec.yaml",
            ".cirrus.yml",
            "codemagic.yaml",
            ".semaphore/semaphore.yml",
            "Jenkinsfile",
            "ci/Jenkinsfile",
            "jenkins/Jenkinsfile",
            ".jenkins/Jenkinsfile");
    private static final List<String> BUILD_FOLDERS = List.of(
            ".github/workflows",
            ".gitea/workflows",
            ".forgejo/workflows",
            ".azure-pipelines",
            ".azuredevops",
            ".pipelines",
            ".woodpecker",
            ".buildkite",
            ".gitlab/ci");
    private static final List<String> HOOKS = List.of(
            ".pre-commit-config.yaml", ".pre-commit-config.yml", "lefthook.yml", "lefthook.yaml", ".lefthook.yml");
    private static final List<String> HOOK_FOLDERS = List.of(".husky", ".githooks", ".git-hooks");
    private static final Pattern LOCAL_ACTION = Pattern.compile("uses:\\s*[\"']?\\./([\\w./-]+)");
    private static final Pattern INCLUDED =
            Pattern.compile("(?m)^\\s*(?:-\\s*)?(?:local|include):\\s*[\"']?/?([\\w./-]+\\.ya?ml)");

    private final FilesProbe files;
    private final Path root;

    /** @param text without what is no UTF-8 */
    record CiFile(String name, String text, boolean hook) {
        boolean yaml() {
            return name.endsWith(".yml") || name.endsWith(".yaml");
        }
    }

    CiFiles(FilesProbe files, Path root) {
        this.files = files;
        this.root = root;
    }

    /** @throws ProbeException when a file is there and may not be read */
    List<CiFile> all() throws ProbeException {
        Map<String, CiFile> all = new LinkedHashMap<>();
        for (String name : BUILDS) {
            add(all, name, false);
        }
        for (String folder : BUILD_FOLDERS) {
            for (String name : inFolder(folder)) {
                if (name.endsWith(".yml") || name.endsWith(".yaml")) {
                    add(all, name, false);
                }
            }
        }
        for (CiFile file : List.copyOf(all.values())) {
            for (String name : mentioned(file)) {
                add(all, name, false);
            }
        }
        for (String name : HOOKS) {
            add(all, name, true);
        }
        for (String folder : HOOK_FOLDERS) {
            for (String name : inFolder(folder)) {
                if (!name.contains("/_/")) { // husky's own machinery
                    add(all, name, true);
                }
            }
        }
        return List.copyOf(all.values());
    }

    /** Local actions of GitHub and local includes of GitLab. */
    private static Set<String> mentioned(CiFile file) {
        Set<String> names = new LinkedHashSet<>();
        Matcher action = LOCAL_ACTION.matcher(file.text());
        while (action.find()) {
            names.add(action.group(1) + "/action.yml");
            names.add(action.group(1) + "/action.yaml");
        }
        Matcher included = INCLUDED.matcher(file.text());
        while (included.find()) {
            names.add(included.group(1));
        }
        return names;
    }

    private void add(Map<String, CiFile> all, String name, boolean hook) throws ProbeException {
        Optional<String> text = text(name);
        text.ifPresent(content -> all.putIfAbsent(name, new CiFile(name, content, hook)));
    }

    private List<String> inFolder(String folder) throws ProbeException {
        Path path = root.resolve(folder);
        if (!files.isFolder(path)) {
            return List.of();
        }
        return files.under(path).files().stream()
                .map(FoundFile::name)
                .map(name -> folder + "/" + name)
                .sorted()
                .toList();
    }

    private Optional<String> text(String name) throws ProbeException {
        Path path = root.resolve(name).normalize();
        if (!path.startsWith(root.normalize())) {
            return Optional.empty();
        }
        return files.read(path, MOST_BYTES).map(bytes -> new String(bytes, StandardCharsets.UTF_8));
    }

    /** A script that a build calls: of package.json, of the Makefile, or a file. Empty where there is none of that name. */
    Optional<String> script(Call call) {
        try {
            return switch (call.kind()) {
                case "script" -> text("package.json").flatMap(json -> packageScript(json, call.name()));
                case "target" -> text("Makefile").flatMap(make -> recipe(make, call.name()));
                default -> text(call.name());
            };
        } catch (ProbeException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> packageScript(String json, String name) {
        try {
            return CiYaml.value(YamlText.read(json, MOST_BYTES), "scripts")
                    .flatMap(scripts -> CiYaml.value(scripts, name))
                    .filter(Yaml.Scalar.class::isInstance)
                    .map(each -> ((Yaml.Scalar) each).text());
        } catch (YamlException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> recipe(String makefile, String target) {
        StringBuilder recipe = new StringBuilder();
        boolean inside = false;
        for (String line : makefile.split("\r?\n", -1)) {
            if (line.startsWith("\t") && inside) {
                String command = line.strip();
                boolean ignores = command.startsWith("-");
                recipe.append(command.replaceFirst("^[@-]+", ""))
                        .append(ignores ? " || true" : "")
                        .append('\n');
            } else if (!line.isBlank()) {
                inside = line.matches(Pattern.quote(target) + "\\s*:.*");
            }
        }
        return recipe.isEmpty() ? Optional.empty() : Optional.of(recipe.toString());
    }
}
