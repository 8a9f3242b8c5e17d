package dev.launchready.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Writes what a check observed and reads it back equal, so that a run can be judged again without touching the portal. */
public final class ObservationCodec {
    private final JsonMapper mapper = Mappers.plain()
            .annotationIntrospector(new SealedTypes())
            .addModule(new RecordKeys())
            .build();

    /** One line of JSON. */
    public String write(Record observation) {
        try {
            return mapper.writeValueAsString(observation);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    "an observation of " + observation.getClass().getName() + " cannot be written as JSON", e);
        }
    }

    /** @throws IOException when the text is no such observation: another version of the check may have written it */
    public <O extends Record> O read(String json, Class<O> type) throws IOException {
        return mapper.readValue(json, type);
    }
}
