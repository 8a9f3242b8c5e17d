package dev.launchready.report;

import dev.launchready.model.Finding;
import dev.launchready.model.Scorecard;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** The file and line in which a result lies. GitHub refuses a whole upload in which one has none. */
record SarifPlaces(Path root) {
    private static final String PORTAL_FILE = "launch-ready.yml";

    /** @param uri relative, with slashes, percent-encoded */
    record Place(String uri, int line) {}

    /** The finding's own file, else the portal file, else the name that a portal file would have. */
    Place of(Scorecard scorecard, Finding finding) {
        Optional<String> own = finding.where().file().flatMap(this::uri);
        if (own.isPresent()) {
            return new Place(own.get(), Math.max(1, finding.where().line().orElse(1)));
        }
        return new Place(scorecard.portal().file().flatMap(this::uri).orElse(PORTAL_FILE), 1);
    }

    /** The path from the root; a file outside of it by its name alone, as GitHub knows no place above the repository. */
    Optional<String> uri(String file) {
        try {
            Path base = root.toAbsolutePath().normalize();
            Path path = base.resolve(file.replace('\\', '/')).normalize();
            Path inside = path.startsWith(base) ? base.relativize(path) : path.getFileName();
            String text = inside == null ? "" : Plain.line(inside.toString().replace('\\', '/'));
            return text.isEmpty() ? Optional.empty() : Optional.of(encoded(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    private static String encoded(String path) {
        try {
            return new URI(null, null, "/" + path, null).toASCIIString().substring(1);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("a path can always be written as a URI", e);
        }
    }
}
