package dev.launchready.cli;

import dev.launchready.cli.Targets.Target;
import dev.launchready.model.AccessLock;
import dev.launchready.model.AccessLock.Line;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.portal.Portal;
import dev.launchready.run.AccessLockFile;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The access lock of one scan: which one it is compared with, and where the new one goes. */
record AccessLocks(Optional<AccessLock> agreed, Optional<Path> compared, Optional<Path> written) {

    /** A lock that is about to be renewed is not compared with. */
    static AccessLocks of(ScanOptions options, Portal portal, Surroundings surroundings) throws UsageException {
        Optional<Path> written =
                options.writeAccess().map(surroundings::resolve).map(Path::normalize);
        Optional<Path> compared = options.checkAccess()
                .map(surroundings::resolve)
                .or(portal::access)
                .map(Path::normalize)
                .filter(file -> written.filter(file::equals).isEmpty());
        try {
            Optional<AccessLock> agreed = compared.isPresent()
                    ? Optional.of(AccessLockFile.read(compared.get(), shown(compared.get(), surroundings)))
                    : Optional.empty();
            return new AccessLocks(agreed, compared, written);
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()).lines().toList());
        }
    }

    /** The target with the lock that it is compared with in place of the one that its file names. */
    Target on(Target target) {
        return new Target(target.portal().comparedWith(compared), target.file(), target.name());
    }

    /** Writes what was seen, where that is wanted; a run that was cut off has not seen it all. */
    void write(Scorecard scorecard, Portal portal, Surroundings surroundings) throws IOException {
        if (written.isEmpty()) {
            return;
        }
        String file = shown(written.get(), surroundings);
        if (scorecard.verdict().interrupted()) {
            surroundings.err().println("The run was cut off, so " + file + " is left as it is.");
            return;
        }
        List<Line> lines = AccessLock.of(scorecard.access(), portal.roles(), portal::portable);
        AccessLockFile.write(lines, written.get());
        long open =
                lines.stream().filter(line -> line.allowed() && !line.meant()).count();
        long unknown = lines.stream().filter(Line::unknown).count();
        surroundings
                .err()
                .println("Wrote " + file + ": " + lines.size() + " lines, " + unknown + " of them "
                        + AccessCell.UNKNOWN + "."
                        + (open == 0
                                ? ""
                                : " " + open + " say " + AccessCell.ALLOWED + " where it must be " + AccessCell.REFUSED
                                        + ": see the findings before you keep it."));
    }

    private static String shown(Path file, Surroundings surroundings) {
        return file.startsWith(surroundings.folder())
                ? surroundings.folder().relativize(file).toString()
                : file.toString();
    }
}
