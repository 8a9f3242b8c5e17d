package dev.launchready.run;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The observations of a run, a file for each check: the time on the first line, the observation on the second. */
public final class SavedObservations {
    /** Larger ones stay out: a run folder is to be mailed around. */
    private static final int MOST_CHARS = 4_000_000;

    private static final ObservationCodec CODEC = new ObservationCodec();
    private final Path folder;

    public SavedObservations(Path folder) {
        this.folder = folder;
    }

    /** @param at when it was made */
    public record Saved<O extends Record>(Instant at, O observation) {}

    void save(String check, Instant at, Record observation) {
        String json = CODEC.write(observation);
        if (json.length() > MOST_CHARS) {
            return;
        }
        try {
            Files.createDirectories(folder);
            WholeFile.write(file(check), (at + "\n" + json + "\n").getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("the observation of " + check + " cannot be saved", e);
        }
    }

    /** Empty when that check saved nothing: it did not get that far, or saw too much. */
    public <O extends Record> Optional<Saved<O>> read(String check, Class<O> type) throws IOException {
        if (!Files.isRegularFile(file(check))) {
            return Optional.empty();
        }
        String text = Files.readString(file(check));
        int end = text.indexOf('\n');
        if (end < 0) {
            throw new UnreadableRunException(file(check) + ": the file is cut off");
        }
        try {
            return Optional.of(
                    new Saved<>(Instant.parse(text.substring(0, end)), CODEC.read(text.substring(end + 1), type)));
        } catch (java.time.DateTimeException e) {
            throw new UnreadableRunException(file(check) + ":1: this is no time");
        }
    }

    private Path file(String check) {
        return folder.resolve(check + ".json");
    }
}
