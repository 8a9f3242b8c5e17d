package dev.launchready.cli;

import dev.launchready.engine.Selection;
import dev.launchready.model.Severity;
import dev.launchready.score.Policy.FailOn;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What every command that scans takes. */
final class ScanOptions {
    private static final Pattern TIME = Pattern.compile("(\\d{1,6})(s|m|h)");
    private static final int SECONDS_OF_A_MINUTE = 60;
    private static final int SECONDS_OF_AN_HOUR = 3600;

    @Option(
            names = "--profile",
            paramLabel = "ID|FILE",
            description =
                    "Which profile: an id of 'list profiles', or a file. Default: default with a portal file, quick without.")
    private @Nullable String profile;

    @Option(
            names = "--checks",
            paramLabel = "DIR",
            description = "A folder of cards and profiles over the program's own.")
    private @Nullable Path checks;

    @Option(names = "--only", split = ",", paramLabel = "GLOB", description = "Only these checks, such as cors.*")
    private List<String> only = new ArrayList<>();

    @Option(names = "--skip", split = ",", paramLabel = "GLOB", description = "All but these checks.")
    private List<String> skip = new ArrayList<>();

    @Option(
            names = "--env-file",
            paramLabel = "FILE",
            description = "Lines NAME=VALUE for $${env:NAME} in the portal file.")
    private @Nullable Path envFile;

    @Option(
            names = "--fail-on",
            paramLabel = "SEVERITY",
            description = "critical, high, medium, low or never: replaces the profile's gate and hard stops.")
    private @Nullable String failOn;

    @Option(names = "--allow-unproven", description = "Exit 0 instead of 3 when all that is missing is not tested.")
    private boolean allowUnproven;

    @Option(names = "--baseline", paramLabel = "FILE", description = "Known findings: only new ones close the gate.")
    private @Nullable Path baseline;

    @Option(
            names = "--write-baseline",
            paramLabel = "FILE",
            description = "Write the findings of this run as a baseline.")
    private @Nullable Path writeBaseline;

    @Option(names = "--waivers", paramLabel = "FILE", description = "Accepted findings, with reason, owner and end.")
    private @Nullable Path waivers;

    @Option(
            names = "--check-access",
            paramLabel = "FILE",
            description = "Fail when somebody reaches more than this access lock says.")
    private @Nullable Path checkAccess;

    @Option(
            names = "--write-access",
            paramLabel = "FILE",
            description = "Write who reaches what as an access lock, to be kept with the source.")
    private @Nullable Path writeAccess;

    @Option(
            names = "--max-time",
            paramLabel = "TIME",
            description = "End after this time (90s, 5m, 1h), with a report.")
    private @Nullable String maxTime;

    @Option(names = "--plan", description = "Print what would be done, and do nothing.")
    private boolean plan;

    @Option(names = "--resume", description = "Go on with the run in the report folder that was cut off.")
    private boolean resume;

    @Option(
            names = {"-v", "--verbose"},
            description = "Write every request to launch-ready.log.")
    private boolean verbose;

    @Mixin
    private ReportOptions report = new ReportOptions();

    Optional<String> profile() {
        return Optional.ofNullable(profile);
    }

    Optional<Path> checks() {
        return Optional.ofNullable(checks);
    }

    Optional<Path> envFile() {
        return Optional.ofNullable(envFile);
    }

    Optional<Path> baseline() {
        return Optional.ofNullable(baseline);
    }

    Optional<Path> writeBaseline() {
        return Optional.ofNullable(writeBaseline);
    }

    Optional<Path> checkAccess() {
        return Optional.ofNullable(checkAccess);
    }

    Optional<Path> writeAccess() {
        return Optional.ofNullable(writeAccess);
    }

    Optional<Path> waivers() {
        return Optional.ofNullable(waivers);
    }

    boolean allowUnproven() {
        return allowUnproven;
    }

    boolean plan() {
        return plan;
    }

    boolean resume() {
        return resume;
    }

    ReportOptions report() {
        return report;
    }

    boolean verbose() {
        return verbose;
    }

    Selection selection() {
        return new Selection(only, skip);
    }

    Optional<FailOn> failOn() throws UsageException {
        if (failOn == null) {
            return Optional.empty();
        }
        String wanted = failOn.toUpperCase(Locale.ROOT);
        if (wanted.equals("NEVER")) {
            return Optional.of(new FailOn(Optional.empty()));
        }
        for (Severity each : Severity.values()) {
            if (each.name().equals(wanted) && each != Severity.INFO) {
                return Optional.of(new FailOn(Optional.of(each)));
            }
        }
        throw new UsageException("--fail-on takes critical, high, medium, low or never, not '" + failOn + "'");
    }

    Optional<Duration> maxTime() throws UsageException {
        if (maxTime == null) {
            return Optional.empty();
        }
        Matcher time = TIME.matcher(maxTime);
        if (!time.matches()) {
            throw new UsageException("--max-time takes a time such as 90s, 5m or 1h, not '" + maxTime + "'");
        }
        long unit =
                switch (time.group(2)) {
                    case "h" -> SECONDS_OF_AN_HOUR;
                    case "m" -> SECONDS_OF_A_MINUTE;
                    default -> 1;
                };
        return Optional.of(Duration.ofSeconds(Long.parseLong(time.group(1)) * unit));
    }
}
