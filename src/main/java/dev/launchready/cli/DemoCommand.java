package dev.launchready.cli;

import dev.launchready.cli.Targets.Target;
import dev.launchready.demo.DemoPortal;
import dev.launchready.demo.Flaw;
import dev.launchready.demo.Flaws;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code launch-ready demo}. */
@Command(
        name = "demo",
        description = "Starts a small portal on this machine, with flaws of your choice, and scans it.",
        mixinStandardHelpOptions = true,
        sortOptions = false)
final class DemoCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Option(
            names = "--flaws",
            split = ",",
            paramLabel = "all|none|ID",
            description =
                    "Which flaws of 'list flaws' are on; all: every one that shows beside the others. Default: all.")
    private List<String> flaws = new ArrayList<>(List.of("all"));

    @Option(names = "--serve", description = "Only serve the portal, until Ctrl-C.")
    private boolean serve;

    @Mixin
    private ScanOptions options = new ScanOptions();

    DemoCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        Set<Flaw> on = chosen();
        try (DemoPortal portal = DemoPortal.start(on)) {
            surroundings.err().println(portal.howToReach());
            surroundings.err().flush();
            if (serve) {
                new CountDownLatch(1).await();
            }
            CatalogAhead catalog = CatalogAhead.of(options.checks().map(surroundings::resolve));
            Target target = new Targets(surroundings, Optional.empty()).file(portal.portalFile());
            return new Scan(surroundings, options, catalog, target, false).run();
        }
    }

    private Set<Flaw> chosen() throws UsageException {
        if (flaws.equals(List.of("none"))) {
            return Set.of();
        }
        if (flaws.equals(List.of("all"))) {
            return Flaws.together();
        }
        Set<Flaw> chosen = new LinkedHashSet<>();
        for (String id : flaws) {
            chosen.add(Flaws.find(id)
                    .orElseThrow(() -> new UsageException(
                            "the demo portal has no flaw '" + id + "': see launch-ready list flaws")));
        }
        return chosen;
    }
}
