package dev.launchready.detect;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One entry of a file of rules, by the names of its fields. */
record RuleEntry(String group, Map<String, Object> fields) {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "issuer",
            "title",
            "keywords",
            "pattern",
            "lead",
            "reach",
            "bounded",
            "names",
            "value",
            "schemes",
            "armour",
            "generic",
            "structure",
            "entropy",
            "class",
            "severity",
            "rotate",
            "restriction",
            "where");

    /** @throws IllegalArgumentException for a field that no rule has, such as a misspelt one */
    static RuleEntry of(String group, Object tree) {
        if (!(tree instanceof Map<?, ?> map)) {
            throw new IllegalArgumentException("rules " + group + ".yml: an entry is no map");
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((name, value) -> fields.put(String.valueOf(name), value));
        RuleEntry entry = new RuleEntry(group, fields);
        fields.keySet().stream()
                .filter(name -> !KNOWN.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw entry.broken("has the unknown field " + name);
                });
        return entry;
    }

    boolean has(String name) {
        return fields.containsKey(name);
    }

    Optional<String> text(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> {
            if (value instanceof String text) {
                return text;
            }
            throw broken("must give one value for " + name);
        });
    }

    Optional<List<String>> texts(String name) {
        return Optional.ofNullable(fields.get(name)).map(value -> {
            List<String> texts = new ArrayList<>();
            if (value instanceof List<?> list) {
                list.forEach(each -> texts.add(String.valueOf(each)));
                return texts;
            }
            throw broken("must give a list for " + name);
        });
    }

    int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return text(name).map("true"::equals).orElse(otherwise);
    }

    String require(String name) {
        return text(name).orElseThrow(() -> broken("lacks " + name));
    }

    List<String> requireAll(String name) {
        return texts(name).orElseThrow(() -> broken("lacks " + name));
    }

    IllegalArgumentException broken(String says) {
        Object id = fields.getOrDefault("id", "?");
        return new IllegalArgumentException("rules " + group + ".yml: rule " + id + " " + says);
    }
}
