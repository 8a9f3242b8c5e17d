package dev.launchready.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code launch-ready secrets} takes besides the places to look at. */
final class SecretsOptions {
    @Option(names = "--format", paramLabel = "FORMAT", description = "terminal, json or sarif, to stdout.")
    private String format = "terminal";

    @Option(
            names = "--gitleaks-config",
            paramLabel = "FILE",
            description = "Rules and allowlists of a gitleaks.toml; they replace ours unless it says useDefault.")
    private @Nullable Path gitleaks;

    @Option(
            names = "--baseline",
            paramLabel = "FILE",
            description = "Known secrets, by value: they are listed, and do not count.")
    private @Nullable Path baseline;

    @Option(names = "--write-baseline", paramLabel = "FILE", description = "Write what was found as a baseline.")
    private @Nullable Path writeBaseline;

    @Option(
            names = "--waivers",
            paramLabel = "FILE",
            description = "Accepted findings with reason, owner and end. Default: what the portal file names.")
    private @Nullable Path waivers;

    @Option(
            names = "--portal",
            paramLabel = "FILE",
            description =
                    "Portal file whose fingerprint-key and waivers count. Default: launch-ready.yml here, if any.")
    private @Nullable Path portal;

    @Option(
            names = "--history",
            negatable = true,
            defaultValue = "true",
            fallbackValue = "true",
            description = "Look at the history of a repository as well. On, unless --no-history is given.")
    private boolean history = true;

    @Option(
            names = "--kept",
            paramLabel = "DIR",
            description =
                    "Remember how far a history was read, so that the next look reads only what is new. CI may cache it. Default: launch-ready-report/kept, where that folder is.")
    private @Nullable Path kept;

    @Option(
            names = "--allow-unproven",
            description = "Exit 0 instead of 3 when nothing was found but something could not be read.")
    private boolean allowUnproven;

    @Option(names = "--color", negatable = true, description = "Colour, whatever the terminal says.")
    private @Nullable Boolean color;

    String format() {
        return format;
    }

    Optional<Path> gitleaks() {
        return Optional.ofNullable(gitleaks);
    }

    Optional<Path> baseline() {
        return Optional.ofNullable(baseline);
    }

    Optional<Path> writeBaseline() {
        return Optional.ofNullable(writeBaseline);
    }

    Optional<Path> waivers() {
        return Optional.ofNullable(waivers);
    }

    Optional<Path> portal() {
        return Optional.ofNullable(portal);
    }

    boolean history() {
        return history;
    }

    Optional<Path> kept() {
        return Optional.ofNullable(kept);
    }

    boolean allowUnproven() {
        return allowUnproven;
    }

    Optional<Boolean> color() {
        return Optional.ofNullable(color);
    }
}
