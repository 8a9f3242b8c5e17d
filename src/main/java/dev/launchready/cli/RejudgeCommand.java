package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.Profile;
import dev.launchready.check.CheckRegistry;
import dev.launchready.engine.Rejudge;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Scorecard;
import dev.launchready.run.RunFolder;
import dev.launchready.run.SavedObservations;
import dev.launchready.score.Policy;
import dev.launchready.score.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code launch-ready rejudge}. */
@Command(
        name = "rejudge",
        description = "Judges what a run observed once more, by another profile, without touching the portal.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class RejudgeCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "RUN", description = "A run folder, or its scorecard.json.")
    private Path run = Path.of("");

    @Option(names = "--profile", paramLabel = "ID|FILE", description = "Default: the run's own.")
    private @Nullable String profile;

    @Option(
            names = "--checks",
            paramLabel = "DIR",
            description = "A folder of cards and profiles over the program's own.")
    private @Nullable Path checks;

    @Mixin
    private ReportOptions options = new ReportOptions();

    RejudgeCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException, IOException {
        Path file = ReportCommand.scorecardFile(surroundings, run);
        Scorecard before = ReportCommand.read(file);
        Catalog catalog = Catalogs.read(Optional.ofNullable(checks).map(surroundings::resolve));
        Profile wanted = Catalogs.profile(
                catalog, Optional.ofNullable(profile).orElse(before.profile().id()), surroundings);
        SavedObservations saved = new SavedObservations(new RunFolder(file.resolveSibling("")).observations());
        Rejudge rejudge = new Rejudge(catalog, CheckRegistry.all(), before, new Rejudge.Observations() {
            @Override
            public <O extends Record> Optional<O> of(String check, Class<O> type) throws IOException {
                return saved.read(check, type).map(SavedObservations.Saved::observation);
            }
        });
        List<CheckResult> results = rejudge.results(wanted);
        Scoring.RunFacts facts = new Scoring.RunFacts(
                RunStory.tool(catalog),
                before.portal(),
                before.started(),
                before.elapsedMs(),
                before.scope(),
                before.verdict().partial(),
                before.verdict().interrupted(),
                new Scoring.Routes(
                        before.coverage().privateRoutesKnown(),
                        before.coverage().privateRoutesExercised()),
                List.of("Judged again from the observations of " + before.started() + "; nothing was sent."),
                before.traffic());
        boolean wentInside = before.coverage().privateRoutesExercised() > 0;
        Profile asked = wentInside ? wanted.withOpen(List.of()) : wanted;
        Scorecard after = Scoring.scorecard(facts, asked, results, Policy.DEFAULT);
        Path folder = options.out().map(surroundings::resolve).orElseGet(() -> file.resolveSibling("rejudged"));
        new Reporting(surroundings, options, new RunFolder(folder), catalog).publish(after);
        return after.verdict().exitCode();
    }
}
