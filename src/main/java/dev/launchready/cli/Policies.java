package dev.launchready.cli;

import dev.launchready.portal.Portal;
import dev.launchready.run.BaselineFile;
import dev.launchready.run.WaiversFile;
import dev.launchready.score.Policy;
import dev.launchready.score.Waiver;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The decisions about judging that a person made by options and files. */
final class Policies {
    private Policies() {}

    static Policy of(ScanOptions options, Portal portal, Surroundings surroundings) throws UsageException {
        try {
            Optional<Set<String>> baseline = options.baseline().isPresent()
                    ? Optional.of(BaselineFile.read(
                            surroundings.resolve(options.baseline().get())))
                    : Optional.empty();
            Optional<Path> waiversFile =
                    options.waivers().map(surroundings::resolve).or(portal::waivers);
            List<Waiver> waivers = waiversFile.isPresent()
                    ? WaiversFile.read(waiversFile.get(), LocalDate.now(surroundings.clock()))
                    : List.of();
            return new Policy(options.failOn(), options.allowUnproven(), baseline, waivers);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()).lines().toList());
        }
    }
}
