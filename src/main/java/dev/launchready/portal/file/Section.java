package dev.launchready.portal.file;

import dev.launchready.portal.yaml.Yaml;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A mapping being read. The keys that were asked for are the keys there are: {@link #done} reports every other one. */
final class Section {
    private final Reading reading;
    private final String path;
    private final Yaml.Block block;
    private final Map<String, Yaml.Entry> entries = new LinkedHashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Section(Reading reading, String path, Yaml.Block block) {
        this.reading = reading;
        this.path = path;
        this.block = block;
        block.entries().forEach(entry -> entries.putIfAbsent(entry.key(), entry));
    }

    Reading reading() {
        return reading;
    }

    /** The value of a key; empty when it is absent or holds nothing. */
    Optional<Slot> get(String key) {
        asked.add(key);
        return Optional.ofNullable(entries.get(key)).map(this::slot).filter(slot -> !isNull(slot));
    }

    Optional<String> text(String key) {
        return get(key).flatMap(Slot::text);
    }

    Optional<Section> section(String key) {
        return get(key).flatMap(Slot::section);
    }

    /** The value of a key that must be there. */
    Optional<Slot> required(String key, String why) {
        Optional<Slot> slot = get(key);
        if (slot.isEmpty()) {
            reading.problem(block.at(), "'" + step(key) + "' is missing: " + why);
        }
        return slot;
    }

    /** The entries of a list, converted; empty when the key is absent. */
    <T> List<T> list(String key, Function<Slot, Optional<T>> convert) {
        List<T> all = new ArrayList<>();
        get(key).ifPresent(
                        slot -> slot.items().forEach(item -> convert.apply(item).ifPresent(all::add)));
        return all;
    }

    /** Like {@link #list}, but one value may stand without a list. */
    <T> List<T> oneOrMany(String key, Function<Slot, Optional<T>> convert) {
        List<T> all = new ArrayList<>();
        get(key).ifPresent(slot ->
                slot.oneOrMany().forEach(item -> convert.apply(item).ifPresent(all::add)));
        return all;
    }

    /** The values under a key whose own keys are free, converted and in their order. */
    <T> Map<String, T> map(String key, Function<Slot, Optional<T>> convert) {
        Map<String, T> all = new LinkedHashMap<>();
        for (Map.Entry<String, Slot> each :
                section(key).map(Section::rest).orElse(Map.of()).entrySet()) {
            if (isNull(each.getValue())) {
                each.getValue().problem("'" + each.getValue().path() + "' is empty");
            } else {
                convert.apply(each.getValue()).ifPresent(value -> all.put(each.getKey(), value));
            }
        }
        return all;
    }

    /** Every entry whose key was not asked for; they count as asked for from now on. */
    Map<String, Slot> rest() {
        Map<String, Slot> rest = new LinkedHashMap<>();
        entries.values().stream()
                .filter(entry -> !asked.contains(entry.key()))
                .forEach(entry -> rest.put(entry.key(), slot(entry)));
        asked.addAll(rest.keySet());
        return rest;
    }

    /** Reports the keys that nobody asked for. */
    void done() {
        for (Yaml.Entry entry : entries.values()) {
            if (!asked.contains(entry.key())) {
                reading.problem(entry.at(), "unknown key '" + entry.key() + "'" + Nearest.hint(entry.key(), asked));
            }
        }
    }

    void problem(String says) {
        reading.problem(block.at(), says);
    }

    private Slot slot(Yaml.Entry entry) {
        return new Slot(reading, step(entry.key()), entry.value());
    }

    private String step(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static boolean isNull(Slot slot) {
        return slot.yaml() instanceof Yaml.Scalar scalar && scalar.isNull();
    }
}
