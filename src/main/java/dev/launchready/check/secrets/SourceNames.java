package dev.launchready.check.secrets;

import dev.launchready.check.CheckContext;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.files.Listing;
import java.nio.file.Path;
import java.util.Optional;

/** How files on this machine are named in a report: from the portal file's folder, never from the root of somebody's disk. */
final class SourceNames {
    private SourceNames() {}

    static String of(Portal portal, Path path) {
        Optional<Path> folder = portal.lines()
                .file()
                .map(file -> Path.of(file).toAbsolutePath().normalize().getParent());
        Path whole = path.toAbsolutePath().normalize();
        if (folder.isPresent() && whole.startsWith(folder.get())) {
            return folder.get().relativize(whole).toString().replace('\\', '/');
        }
        return String.valueOf(whole.getFileName());
    }

    static String joined(String folder, String file) {
        boolean itself = folder.equals(file) || folder.endsWith("/" + file);
        return folder.isEmpty() || itself ? (itself ? folder : file) : folder + "/" + file;
    }

    /** What is there, and nothing where there is nothing: the judge tells it. */
    static Listing listing(CheckContext context, Path path) {
        try {
            return context.files().under(path);
        } catch (ProbeException e) {
            return Listing.NOTHING;
        }
    }
}
