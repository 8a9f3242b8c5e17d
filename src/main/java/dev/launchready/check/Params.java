package dev.launchready.check;

import java.util.List;
import java.util.Map;

/** The parameters of one check: its card's defaults with the profile's values over them. */
public record Params(Map<String, Object> values) {

    public Params {
        values = Map.copyOf(values);
    }

    /** @throws IllegalArgumentException when the card declares no such number */
    public int integer(String name) {
        return number(name).intValue();
    }

    /** @throws IllegalArgumentException when the card declares no such number */
    public double decimal(String name) {
        return number(name).doubleValue();
    }

    /** @throws IllegalArgumentException when the card declares no such text */
    public String text(String name) {
        if (values.get(name) instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("no text parameter '" + name + "' in the card");
    }

    /** @throws IllegalArgumentException when the card declares no such list */
    public List<String> list(String name) {
        if (values.get(name) instanceof List<?> list) {
            return list.stream().map(String::valueOf).toList();
        }
        throw new IllegalArgumentException("no list parameter '" + name + "' in the card");
    }

    private Number number(String name) {
        if (values.get(name) instanceof Number number) {
            return number;
        }
        throw new IllegalArgumentException("no number parameter '" + name + "' in the card");
    }
}
