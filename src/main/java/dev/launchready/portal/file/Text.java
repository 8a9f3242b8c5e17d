package dev.launchready.portal.file;

import java.util.List;

/**
 * A text value after its {@code ${...}} were filled in.
 *
 * @param value what the rest of the program sees
 * @param literal the part that was written in the file itself, defaults that were used among it
 * @param references the values that came from the environment or from a file
 */
record Text(String value, String literal, List<String> references) {
    Text {
        references = List.copyOf(references);
    }

    static Text literal(String value) {
        return new Text(value, value, List.of());
    }

    @Override
    public String toString() {
        return "Text[" + value.length() + " characters]";
    }
}
