package dev.launchready.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** JSON as the API writes and reads it. */
final class JsonText {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private JsonText() {}

    static String of(Object value) {
        try {
            return MAPPER.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** The object that the bytes hold; empty for anything else. */
    static Optional<Map<String, Object>> object(byte[] bytes) {
        try {
            return Optional.ofNullable(MAPPER.readValue(bytes, new TypeReference<Map<String, Object>>() {}));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
