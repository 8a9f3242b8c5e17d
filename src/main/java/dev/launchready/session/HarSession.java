package dev.launchready.session;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.launchready.model.Url;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a HAR recording shows of one person's session. Read as a stream, so that its size does not matter.
 *
 * @param lines origin to the header lines that the last request with credentials carried there
 * @param asked method and URL of each request to those origins, in order, each once; without bodies
 */
record HarSession(Map<String, List<String>> lines, List<Asked> asked) {
    private static final Pattern CREDENTIAL = Pattern.compile(
            "authorization|cookie|apikey|(x-)?(.*-)?(auth|token|session|api-key|access)(-.*)?",
            Pattern.CASE_INSENSITIVE);
    private static final Set<String> NEVER = Set.of("access-control-request-method", "access-control-request-headers");

    HarSession {
        lines = Map.copyOf(lines);
        asked = List.copyOf(asked);
    }

    /** One recorded request. */
    record Asked(String method, Url url) {}

    /** @throws IOException when it cannot be read or is no JSON */
    static HarSession read(Path file, Set<String> origins) throws IOException {
        Reading reading = new Reading(origins);
        try (JsonParser parser = new JsonFactory().createParser(file.toFile())) {
            int depth = 0;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.START_OBJECT) {
                    depth++;
                } else if (token == JsonToken.END_OBJECT) {
                    depth--;
                } else if (token == JsonToken.FIELD_NAME && parser.currentName().equals("request")) {
                    parser.nextToken();
                    reading.request(parser);
                } else if (token == JsonToken.FIELD_NAME && depth > 2) {
                    parser.nextToken();
                    parser.skipChildren();
                }
            }
        }
        return new HarSession(reading.lines, new ArrayList<>(reading.asked));
    }

    /** What was read so far. */
    private static final class Reading {
        private final Set<String> origins;
        private final Map<String, List<String>> lines = new LinkedHashMap<>();
        private final Set<Asked> asked = new LinkedHashSet<>();

        Reading(Set<String> origins) {
            this.origins = origins;
        }

        /** One {@code request} object, the parser on its first token. */
        void request(JsonParser parser) throws IOException {
            String method = "GET";
            Optional<Url> url = Optional.empty();
            List<String> carried = new ArrayList<>();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                switch (name) {
                    case "method" -> method = parser.getText().toUpperCase(Locale.ROOT);
                    case "url" -> url = url(parser.getText());
                    case "headers" -> headers(parser, carried);
                    default -> parser.skipChildren();
                }
            }
            if (url.isEmpty() || !origins.contains(url.get().origin())) {
                return;
            }
            asked.add(new Asked(method, url.get()));
            if (!carried.isEmpty()) {
                lines.put(url.get().origin(), carried);
            }
        }

        private static void headers(JsonParser parser, List<String> carried) throws IOException {
            if (parser.currentToken() != JsonToken.START_ARRAY) {
                parser.skipChildren();
                return;
            }
            while (parser.nextToken() == JsonToken.START_OBJECT) {
                String name = "";
                String value = "";
                while (parser.nextToken() == JsonToken.FIELD_NAME) {
                    String field = parser.currentName();
                    parser.nextToken();
                    switch (field) {
                        case "name" -> name = parser.getText();
                        case "value" -> value = parser.getText();
                        default -> parser.skipChildren();
                    }
                }
                if (CREDENTIAL.matcher(name).matches() && !NEVER.contains(name.toLowerCase(Locale.ROOT))) {
                    carried.add(name + ": " + value);
                }
            }
        }

        private static Optional<Url> url(String text) {
            try {
                return Optional.of(Url.parse(text));
            } catch (IllegalArgumentException e) {
                return Optional.empty();
            }
        }
    }
}
