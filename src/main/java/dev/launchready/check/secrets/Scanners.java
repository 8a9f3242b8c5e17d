package dev.launchready.check.secrets;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Scanners for secrets by the word that names them, whether as a command, an action, an image, a hook or a template; and what their own
 * documents say of when they let a build fail.
 *
 * @param words in lower case; one of two words is a command with its subcommand
 */
record Scanners(List<String> words) {
    /** Ends with 0 whatever it finds, unless one of these stands behind it (each tool's own reference of its command line). */
    private static final Map<String, List<String>> FAILS_ONLY_WITH = Map.of(
            "trufflehog", List.of("--fail"),
            "trivy", List.of("--exit-code"),
            "semgrep", List.of("--error", " ci"),
            "noseyparker", List.of("never"));
    /** Commands of a scanner that look at nothing, or only list what is there. */
    private static final Set<String> NO_SCAN = Set.of(
            "version",
            "--version",
            "-v",
            "help",
            "--help",
            "-h",
            "install",
            "--install",
            "audit",
            "auth",
            "completion",
            "config");

    private static final Pattern LETS_PASS = Pattern.compile(
            "--exit-code[= ]0\\b|--no-fail\\b|--exit-zero\\b|--soft-fail\\b|--fail-on[= ]never\\b|--warn-only\\b");
    private static final Pattern TRIVY_SCANS = Pattern.compile("\\b(?:fs|filesystem|repo|repository|image|rootfs)\\b");
    private static final Pattern OTHER_SCANNERS =
            Pattern.compile("--(?:scanners|security-checks)[= ](?![\\w,]*secret)[\\w,]+");

    Scanners {
        words = words.stream().map(word -> word.toLowerCase(Locale.ROOT)).toList();
    }

    /** The scanner that a reference of an action, an image, a hook, an orb or a template names. */
    Optional<String> inReference(String reference) {
        String lower = reference.toLowerCase(Locale.ROOT);
        return words.stream()
                .filter(word -> !word.contains(" "))
                .filter(word -> has(lower, word))
                .findFirst();
    }

    /** The scanner that a simple command runs. */
    Optional<String> inCommand(String command) {
        String lower = command.toLowerCase(Locale.ROOT).strip();
        Optional<String> found = words.stream()
                .filter(word -> word.contains(" ") ? lower.contains(word) : has(lower, word))
                .findFirst();
        return found.filter(word -> !installs(lower, word) && looks(lower, word));
    }

    private static boolean has(String text, String word) {
        int at = text.indexOf(word);
        while (at >= 0) {
            boolean before = at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
            int end = at + word.length();
            boolean behind = end == text.length() || !Character.isLetterOrDigit(text.charAt(end));
            if (before && behind) {
                return true;
            }
            at = text.indexOf(word, at + 1);
        }
        return false;
    }

    /** Whether the command fetches, names or prints the scanner instead of running it. */
    private static boolean installs(String command, String word) {
        String first = command.replaceFirst("^(?:sudo|time|exec|command|[a-z_][a-z0-9_]*=\\S*)\\s+", "")
                .split("\\s+", 2)[0];
        boolean other = Set.of(
                        "echo",
                        "printf",
                        "brew",
                        "apt",
                        "apt-get",
                        "apk",
                        "yum",
                        "dnf",
                        "curl",
                        "wget",
                        "tar",
                        "unzip",
                        "chmod",
                        "mv",
                        "cp",
                        "rm",
                        "mkdir",
                        "cat",
                        "grep",
                        "which",
                        "cd",
                        "export",
                        "ls",
                        "test",
                        "[",
                        "choco",
                        "winget",
                        "scoop",
                        "asdf",
                        "mise",
                        "install",
                        "ln",
                        "sha256sum")
                .contains(first);
        boolean fetched =
                command.matches("(?:sudo )?(?:pip3?|pipx|python3? -m pip|npm|yarn|pnpm|go|cargo|gem|uv|docker|podman)"
                        + " (?:tool )?(?:install|add|i|get|ci|pull|build)\\b.*");
        boolean path = command.matches("(?:.*\\s)?(?:--config|-c|--baseline|--baseline-path|--report-path|>)[= ]\\S*"
                        + Pattern.quote(word) + "\\S*")
                && !first.contains(word);
        return other || fetched || path;
    }

    private static boolean looks(String command, String word) {
        if (word.equals("trivy")) {
            return TRIVY_SCANS.matcher(command).find()
                    && !OTHER_SCANNERS.matcher(command).find();
        }
        if (word.equals("semgrep")) {
            return command.contains("secret");
        }
        int at = command.indexOf(word);
        String next = command.substring(Math.min(command.length(), at + word.length()))
                .replaceFirst("^\\S*\\s*", "");
        return !NO_SCAN.contains(next.split("\\s+", 2)[0]);
    }

    /** Why a command that scans never makes a build fail, in its own words. */
    Optional<String> toothless(String scanner, String command) {
        var flag = LETS_PASS.matcher(command);
        if (flag.find()) {
            return Optional.of(flag.group());
        }
        if (scanner.equals("detect-secrets") && command.matches("(?s).*detect-secrets\\s+scan\\b.*")) {
            return Optional.of("detect-secrets scan");
        }
        List<String> needed = FAILS_ONLY_WITH.getOrDefault(scanner, List.of());
        boolean fails = needed.isEmpty() || needed.stream().anyMatch(command::contains);
        return fails
                ? Optional.empty()
                : Optional.of(scanner + " without " + needed.get(0).strip());
    }
}
