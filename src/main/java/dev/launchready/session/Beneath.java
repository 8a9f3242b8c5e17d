package dev.launchready.session;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which type of object lies right beneath a path: that of {@code {case}} below {@code /matters}, whatever the list calls itself. */
final class Beneath {
    private final Map<String, String> exactly = new LinkedHashMap<>();
    private final Map<TemplateShape, String> shaped = new LinkedHashMap<>();

    /** @param templates paths with placeholders, as they stand in URLs */
    Beneath(List<String> templates) {
        for (String template : templates) {
            String path = bare(Slots.withoutQuery(template));
            int slash = path.lastIndexOf('/');
            List<Slots.Slot> last = Slots.of(path).stream()
                    .filter(slot -> path.substring(slash + 1).equals("{" + slot.name() + "}"))
                    .toList();
            if (slash > 0 && !last.isEmpty()) {
                put(path.substring(0, slash), last.get(last.size() - 1).type());
            }
        }
    }

    private static String bare(String path) {
        return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private void put(String parent, String type) {
        if (!parent.contains("{")) {
            exactly.putIfAbsent(parent, type);
            return;
        }
        shaped.putIfAbsent(TemplateShape.of(parent), type);
    }

    Optional<String> type(String path) {
        String plain = bare(path);
        return Optional.ofNullable(exactly.get(plain))
                .or(() -> shaped.entrySet().stream()
                        .filter(entry -> entry.getKey().match(plain).isPresent())
                        .map(Map.Entry::getValue)
                        .findFirst());
    }
}
