package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.model.Scorecard;
import dev.launchready.run.RunFolder;
import dev.launchready.run.ScorecardCodec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code launch-ready report}. */
@Command(
        name = "report",
        description = "Writes the reports of a run again, in other formats or elsewhere.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class ReportCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "A run folder, or its scorecard.json.")
    private Path run = Path.of("");

    @Mixin
    private ReportOptions options = new ReportOptions();

    ReportCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        Catalog catalog = Catalogs.read(Optional.empty());
        Path file = scorecardFile(surroundings, run);
        Scorecard scorecard = read(file);
        Path folder = options.out().map(surroundings::resolve).orElseGet(() -> file.resolveSibling(""));
        new Reporting(surroundings, options, new RunFolder(folder), catalog).publish(scorecard);
        return ExitCode.READY.code();
    }

    /** The scorecard that a person means by a run. */
    static Path scorecardFile(Surroundings surroundings, Path run) throws UsageException {
        Path given = surroundings.resolve(run);
        Path file = Files.isDirectory(given) ? given.resolve(ScorecardCodec.FILE_NAME) : given;
        if (!Files.isRegularFile(file)) {
            throw new UsageException(
                    "there is no run at '" + run + "': give a report folder or its " + ScorecardCodec.FILE_NAME);
        }
        return file;
    }

    static Scorecard read(Path file) throws UsageException {
        try {
            return new ScorecardCodec().read(file);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }
}
