package dev.launchready.check.secrets;

import dev.launchready.portal.yaml.Yaml;
import java.util.HashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What is asked of the YAML of builds. */
final class CiYaml {
    private CiYaml() {}

    /** Every text and every key below a node. */
    static void names(Yaml node, Set<String> into) {
        if (node instanceof Yaml.Scalar scalar) {
            into.add(scalar.text());
        } else if (node instanceof Yaml.Sequence sequence) {
            sequence.items().forEach(item -> names(item, into));
        } else if (node instanceof Yaml.Block block) {
            block.entries().forEach(entry -> {
                into.add(entry.key());
                names(entry.value(), into);
            });
        }
    }

    static boolean only(Yaml node, String word) {
        Set<String> names = new HashSet<>();
        names(node, names);
        return names.equals(Set.of(word));
    }

    static Optional<Yaml> value(Yaml node, String key) {
        return node instanceof Yaml.Block block
                ? block.entries().stream()
                        .filter(entry -> entry.key().equals(key))
                        .map(Yaml.Entry::value)
                        .findFirst()
                : Optional.empty();
    }

    static Optional<String> plain(Yaml node) {
        return node instanceof Yaml.Scalar scalar
                ? Optional.of(scalar.text().strip().toLowerCase(Locale.ROOT))
                : Optional.empty();
    }
}
