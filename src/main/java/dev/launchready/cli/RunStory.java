package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.cli.Targets.Target;
import dev.launchready.engine.Engine;
import dev.launchready.engine.Outside;
import dev.launchready.engine.Plan;
import dev.launchready.model.Scorecard.PortalRef;
import dev.launchready.model.Scorecard.Scope;
import dev.launchready.model.Scorecard.Tool;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.score.Scoring;
import dev.launchready.score.Scoring.RunFacts;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What a scorecard tells of a run beside its results. */
record RunStory(Target target, Catalog catalog, Plan plan) {

    RunFacts facts(Instant started, long elapsedMs, Engine.Outcomes outcomes, boolean interrupted, Outside outside) {
        Portal portal = target.portal();
        PortalRef ref = new PortalRef(
                portal.address().name(), portal.url().toString(), target.file().map(Path::toString), outcomes.stack());
        Scope scope = new Scope(
                portal.consent().allow().stream()
                        .map(TrafficClass::key)
                        .sorted()
                        .toList(),
                List.copyOf(portal.hosts()),
                outcomes.stages());
        int known =
                (int) portal.routes().all().stream().filter(Route::isPrivate).count();
        return new RunFacts(
                tool(catalog),
                ref,
                started,
                elapsedMs,
                scope,
                plan.partial(),
                interrupted,
                new Scoring.Routes(known, outside.routesExercised()),
                portal.routes().notes(),
                outside.traffic());
    }

    static Tool tool(Catalog catalog) {
        return new Tool("launch-ready", Version.number(), catalog.digest());
    }
}
