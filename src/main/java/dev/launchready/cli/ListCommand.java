package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.Profile;
import dev.launchready.demo.Flaws;
import dev.launchready.report.CheckList;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code launch-ready list}. */
@Command(
        name = "list",
        description = "Lists the checks, the profiles, or the flaws of the demo portal.",
        mixinStandardHelpOptions = true)
final class ListCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "checks|profiles|flaws", description = "What to list.")
    @SuppressWarnings("NullAway.Init") // picocli sets it, or refuses the command line
    private What what;

    @Option(
            names = "--checks",
            paramLabel = "DIR",
            description = "A folder of cards and profiles over the program's own.")
    private @Nullable Path checks;

    /** The words are those of the command line. */
    enum What {
        CHECKS,
        PROFILES,
        FLAWS
    }

    ListCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        PrintWriter out = surroundings.out();
        if (what == What.FLAWS) {
            Flaws.all().forEach(flaw -> out.printf("%-56s %s%n", flaw.id(), flaw.says()));
            return ExitCode.READY.code();
        }
        if (what == What.CHECKS && checks == null) {
            out.print(CheckList.bundled());
            out.flush();
            return ExitCode.READY.code();
        }
        Catalog catalog = Catalogs.read(Optional.ofNullable(checks).map(surroundings::resolve));
        if (what == What.CHECKS) {
            out.print(CheckList.of(catalog));
            out.flush();
        } else {
            catalog.profiles().values().forEach(profile -> profile(out, profile));
        }
        return ExitCode.READY.code();
    }

    private static void profile(PrintWriter out, Profile profile) {
        out.printf("%-20s %2d checks  %s%n", profile.id(), profile.checks().size(), profile.title());
    }
}
