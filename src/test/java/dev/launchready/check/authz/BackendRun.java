package dev.launchready.check.authz;

import dev.launchready.check.CheckHarness;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Problem;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.portal.file.PortalFileException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Runs the check of back ends against a portal on loopback. */
final class BackendRun {
    private BackendRun() {}

    /** @param file the rest of the portal file */
    static CheckResult of(Path folder, String origin, String file) throws IOException {
        Path path = Files.writeString(folder.resolve("launch-ready.yml"), "portal: {url: \"" + origin + "\"}\n" + file);
        try {
            return CheckHarness.run("authz.open-backend", PortalFile.read(path, Map.of()));
        } catch (PortalFileException e) {
            throw new AssertionError(e.getMessage(), e);
        }
    }

    static String told(Path folder, String origin, String file) throws IOException {
        return told(of(folder, origin, file));
    }

    /** Outcome, then every reason for it in alphabetical order, each once. */
    static String told(CheckResult result) {
        Stream<String> reasons = Stream.concat(
                result.findings().stream().map(Finding::reason),
                result.problem().stream().map(Problem::code));
        return (result.outcome() + " " + reasons.distinct().sorted().collect(Collectors.joining(" "))).strip();
    }
}
