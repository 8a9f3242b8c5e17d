package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CatalogException;
import dev.launchready.catalog.CatalogReader;
import dev.launchready.catalog.CheckFolder;
import dev.launchready.catalog.Profile;
import dev.launchready.detect.RuleSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/** The catalogue for one command: the program's own, with a person's folder over it. */
final class Catalogs {
    private Catalogs() {}

    static Catalog read(Optional<Path> folder) throws UsageException {
        try {
            return CatalogReader.read(files(folder));
        } catch (CatalogException e) {
            throw new UsageException(e.faults());
        }
    }

    /** The rules for secrets, those of a person's folder in place of the program's files of the same name. */
    static Supplier<RuleSet> secretRules(Optional<Path> folder) throws UsageException {
        if (folder.isEmpty()) {
            return RuleSet::builtIn;
        }
        try {
            RuleSet own = RuleSet.read(files(folder).secretRules());
            return () -> own;
        } catch (IllegalArgumentException e) {
            throw new UsageException(folder.get() + ": " + e.getMessage());
        }
    }

    private static CheckFolder files(Optional<Path> folder) throws UsageException {
        try {
            CheckFolder bundled = CheckFolder.bundled();
            return folder.isPresent() ? bundled.overlaidBy(CheckFolder.at(folder.get())) : bundled;
        } catch (IOException e) {
            throw new UsageException(String.valueOf(e.getMessage()));
        }
    }

    /** The profile of that id, or of that file. */
    static Profile profile(Catalog catalog, String wanted, Surroundings surroundings) throws UsageException {
        Optional<Profile> known = catalog.profile(wanted);
        if (known.isPresent()) {
            return known.get();
        }
        Path file = surroundings.resolve(Path.of(wanted));
        if (!Files.isRegularFile(file)) {
            throw new UsageException("there is no profile '" + wanted + "': take one of "
                    + String.join(", ", catalog.profiles().keySet()) + ", or a file");
        }
        try {
            String name = String.valueOf(file.getFileName()).replaceFirst("\\.ya?ml$", "");
            return CatalogReader.profile(name, Files.readString(file), catalog);
        } catch (CatalogException e) {
            throw new UsageException(e.faults());
        } catch (IOException e) {
            throw new UsageException("the profile '" + wanted + "' cannot be read");
        }
    }
}
