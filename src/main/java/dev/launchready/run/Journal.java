package dev.launchready.run;

import dev.launchready.engine.Ledger;
import dev.launchready.model.CheckResult;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a run has done so far, a line each, written before the next thing begins: a run that was killed loses at most the
 * checks that were under way. Each line is a word, a space and a JSON value.
 */
public final class Journal implements Ledger, AutoCloseable {
    private static final String RUN = "run ";
    private static final String STARTED = "started ";
    private static final String FINISHED = "finished ";
    private static final String WROTE = "wrote ";
    private static final ObservationCodec CODEC = new ObservationCodec();

    private final BufferedWriter out;
    private final SavedObservations observations;
    private final Clock clock;
    private final Map<String, CheckResult> before;
    private final List<Deed> standing;

    private Journal(
            BufferedWriter out,
            SavedObservations observations,
            Clock clock,
            Map<String, CheckResult> before,
            List<Deed> standing) {
        this.standing = List.copyOf(standing);
        this.out = out;
        this.observations = observations;
        this.clock = clock;
        this.before = Map.copyOf(before);
    }

    /**
     * The first line.
     *
     * @param key a digest of everything that decides what the run does; another key is another run
     */
    public record Header(String key, Instant started) {}

    private record Name(String check) {}

    /** Starts a journal in an empty folder. */
    public static Journal begin(RunFolder folder, Header header, Clock clock) throws IOException {
        Journal journal = open(folder, clock, Map.of(), List.of());
        journal.line(RUN + CODEC.write(header));
        return journal;
    }

    /** Goes on with a journal: checks that came to a verdict of their own keep it. */
    public static Journal resume(RunFolder folder, Clock clock) throws IOException {
        return open(folder, clock, finished(folder.journal()), standing(folder.journal()));
    }

    /** The header of a journal; empty when there is none that can be read. */
    public static Optional<Header> header(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try (var lines = Files.lines(file, StandardCharsets.UTF_8)) {
            Optional<String> first = lines.findFirst().filter(line -> line.startsWith(RUN));
            return first.isEmpty() ? Optional.empty() : read(first.get().substring(RUN.length()), Header.class);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static Journal open(RunFolder folder, Clock clock, Map<String, CheckResult> before, List<Deed> standing)
            throws IOException {
        BufferedWriter out = Files.newBufferedWriter(
                folder.journal(), StandardCharsets.UTF_8, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        return new Journal(out, new SavedObservations(folder.observations()), clock, before, standing);
    }

    private static Map<String, CheckResult> finished(Path file) throws IOException {
        Map<String, CheckResult> finished = new LinkedHashMap<>();
        List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
        for (String line : lines) {
            if (line.startsWith(FINISHED)) {
                read(line.substring(FINISHED.length()), CheckResult.class).ifPresent(result -> {
                    finished.remove(result.card().id());
                    if (result.outcome().proven()) {
                        finished.put(result.card().id(), result);
                    }
                });
            }
        }
        return finished;
    }

    /** What was made and not undone. */
    private static List<Deed> standing(Path file) throws IOException {
        Map<String, Deed> standing = new LinkedHashMap<>();
        for (String line : Files.readAllLines(file, StandardCharsets.UTF_8)) {
            if (line.startsWith(WROTE)) {
                read(line.substring(WROTE.length()), Deed.class)
                        .filter(deed -> !deed.id().isEmpty())
                        .ifPresent(deed -> {
                            String key = deed.owner() + " " + deed.type() + " " + deed.id();
                            standing.remove(key);
                            if (deed.step().equals("made")) {
                                standing.put(key, deed);
                            }
                        });
            }
        }
        return List.copyOf(standing.values());
    }

    /** Empty for the half line that a kill leaves behind. */
    private static <T extends Record> Optional<T> read(String json, Class<T> type) {
        try {
            return Optional.of(CODEC.read(json, type));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<CheckResult> finished(String check) {
        return Optional.ofNullable(before.get(check));
    }

    @Override
    public List<Deed> standing() {
        return standing;
    }

    @Override
    public void wrote(Deed deed) {
        line(WROTE + CODEC.write(deed));
    }

    @Override
    public void started(String check) {
        line(STARTED + CODEC.write(new Name(check)));
    }

    @Override
    public void finished(CheckResult result, Optional<Record> observation) {
        observation.ifPresent(seen -> observations.save(result.card().id(), clock.instant(), seen));
        line(FINISHED + CODEC.write(result));
    }

    private synchronized void line(String text) {
        try {
            out.write(text);
            out.newLine();
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException("the journal cannot be written", e);
        }
    }

    @Override
    public synchronized void close() throws IOException {
        out.close();
    }
}
