package dev.launchready.catalog;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Binds one YAML file of the catalogue, and words its faults for a person. */
final class YamlReader {
    private static final ObjectMapper MAPPER = YAMLMapper.builder()
            .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .propertyNamingStrategy(PropertyNamingStrategies.KEBAB_CASE)
            .addModule(new Jdk8Module())
            .build();

    private final String folder;
    private final List<String> faults;

    YamlReader(String folder, List<String> faults) {
        this.folder = folder;
        this.faults = faults;
    }

    /** The file as {@code type}, or nothing but a note of what is wrong with it. */
    <T> List<T> read(String file, String text, Class<T> type) {
        try {
            T value = MAPPER.readValue(text, type);
            if (value == null) {
                faults.add(folder + "/" + file + ": the file is empty");
                return List.of();
            }
            return List.of(value);
        } catch (JsonProcessingException e) {
            faults.add(folder + "/" + file + place(e, text) + ": " + sentence(e));
            return List.of();
        }
    }

    /** The parser is one value ahead when it complains: an unknown key stands on the nearest line above that has it. */
    private static String place(JsonProcessingException e, String text) {
        JsonLocation location = e.getLocation();
        if (location == null || location.getLineNr() < 1) {
            return "";
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            List<String> lines = text.lines().limit(location.getLineNr()).toList();
            for (int at = lines.size() - 1; at >= 0; at--) {
                int column = lines.get(at).indexOf(unknown.getPropertyName() + ":");
                if (column >= 0) {
                    return ":" + (at + 1) + ":" + (column + 1);
                }
            }
        }
        return ":" + location.getLineNr() + ":" + location.getColumnNr();
    }

    private static String sentence(JsonProcessingException e) {
        if (e instanceof UnrecognizedPropertyException unknown) {
            Collection<Object> known = unknown.getKnownPropertyIds();
            String valid = (known == null ? List.of() : known)
                    .stream()
                            .map(String::valueOf)
                            .sorted(Comparator.naturalOrder())
                            .collect(Collectors.joining(", "));
            return "unknown key '" + unknown.getPropertyName() + "'; valid here: " + valid;
        }
        if (e instanceof JsonMappingException mapping && mapping.getCause() instanceof IllegalArgumentException cause) {
            return String.valueOf(cause.getMessage());
        }
        return e.getOriginalMessage().lines().findFirst().orElse("cannot be read");
    }

    static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
        return map == null ? Map.of() : map;
    }
}
