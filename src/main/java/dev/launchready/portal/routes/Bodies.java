package dev.launchready.portal.routes;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.launchready.model.Json;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scalars of a body by their path; none of a body with a credential in it. */
final class Bodies {
    private static final int MAX_VALUES = 60;
    private static final ObjectMapper MAPPER = new ObjectMapper(Document.JSON);

    private Bodies() {}

    static Optional<Json> json(String text) {
        String start = text.stripLeading();
        if (!start.startsWith("{") && !start.startsWith("[")) {
            return Optional.empty();
        }
        try {
            return Optional.of(Document.value(MAPPER.readTree(text)));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** The values of a JSON body. */
    static Map<String, String> values(String text) {
        return json(text).map(Bodies::values).orElse(Map.of());
    }

    static Map<String, String> values(Json body) {
        Map<String, String> values = new LinkedHashMap<>();
        boolean[] secret = {false};
        body.scalars((path, value) -> {
            secret[0] |= path.stream().anyMatch(SecretNames::secret);
            if (values.size() < MAX_VALUES) {
                value.text().ifPresent(text -> values.put(String.join(".", path), text));
            }
        });
        return secret[0] ? Map.of() : kept(values);
    }

    /** The values of {@code a=1&b=2}, decoded. */
    static Map<String, String> form(String text, boolean allOrNothing) {
        Map<String, String> values = new LinkedHashMap<>();
        for (String pair : List.of(text.split("&"))) {
            int equals = pair.indexOf('=');
            if (equals > 0 && values.size() < MAX_VALUES) {
                values.put(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
            }
        }
        boolean secret = values.keySet().stream().anyMatch(SecretNames::secret);
        return secret && allOrNothing ? Map.of() : kept(values);
    }

    private static Map<String, String> kept(Map<String, String> values) {
        values.entrySet().removeIf(each -> !Parameters.keepable(each.getKey(), each.getValue()));
        return values;
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return text;
        }
    }
}
