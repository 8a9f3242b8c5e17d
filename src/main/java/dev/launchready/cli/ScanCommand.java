package dev.launchready.cli;

import dev.launchready.cli.Targets.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code launch-ready scan}. */
@Command(
        name = "scan",
        description = "Scans a portal and tells whether it may go live.",
        mixinStandardHelpOptions = true,
        sortOptions = false,
        footer = {
            "",
            "Exit codes: 0 READY, 1 NOT_READY, 2 wrong usage or a wrong file, 3 NOT_PROVEN, 4 a fault of launch-ready."
        })
final class ScanCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Parameters(
            arity = "0..*",
            paramLabel = "PORTAL-FILE.. | URL",
            description = "What to scan. Default: launch-ready.yml in this folder.")
    private List<String> targets = new ArrayList<>();

    @Option(names = "--shard", paramLabel = "i/n", description = "Of several portal files, only the i-th of n parts.")
    private @Nullable String shard;

    @Mixin
    private ScanOptions options = new ScanOptions();

    ScanCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    @Override
    public Integer call() throws Exception {
        CatalogAhead catalog = CatalogAhead.of(options.checks().map(surroundings::resolve));
        Targets finder = new Targets(surroundings, options.envFile());
        List<Target> all = finder.of(targets);
        finder.remarks().forEach(surroundings.err()::println);
        int code = ExitCode.READY.code();
        for (Target target : shard(all)) {
            Scan scan = new Scan(surroundings, options, catalog, target, all.size() > 1);
            code = ExitCode.worst(code, scan.run());
        }
        return code;
    }

    private List<Target> shard(List<Target> all) throws UsageException {
        if (shard == null) {
            return all;
        }
        if (!shard.matches("[1-9]\\d{0,3}/[1-9]\\d{0,3}")) {
            throw new UsageException("--shard takes i/n, such as 1/4, not '" + shard + "'");
        }
        int slash = shard.indexOf('/');
        int part = Integer.parseInt(shard.substring(0, slash));
        int parts = Integer.parseInt(shard.substring(slash + 1));
        if (part > parts) {
            throw new UsageException("--shard " + shard + ": there is no part " + part + " of " + parts);
        }
        List<Target> mine = new ArrayList<>();
        for (int at = part - 1; at < all.size(); at += parts) {
            mine.add(all.get(at));
        }
        return mine;
    }
}
