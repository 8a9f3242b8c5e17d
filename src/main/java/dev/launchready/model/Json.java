package dev.launchready.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** A JSON value (RFC 8259), independent of any library. Members keep their order. */
public sealed interface Json {

    record Obj(Map<String, Json> members) implements Json {
        public Obj {
            members = Collections.unmodifiableMap(new LinkedHashMap<>(members));
        }
    }

    record Arr(List<Json> items) implements Json {
        public Arr {
            items = List.copyOf(items);
        }
    }

    record Str(String value) implements Json {}

    record Num(BigDecimal value) implements Json {}

    record Bool(boolean value) implements Json {}

    record Null() implements Json {}

    /** The member of that name; empty when this is no object or has no such member. */
    default Optional<Json> get(String name) {
        return this instanceof Obj obj ? Optional.ofNullable(obj.members().get(name)) : Optional.empty();
    }

    /** A scalar as text, as it would stand in a URL; empty for objects, arrays and null. */
    default Optional<String> text() {
        if (this instanceof Str str) {
            return Optional.of(str.value());
        }
        if (this instanceof Num num) {
            return Optional.of(num.value().toPlainString());
        }
        return this instanceof Bool bool ? Optional.of(Boolean.toString(bool.value())) : Optional.empty();
    }

    /** Visits every scalar with its path: member names and array positions from the root. */
    default void scalars(BiConsumer<List<String>, Json> visitor) {
        walk(new ArrayList<>(), visitor);
    }

    private void walk(List<String> path, BiConsumer<List<String>, Json> visitor) {
        if (this instanceof Obj obj) {
            obj.members().forEach((name, value) -> descend(path, name, value, visitor));
        } else if (this instanceof Arr arr) {
            for (int at = 0; at < arr.items().size(); at++) {
                descend(path, Integer.toString(at), arr.items().get(at), visitor);
            }
        } else {
            visitor.accept(List.copyOf(path), this);
        }
    }

    private static void descend(List<String> path, String step, Json value, BiConsumer<List<String>, Json> visitor) {
        path.add(step);
        value.walk(path, visitor);
        path.remove(path.size() - 1);
    }
}
