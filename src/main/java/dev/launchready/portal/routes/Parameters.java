package dev.launchready.portal.routes;

import dev.launchready.portal.Routes.Need;
import dev.launchready.portal.Routes.Parameter;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Gathers parameters with their examples; a credential is never an example. */
final class Parameters {
    private static final int MAX_EXAMPLES = 20;
    private static final int MAX_LENGTH = 200;
    private static final int MAX_PARAMETERS = 100;

    private record Key(String in, String name) {}

    private final Map<Key, Set<String>> examples = new LinkedHashMap<>();
    private final Map<Key, Need> needs = new HashMap<>();
    private final Map<Key, String> neutral = new HashMap<>();

    static boolean keepable(String name, String value) {
        return !SecretNames.secret(name)
                && !SecretNames.looksSecret(value)
                && value.length() <= MAX_LENGTH
                && !value.isEmpty();
    }

    void add(String name, String in) {
        if (examples.size() < MAX_PARAMETERS) {
            examples.computeIfAbsent(new Key(in, name), key -> new LinkedHashSet<>());
        }
    }

    void add(String name, String in, String example) {
        add(name, in);
        Set<String> known = examples.get(new Key(in, name));
        if (known != null && known.size() < MAX_EXAMPLES && keepable(name, example)) {
            known.add(example);
        }
    }

    /** What a description says of a parameter that is there already. */
    void need(String name, String in, Need need, Optional<String> value) {
        Key key = new Key(in, name);
        needs.merge(key, need, (one, other) -> one.compareTo(other) > 0 ? one : other);
        value.ifPresent(each -> neutral.putIfAbsent(key, each));
    }

    void add(Collection<Parameter> parameters) {
        for (Parameter parameter : parameters) {
            add(parameter.name(), parameter.in());
            need(parameter.name(), parameter.in(), parameter.need(), parameter.neutral());
            parameter.examples().forEach(example -> add(parameter.name(), parameter.in(), example));
        }
    }

    List<Parameter> list() {
        List<Parameter> all = new ArrayList<>();
        examples.forEach((key, values) -> all.add(new Parameter(
                key.name(),
                key.in(),
                List.copyOf(values),
                needs.getOrDefault(key, Need.UNKNOWN),
                Optional.ofNullable(neutral.get(key)))));
        return all;
    }
}
