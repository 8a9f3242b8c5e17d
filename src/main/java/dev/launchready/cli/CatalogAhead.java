package dev.launchready.cli;

import dev.launchready.catalog.Catalog;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** The catalogue, read beside whatever its command does until it asks for it; once for all targets of a call. */
final class CatalogAhead {
    private final FutureTask<Catalog> reading;

    private CatalogAhead(FutureTask<Catalog> reading) {
        this.reading = reading;
    }

    /** @param folder a person's own, to be laid over the program's */
    static CatalogAhead of(Optional<Path> folder) {
        FutureTask<Catalog> reading = new FutureTask<>(() -> Catalogs.read(folder));
        Thread reader = new Thread(reading, "catalogue");
        reader.setDaemon(true); // a command that ends on wrong usage does not wait for it
        reader.start();
        return new CatalogAhead(reading);
    }

    /** @throws UsageException when the folder cannot be used */
    Catalog catalog() throws UsageException, InterruptedException {
        try {
            return reading.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UsageException usage) {
                throw usage;
            }
            throw new IllegalStateException("the checks cannot be read", e.getCause());
        }
    }
}
