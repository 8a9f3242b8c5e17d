package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CheckCard;
import dev.launchready.report.CheckPage;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code launch-ready explain}. */
@Command(
        name = "explain",
        description = "Tells what a check looks at, why, what it can find and how each finding is fixed.",
        mixinStandardHelpOptions = true)
final class ExplainCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(paramLabel = "CHECK", description = "An id of 'list checks'.")
    private String check = "";

    @Option(
            names = "--checks",
            paramLabel = "DIR",
            description = "A folder of cards and profiles over the program's own.")
    private @Nullable Path checks;

    ExplainCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws UsageException {
        Catalog catalog = Catalogs.read(Optional.ofNullable(checks).map(surroundings::resolve));
        CheckCard card = catalog.card(check).orElseThrow(() -> unknown(catalog));
        surroundings.out().print(new CheckPage(catalog).page(card));
        surroundings.out().flush();
        return ExitCode.READY.code();
    }

    private UsageException unknown(Catalog catalog) {
        List<String> near = catalog.cards().keySet().stream()
                .filter(id ->
                        id.contains(check) || (check.contains(".") && id.endsWith(check.substring(check.indexOf('.')))))
                .toList();
        return new UsageException("there is no check '" + check + "'"
                + (near.isEmpty()
                        ? ": see launch-ready list checks"
                        : "; did you mean " + String.join(" or ", near) + "?"));
    }
}
