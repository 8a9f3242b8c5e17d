package dev.launchready.check.secrets;

import dev.launchready.check.secrets.CiScan.Standing;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds scanners in the lines of a shell script, and in the scripts that it calls. Pure but for the scripts that it asks for. */
final class ShellScans {
    private static final int MOST_CALLS = 3;
    private static final Pattern COMMENT = Pattern.compile("(?m)(^|\\s)#.*$");
    private static final Pattern CONTINUED = Pattern.compile("\\\\\\r?\\n\\s*");
    private static final Pattern COMMANDS = Pattern.compile("(?<!\\|)\\|(?!\\|)|&&|;|\\|\\|");
    private static final Pattern SWALLOWED =
            Pattern.compile("\\|\\|\\s*(?:true|:|exit\\s+0|echo\\b.*|printf\\b.*)\\s*\\)?\\s*$");
    private static final Pattern CALL = Pattern.compile(
            "(?:^|\\s)(?:(?:npm|pnpm|yarn|bun) (?:run(?:-script)? )?(?<script>[\\w:.-]+)|(?:make|just|task) (?:-\\S+ )*(?<target>[\\w:.-]+)"
                    + "|(?:(?:ba|z|da)?sh |\\./|source |\\. )(?<file>[\\w./-]+))");

    private final Scanners scanners;
    private final Function<Call, Optional<String>> scripts;

    /**
     * A script that another calls.
     *
     * @param kind {@code script} of package.json, {@code target} of a Makefile, or {@code file}
     */
    record Call(String kind, String name) {}

    ShellScans(Scanners scanners, Function<Call, Optional<String>> scripts) {
        this.scanners = scanners;
        this.scripts = scripts;
    }

    List<CiScan> in(String text, String file, int line) {
        return in(text, file, line, 0);
    }

    private List<CiScan> in(String text, String file, int line, int depth) {
        List<CiScan> found = new ArrayList<>();
        boolean goesOn = false;
        for (String written : CONTINUED.matcher(text).replaceAll(" ").split("\r?\n", -1)) {
            String bare = COMMENT.matcher(written).replaceAll("$1").strip();
            goesOn = bare.matches("set \\+e.*") || (goesOn && !bare.matches("set -e.*|exit \\$.*"));
            boolean swallowed = SWALLOWED.matcher(bare).find();
            for (String command : COMMANDS.split(bare, -1)) {
                boolean ignored = goesOn || swallowed;
                String because = goesOn
                        ? "set +e"
                        : swallowed
                                ? "|| "
                                        + bare.substring(bare.lastIndexOf("||") + 2)
                                                .strip()
                                : "";
                for (CiScan each : command(command.strip(), file, line, depth)) {
                    found.add(ignored ? each.under(Standing.IGNORED, because) : each);
                }
            }
        }
        return found;
    }

    private List<CiScan> command(String command, String file, int line, int depth) {
        if (command.isEmpty()) {
            return List.of();
        }
        Optional<String> scanner = scanners.inCommand(command);
        if (scanner.isPresent()) {
            Optional<String> toothless = scanners.toothless(scanner.get(), command);
            return List.of(new CiScan(
                    file,
                    line,
                    scanner.get(),
                    toothless.isPresent() ? Standing.IGNORED : Standing.RUNS,
                    toothless.orElse("")));
        }
        List<CiScan> called = new ArrayList<>();
        Matcher call = CALL.matcher(command);
        while (depth < MOST_CALLS && call.find()) {
            Call what = call.group("script") != null
                    ? new Call("script", call.group("script"))
                    : call.group("target") != null
                            ? new Call("target", call.group("target"))
                            : new Call("file", call.group("file"));
            scripts.apply(what).ifPresent(text -> called.addAll(in(text, file, line, depth + 1)));
        }
        return called;
    }
}
