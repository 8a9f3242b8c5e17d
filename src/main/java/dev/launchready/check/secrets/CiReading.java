package dev.launchready.check.secrets;

import dev.launchready.check.secrets.CiFiles.CiFile;
import dev.launchready.check.secrets.CiScan.Standing;
import dev.launchready.check.secrets.CiTriggers.Circumstance;
import dev.launchready.portal.yaml.Yaml;
import dev.launchready.portal.yaml.YamlException;
import dev.launchready.portal.yaml.YamlText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Finds the scanners of each file of a build or a hook by its own form. */
final class CiReading {
    private static final int MOST_CHARACTERS = 1024 * 1024;
    private static final int CATCHES_WITHIN = 3;
    private static final int STAGE_WITHIN = 6;
    private static final Pattern BLOCK_COMMENT = Pattern.compile("(?s)/\\*.*?\\*/");
    private static final Pattern LINE_COMMENT = Pattern.compile("(?<![:\\w])//.*$");
    private static final Pattern STEP =
            Pattern.compile("^\\s*(?:sh|bat|powershell|pwsh)\\b\\s*\\(?\\s*(?:(?:script|label)\\s*:\\s*)?['\"]{0,3}");
    private static final Pattern NEVER = Pattern.compile("expression\\s*\\{\\s*(?:return\\s+)?false\\s*\\}");
    private static final Pattern RUNS_HOOKS = Pattern.compile("pre-commit(?:/action|\\s+run|-ci/lite-action)");

    private final Scanners scanners;
    private final ShellScans shell;
    private final List<CiScan> scans = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    CiReading(Scanners scanners, ShellScans shell) {
        this.scanners = scanners;
        this.shell = shell;
    }

    /** Reads them all; hooks that a build runs count as that build does. */
    List<CiScan> read(List<CiFile> files) {
        boolean buildRunsHooks = files.stream()
                .filter(file -> !file.hook())
                .anyMatch(file -> RUNS_HOOKS.matcher(bare(file.text())).find());
        CiTriggers triggers = new CiTriggers(files);
        for (CiFile file : files) {
            Optional<Circumstance> circumstance = triggers.of(file);
            List<CiScan> here = file.yaml() ? yaml(file) : script(file);
            boolean service =
                    file.name().startsWith(".pre-commit") && file.text().lines().anyMatch("ci:"::equals);
            for (CiScan scan : here) {
                boolean run = file.hook() && (buildRunsHooks || service);
                Standing asHook = run ? Standing.STAGED : Standing.HOOK;
                boolean whole = !file.hook() || (run && !looksAtStagedOnly(scan));
                CiScan started = circumstance.map(each -> each.on(scan)).orElse(scan);
                scans.add(whole ? started : scan.under(asHook, ""));
            }
        }
        return scans.stream().filter(CiScan::tells).toList();
    }

    /** The hook of gitleaks looks at what is staged, which in a build is nothing. */
    private static boolean looksAtStagedOnly(CiScan scan) {
        return scan.scanner().equals("gitleaks") || scan.scanner().equals("betterleaks");
    }

    /** Files that are no YAML, a sentence's worth each. */
    List<String> unread() {
        return List.copyOf(unread);
    }

    private static String bare(String text) {
        return text.replaceAll("(?m)(^|\\s)#.*$", "$1");
    }

    private List<CiScan> yaml(CiFile file) {
        try {
            Yaml root = YamlText.read(file.text(), MOST_CHARACTERS);
            return CiWalk.in(file.name(), root, scanners, shell);
        } catch (YamlException e) {
            unread.add(file.name() + ":" + e.at().line());
            return List.of();
        }
    }

    private List<CiScan> script(CiFile file) {
        if (!file.name().endsWith("Jenkinsfile")) {
            return shell.in(file.text(), file.name(), 1);
        }
        String[] lines = BLOCK_COMMENT
                .matcher(file.text())
                .replaceAll(comment -> "\n".repeat((int)
                        comment.group().chars().filter(each -> each == '\n').count()))
                .split("\r?\n", -1);
        List<CiScan> found = new ArrayList<>();
        for (int at = 0; at < lines.length; at++) {
            String line = LINE_COMMENT.matcher(lines[at]).replaceAll("");
            String command = STEP.matcher(line).replaceFirst("").replaceFirst("['\"]{1,3}\\s*\\)?\\s*$", "");
            for (CiScan scan : shell.in(command, file.name(), at + 1)) {
                found.add(inPipeline(scan, lines, at));
            }
        }
        return found;
    }

    private static CiScan inPipeline(CiScan scan, String[] lines, int at) {
        CiScan seen = scan;
        if (lines[at].contains("returnStatus")) {
            seen = seen.under(Standing.IGNORED, "returnStatus: true");
        }
        if (near(lines, at, CATCHES_WITHIN).contains("catchError")) {
            seen = seen.under(Standing.IGNORED, "catchError");
        }
        if (NEVER.matcher(near(lines, at, STAGE_WITHIN)).find()) {
            seen = seen.under(Standing.DISABLED, "when { expression { false } }");
        }
        return seen;
    }

    private static String near(String[] lines, int at, int reach) {
        StringBuilder text = new StringBuilder();
        for (int line = Math.max(0, at - reach); line < at; line++) {
            text.append(LINE_COMMENT.matcher(lines[line]).replaceAll("")).append('\n');
        }
        int stage = text.lastIndexOf("stage(");
        return stage < 0 ? text.toString() : text.substring(stage);
    }
}
