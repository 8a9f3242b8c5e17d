package dev.launchready.cli;

import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.file.EnvFile;
import dev.launchready.portal.file.FileProblem;
import dev.launchready.portal.file.PortalFile;
import dev.launchready.portal.file.PortalFileException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out what a person wants to have scanned: a portal file, several, or a bare address. */
final class Targets {
    static final String USUAL_FILE = "launch-ready.yml";

    private final Surroundings surroundings;
    private final Optional<Path> envFile;
    private final List<String> remarks = new ArrayList<>();

    Targets(Surroundings surroundings, Optional<Path> envFile) {
        this.surroundings = surroundings;
        this.envFile = envFile;
    }

    /**
     * @param file the portal file; absent for a bare address
     * @param name what tells it apart from the others of one call
     */
    record Target(Portal portal, Optional<Path> file, String name) {}

    /** What a person should hear about the choice. */
    List<String> remarks() {
        return List.copyOf(remarks);
    }

    List<Target> of(List<String> arguments) throws UsageException {
        if (arguments.isEmpty()) {
            Path usual = surroundings.resolve(Path.of(USUAL_FILE));
            if (!Files.exists(usual)) {
                throw new UsageException("there is no " + USUAL_FILE + " here: give an address (launch-ready scan"
                        + " https://your.portal), or write a file with launch-ready init https://your.portal");
            }
            return List.of(file(Path.of(USUAL_FILE)));
        }
        List<Target> targets = new ArrayList<>();
        for (String argument : arguments) {
            targets.add(argument.contains("://") ? address(argument) : named(argument));
        }
        return targets;
    }

    private Target named(String argument) throws UsageException {
        if (!Files.exists(surroundings.resolve(Path.of(argument)))) {
            boolean host = argument.matches("[\\w-]+(\\.[\\w-]+)+(:\\d+)?(/\\S*)?") && !argument.endsWith(".yml");
            throw new UsageException("'" + argument + "' is no file"
                    + (host ? "; for an address write https://" + argument : " and no address"));
        }
        return file(Path.of(argument));
    }

    private Target address(String argument) throws UsageException {
        Url url;
        try {
            url = Url.parse(argument);
        } catch (IllegalArgumentException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
        if (Files.exists(surroundings.resolve(Path.of(USUAL_FILE)))) {
            Target usual = file(Path.of(USUAL_FILE));
            if (usual.portal().url().sameOrigin(url)) {
                remarks.add("Using " + USUAL_FILE + " of this folder, which is for the same portal.");
                return usual;
            }
            remarks.add("The " + USUAL_FILE + " of this folder is for "
                    + usual.portal().url().origin() + " and is not used.");
        }
        return new Target(PortalFile.at(url), Optional.empty(), url.host());
    }

    Target file(Path path) throws UsageException {
        try {
            Portal portal = PortalFile.read(surroundings.resolve(path), variables());
            String name = String.valueOf(path.getFileName()).replaceFirst("\\.ya?ml$", "");
            return new Target(portal, Optional.of(path), name);
        } catch (PortalFileException e) {
            throw new UsageException(
                    e.problems().stream().map(FileProblem::toString).toList());
        }
    }

    private Map<String, String> variables() throws PortalFileException {
        Map<String, String> variables = new HashMap<>(surroundings.environment());
        if (envFile.isPresent()) {
            variables.putAll(EnvFile.read(surroundings.resolve(envFile.get())));
        }
        return variables;
    }
}
