package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.model.Scorecard;
import dev.launchready.report.HtmlReport;
import dev.launchready.report.JunitReport;
import dev.launchready.report.MarkdownReport;
import dev.launchready.report.Palette;
import dev.launchready.report.Report;
import dev.launchready.report.ReportFormat;
import dev.launchready.report.SarifReport;
import dev.launchready.report.TerminalReport;
import dev.launchready.run.RunFolder;
import dev.launchready.run.ScorecardCodec;
import dev.launchready.run.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes the reports of a scorecard: files into the run folder, the terminal's to stdout. */
final class Reporting {
    /** Where a build server takes a summary in markdown, by the name of the variable that holds the file. */
    private static final String JOB_SUMMARY = "GITHUB_STEP_SUMMARY";

    private final Surroundings surroundings;
    private final ReportOptions options;
    private final RunFolder folder;
    private final Catalog catalog;

    Reporting(Surroundings surroundings, ReportOptions options, RunFolder folder, Catalog catalog) {
        this.surroundings = surroundings;
        this.options = options;
        this.folder = folder;
        this.catalog = catalog;
    }

    /** Files first, the terminal last, so that what it says of the files is true. */
    void publish(Scorecard scorecard) throws UsageException, IOException {
        Set<ReportFormat> formats = options.formats();
        List<String> written = new ArrayList<>();
        for (ReportFormat format : formats) {
            Optional<String> name = format.fileName();
            if (name.isPresent()) {
                Path file = folder.file(name.get());
                WholeFile.write(file, text(format, scorecard).getBytes(StandardCharsets.UTF_8));
                written.add(shown(file));
            }
        }
        if (options.ci()) {
            summarise(scorecard);
        }
        if (formats.contains(ReportFormat.TERMINAL)) {
            terminal(written).write(scorecard, surroundings.out());
            surroundings.out().flush();
        }
        if (options.open() && formats.contains(ReportFormat.HTML)) {
            Desktop.open(folder.file("report.html"), surroundings.err());
        }
    }

    private String text(ReportFormat format, Scorecard scorecard) throws IOException {
        if (format == ReportFormat.JSON) {
            return new ScorecardCodec().write(scorecard);
        }
        StringBuilder text = new StringBuilder();
        report(format).write(scorecard, text);
        return text.toString();
    }

    private Report report(ReportFormat format) {
        return switch (format) {
            case HTML -> new HtmlReport();
            case MARKDOWN -> new MarkdownReport();
            case SARIF -> new SarifReport(catalog, surroundings.folder());
            case JUNIT -> new JunitReport();
            case TERMINAL, JSON -> terminal(List.of());
        };
    }

    private TerminalReport terminal(List<String> files) {
        boolean colour = options.color().orElse(surroundings.colour() && !options.ci());
        return new TerminalReport(surroundings.width(), colour ? Palette.ANSI : Palette.PLAIN, files);
    }

    private void summarise(Scorecard scorecard) throws IOException {
        String file = surroundings.environment().getOrDefault(JOB_SUMMARY, "");
        if (!file.isEmpty()) {
            Files.writeString(
                    surroundings.resolve(Path.of(file)),
                    text(ReportFormat.MARKDOWN, scorecard),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        }
    }

    private String shown(Path file) {
        return file.startsWith(surroundings.folder())
                ? surroundings.folder().relativize(file).toString()
                : file.toString();
    }
}
