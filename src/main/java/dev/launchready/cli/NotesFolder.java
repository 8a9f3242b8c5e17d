package dev.launchready.cli;

import dev.launchready.check.Notebook;
import dev.launchready.run.ObservationCodec;
import dev.launchready.run.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Notes in files of a folder that runs leave in place: {@code kept/} in the run folder. CI may cache it. */
final class NotesFolder implements Notebook {
    static final String NAME = "kept";

    private static final Logger LOG = LoggerFactory.getLogger(NotesFolder.class);

    private final Path folder;
    private final ObservationCodec codec = new ObservationCodec();

    NotesFolder(Path folder) {
        this.folder = folder;
    }

    @Override
    public <N extends Record> Optional<N> read(String name, Class<N> type) {
        Path file = file(name);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(codec.read(new String(Files.readAllBytes(file), StandardCharsets.UTF_8), type))
                    : Optional.empty();
        } catch (IOException e) {
            LOG.info("{} is of another version, so what it held is looked at anew", file);
            return Optional.empty();
        }
    }

    @Override
    public void write(String name, Record note) {
        try {
            WholeFile.write(file(name), codec.write(note).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.warn("{} could not be written, so the next run looks at everything anew", file(name));
        }
    }

    private Path file(String name) {
        return folder.resolve(name + ".json");
    }
}
