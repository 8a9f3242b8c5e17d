package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.Profile;
import dev.launchready.check.CheckRegistry;
import dev.launchready.check.face.PublicFace;
import dev.launchready.cli.Targets.Target;
import dev.launchready.detect.RuleSet;
import dev.launchready.engine.Deadline;
import dev.launchready.engine.Engine;
import dev.launchready.engine.Needs;
import dev.launchready.engine.Outside;
import dev.launchready.engine.Plan;
import dev.launchready.engine.Planner;
import dev.launchready.engine.SelectionException;
import dev.launchready.model.Scorecard;
import dev.launchready.run.BaselineFile;
import dev.launchready.run.Journal;
import dev.launchready.run.RunFolder;
import dev.launchready.score.Policy;
import dev.launchready.score.Scoring;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** One scan of one portal, from the plan to the written reports. */
final class Scan {
    static final Path USUAL_FOLDER = Path.of("launch-ready-report");
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Surroundings surroundings;
    private final ScanOptions options;
    private final Target target;
    private final CatalogAhead ahead;
    private final RunFolder folder;
    private final AccessLocks locks;

    /** @param oneOfSeveral each target of a call then has a folder of its own */
    Scan(Surroundings surroundings, ScanOptions options, CatalogAhead ahead, Target target, boolean oneOfSeveral)
            throws UsageException {
        this.surroundings = surroundings;
        this.ahead = ahead;
        this.options = options;
        this.locks = AccessLocks.of(options, target.portal(), surroundings);
        this.target = locks.on(target);
        Path out = surroundings.resolve(options.report().out().orElse(USUAL_FOLDER));
        this.folder = new RunFolder(oneOfSeveral ? out.resolve(target.name()) : out);
    }

    int run() throws UsageException, InterruptedException, IOException {
        Catalog catalog = ahead.catalog();
        LocalDate today = LocalDate.now(surroundings.clock());
        Needs needs = new Needs(today);
        String wanted = options.profile().orElse(target.file().isPresent() ? "default" : "quick");
        Profile profile = needs.open(Catalogs.profile(catalog, wanted, surroundings), target.portal());
        Policy policy = Policies.of(options, target.portal(), surroundings);
        Reporting reporting = new Reporting(surroundings, options.report(), folder, catalog);
        Plan plan = plan(catalog, profile, needs);
        if (options.plan()) {
            new PlanPage(surroundings).print(plan, target.portal());
            return ExitCode.READY.code();
        }
        Supplier<RuleSet> rules = Catalogs.secretRules(options.checks().map(surroundings::resolve));
        Scorecard scorecard = scorecard(catalog, rules, plan, policy);
        reporting.publish(scorecard);
        locks.write(scorecard, target.portal(), surroundings);
        if (options.writeBaseline().isPresent()) {
            BaselineFile.write(
                    scorecard, surroundings.resolve(options.writeBaseline().get()));
        }
        return scorecard.verdict().exitCode();
    }

    private Plan plan(Catalog catalog, Profile profile, Needs needs) throws UsageException {
        try {
            return new Planner(catalog, CheckRegistry.all(), needs).plan(target.portal(), profile, options.selection());
        } catch (SelectionException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    private Scorecard scorecard(Catalog catalog, Supplier<RuleSet> rules, Plan plan, Policy policy)
            throws UsageException, InterruptedException, IOException {
        Instant started = surroundings.clock().instant();
        long begin = System.nanoTime();
        Deadline deadline = Deadline.in(options.maxTime());
        Progress progress = new Progress(surroundings, plan);
        NotesFolder notes = new NotesFolder(folder.file(NotesFolder.NAME));
        try (Outside outside = new Outside(target.portal(), surroundings.clock(), Version.number(), rules, notes);
                Journal journal = journal(catalog, plan, started);
                Interruption interruption = Interruption.stopping(deadline)) {
            Logs.to(options, folder); // not before the journal has made room in the folder
            Engine engine = new Engine(outside.ports(), deadline, journal, progress, engineOptions());
            Engine.Outcomes outcomes = engine.run(plan);
            progress.end();
            long elapsed = (System.nanoTime() - begin) / NANOS_PER_MILLI;
            Scoring.RunFacts facts =
                    new RunStory(target, catalog, plan).facts(started, elapsed, outcomes, deadline.stopped(), outside);
            Scorecard scorecard = Scoring.scorecard(facts, plan.profile(), outcomes.results(), policy);
            if (interruption.happened()) {
                new Reporting(surroundings, options.report(), folder, catalog).publish(scorecard);
                interruption.finish(scorecard.verdict().exitCode());
            }
            return scorecard;
        }
    }

    private Engine.Options engineOptions() {
        return new Engine.Options(
                List.of(PublicFace.KEY),
                seen -> seen.of(PublicFace.KEY)
                        .map(face -> face.stack().names())
                        .orElse(target.portal().address().stack()),
                options.report().ci(),
                locks.agreed());
    }

    private Journal journal(Catalog catalog, Plan plan, Instant started) throws UsageException, IOException {
        Journal.Header header = new Journal.Header(RunKey.of(target, catalog, plan), started);
        if (options.resume()) {
            Optional<Journal.Header> older = Journal.header(folder.journal());
            if (older.filter(each -> each.key().equals(header.key())).isPresent()) {
                return Journal.resume(folder, surroundings.clock());
            }
            surroundings
                    .err()
                    .println(
                            older.isPresent()
                                    ? "The run in " + folder.folder() + " was another one, so this scan starts anew."
                                    : "There is nothing to resume in " + folder.folder()
                                            + ", so this scan starts anew.");
        }
        try {
            folder.begin();
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        return Journal.begin(folder, header, surroundings.clock());
    }
}
