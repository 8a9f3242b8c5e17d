package dev.launchready.cli;

import dev.launchready.report.ReportFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What every command that writes reports takes. */
final class ReportOptions {
    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description = "terminal, json, html, markdown, sarif, junit. Default: terminal,json,html.")
    private List<String> formats = new ArrayList<>();

    @Option(names = "--out", paramLabel = "DIR", description = "Where the report goes. Default: launch-ready-report/")
    private @Nullable Path out;

    @Option(names = "--open", description = "Open the HTML report when it is written.")
    private boolean open;

    @Option(
            names = "--ci",
            description =
                    "For builds: sarif, junit and markdown too, the job summary, blocked checks twice, no colour.")
    private boolean ci;

    @Option(names = "--color", negatable = true, description = "Colour, whatever the terminal says.")
    private @Nullable Boolean color;

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    boolean open() {
        return open;
    }

    boolean ci() {
        return ci;
    }

    Optional<Boolean> color() {
        return Optional.ofNullable(color);
    }

    Set<ReportFormat> formats() throws UsageException {
        EnumSet<ReportFormat> all = EnumSet.noneOf(ReportFormat.class);
        for (String key : formats) {
            all.add(ReportFormat.of(key)
                    .orElseThrow(
                            () -> new UsageException("--format takes " + ReportFormat.keys() + ", not '" + key + "'")));
        }
        if (formats.isEmpty()) {
            all.addAll(EnumSet.of(ReportFormat.TERMINAL, ReportFormat.JSON, ReportFormat.HTML));
        }
        if (ci) {
            all.addAll(EnumSet.of(ReportFormat.JSON, ReportFormat.SARIF, ReportFormat.JUNIT, ReportFormat.MARKDOWN));
        }
        return all;
    }
}
