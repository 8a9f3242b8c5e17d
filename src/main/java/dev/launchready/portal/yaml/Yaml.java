package dev.launchready.portal.yaml;

import dev.launchready.model.Json;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A YAML value with its place. Aliases are followed and merge keys ({@code <<}) flattened; anchors are gone. */
public sealed interface Yaml {
    Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]{0,30})(\\.[0-9]{1,30})?([eE][-+]?[0-9]{1,3})?");

    Mark at();

    /** A mapping; a key that stands twice is here twice. */
    record Block(Mark at, List<Entry> entries) implements Yaml {
        public Block {
            entries = List.copyOf(entries);
        }
    }

    /** @param at where the key stands */
    record Entry(Mark at, String key, Yaml value) {}

    record Sequence(Mark at, List<Yaml> items) implements Yaml {
        public Sequence {
            items = List.copyOf(items);
        }
    }

    /** @param plain written without quotes, so that it may mean a number, a boolean or nothing */
    record Scalar(Mark at, String text, boolean plain) implements Yaml {
        public boolean isNull() {
            return plain && (text.isEmpty() || text.equals("~") || text.equals("null"));
        }

        /**
         * The value by YAML 1.2's JSON schema (section 10.2): {@code yes}, {@code on} and numbers with a leading zero are texts, as a
         * person who writes a body means them.
         */
        @Override
        public Json json() {
            if (!plain) {
                return new Json.Str(text);
            }
            if (isNull()) {
                return new Json.Null();
            }
            if (text.equals("true") || text.equals("false")) {
                return new Json.Bool(text.equals("true"));
            }
            return NUMBER.matcher(text).matches() ? new Json.Num(new BigDecimal(text)) : new Json.Str(text);
        }
    }

    /** What a person calls this kind of value. */
    default String kind() {
        if (this instanceof Block) {
            return "a mapping";
        }
        return this instanceof Sequence ? "a list" : "a text";
    }

    /** The value without its places; of a key that stands twice the first counts. */
    default Json json() {
        if (this instanceof Scalar scalar) {
            return scalar.json();
        }
        if (this instanceof Sequence sequence) {
            List<Json> items = new ArrayList<>();
            sequence.items().forEach(item -> items.add(item.json()));
            return new Json.Arr(items);
        }
        Map<String, Json> members = new LinkedHashMap<>();
        ((Block) this)
                .entries()
                .forEach(entry -> members.putIfAbsent(entry.key(), entry.value().json()));
        return new Json.Obj(members);
    }
}
