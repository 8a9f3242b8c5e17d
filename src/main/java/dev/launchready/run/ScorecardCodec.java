package dev.launchready.run;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes and reads {@code scorecard.json}, the one file that every report and every other program starts from. */
public final class ScorecardCodec {
    /** The file's name in a run folder. */
    public static final String FILE_NAME = "scorecard.json";

    private final JsonMapper mapper = ScorecardShape.on(Mappers.plain()).build();

    /** The scorecard as indented JSON with a line feed at its end. */
    public String write(Scorecard scorecard) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
        try {
            return mapper.writer(printer).writeValueAsString(ScorecardFile.of(scorecard)) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("a scorecard cannot be written as JSON", e);
        }
    }

    /** Writes the file whole or not at all: a reader never meets half a scorecard. */
    public void write(Scorecard scorecard, Path file) throws IOException {
        WholeFile.write(file, write(scorecard).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * @param source what a message calls the text: a file's name
     * @throws UnreadableRunException when it is no scorecard, or one of a newer kind; the message is a sentence for a person
     */
    public Scorecard read(String json, String source) throws UnreadableRunException {
        try {
            JsonNode tree = mapper.readTree(json);
            int version = tree.path("schemaVersion").asInt(0);
            if (version < 1) {
                throw new UnreadableRunException(source + ": this is no scorecard of launch-ready (no schemaVersion)");
            }
            if (version > Scorecard.SCHEMA_VERSION) {
                throw new UnreadableRunException(source + ": written by a newer launch-ready (schema " + version
                        + "); this one reads schema " + Scorecard.SCHEMA_VERSION);
            }
            return mapper.readValue(json, ScorecardFile.class).toScorecard();
        } catch (JsonProcessingException e) {
            throw new UnreadableRunException(source + place(e) + ": this is no scorecard: " + says(e));
        }
    }

    /** @param file a scorecard, or the run folder that holds one */
    public Scorecard read(Path file) throws IOException {
        Path scorecard = Files.isDirectory(file) ? file.resolve(FILE_NAME) : file;
        if (!Files.isRegularFile(scorecard)) {
            throw new UnreadableRunException(scorecard + ": there is no such file");
        }
        return read(Files.readString(scorecard), scorecard.toString());
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null || at.getLineNr() < 1 ? "" : ":" + at.getLineNr() + ":" + at.getColumnNr();
    }

    private static String says(JsonProcessingException e) {
        if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
            return "'" + path(mapping) + "' is missing or of the wrong kind";
        }
        String first = e.getOriginalMessage().lines().findFirst().orElse("");
        return first.length() > 200 ? first.substring(0, 200) : first;
    }

    private static String path(JsonMappingException e) {
        StringBuilder path = new StringBuilder();
        for (JsonMappingException.Reference step : e.getPath()) {
            if (step.getFieldName() == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(step.getFieldName());
            }
        }
        return path.toString();
    }
}
