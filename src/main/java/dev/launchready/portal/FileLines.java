package dev.launchready.portal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where in the portal file things stand, and which of its values are secrets.
 *
 * @param file as the person named it; absent when there is none
 * @param keys key path ({@code portal.hosts}, {@code identities.alice}, {@code routes.owned[0]}) to line, from 1
 * @param secrets every value of a credential slot
 */
public record FileLines(Optional<String> file, Map<String, Integer> keys, Set<String> secrets) {
    public static final FileLines NONE = new FileLines(Optional.empty(), Map.of(), Set.of());

    public FileLines {
        keys = Map.copyOf(new LinkedHashMap<>(keys));
        secrets = Set.copyOf(secrets);
    }

    /** The line of that key, or of the nearest key above it that the file has. */
    public Optional<Integer> line(String key) {
        String path = key;
        while (true) {
            Integer line = keys.get(path);
            if (line != null) {
                return Optional.of(line);
            }
            int end = Math.max(path.lastIndexOf('.'), path.lastIndexOf('['));
            if (end < 0) {
                return Optional.empty();
            }
            path = path.substring(0, end);
        }
    }
}
