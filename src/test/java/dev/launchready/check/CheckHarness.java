package dev.launchready.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CatalogException;
import dev.launchready.catalog.CatalogReader;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckCard.ReasonText;
import dev.launchready.catalog.CheckFolder;
import dev.launchready.catalog.Profile;
import dev.launchready.catalog.Profile.ProfileRow;
import dev.launchready.engine.Deadline;
import dev.launchready.engine.Engine;
import dev.launchready.engine.Ledger;
import dev.launchready.engine.Needs;
import dev.launchready.engine.Outside;
import dev.launchready.engine.Plan;
import dev.launchready.engine.Planner;
import dev.launchready.engine.Selection;
import dev.launchready.engine.SelectionException;
import dev.launchready.engine.Watcher;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.portal.Portal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Runs checks for real against a portal on loopback: planner, engine, adapters and cards as a scan has them. */
public final class CheckHarness {
    private static final Pattern UNFILLED = Pattern.compile("\\{[a-z][a-z0-9-]*}");
    private static final Catalog CATALOG = read();

    private CheckHarness() {}

    /** The one result of that check on that portal. */
    public static CheckResult run(String check, Portal portal) {
        return run(List.of(check), portal).get(0);
    }

    /** One result for each of the checks, in that order. */
    public static List<CheckResult> run(List<String> checks, Portal portal) {
        return run(checks, portal, Map.of());
    }

    /** @param params check id to the parameters that replace the card's */
    public static List<CheckResult> run(List<String> checks, Portal portal, Map<String, Map<String, Object>> params) {
        Profile profile = new Profile(
                "test",
                "test",
                "tested",
                Optional.empty(),
                false,
                0,
                List.of(new ProfileRow("all", checks)),
                Set.of(),
                Set.of(),
                List.of(),
                params);
        Needs needs = new Needs(LocalDate.now(Clock.systemUTC()));
        try {
            Plan plan = new Planner(CATALOG, CheckRegistry.all(), needs).plan(portal, profile, Selection.ALL);
            List<CheckResult> results = outcomes(plan, portal);
            results.forEach(CheckHarness::assertWhole);
            return results;
        } catch (SelectionException | InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static List<CheckResult> outcomes(Plan plan, Portal portal) throws InterruptedException {
        try (Outside outside = new Outside(portal, Clock.systemUTC(), "test")) {
            Engine.Options options =
                    new Engine.Options(List.of(), memo -> portal.address().stack(), false);
            return new Engine(outside.ports(), Deadline.in(Optional.empty()), Ledger.NONE, Watcher.NONE, options)
                    .run(plan)
                    .results();
        }
    }

    /** Every sentence is filled, every fingerprint stands once, and no fault of ours hides in a result. */
    private static void assertWhole(CheckResult result) {
        result.problem().ifPresent(problem -> assertThat(problem.code()).isNotEqualTo("internal"));
        assertThat(result.findings().stream().map(Finding::fingerprint)).doesNotHaveDuplicates();
        CheckCard card = CATALOG.card(result.card().id()).orElseThrow();
        for (Finding finding : result.findings()) {
            ReasonText text =
                    Optional.ofNullable(card.reasons().get(finding.reason())).orElseThrow();
            Set<String> own = UNFILLED.matcher(
                            text.says() + text.means() + text.fix().values())
                    .results()
                    .map(match -> match.group())
                    .collect(Collectors.toSet());
            String shown = finding.message() + finding.means() + finding.fix();
            assertThat(UNFILLED.matcher(shown)
                            .results()
                            .map(match -> match.group())
                            .filter(own::contains))
                    .as("placeholders of %s %s that are no facts of it", card.id(), finding.reason())
                    .isEmpty();
        }
    }

    private static Catalog read() {
        try {
            return CatalogReader.read(CheckFolder.bundled());
        } catch (CatalogException e) {
            throw new AssertionError(e);
        }
    }
}
