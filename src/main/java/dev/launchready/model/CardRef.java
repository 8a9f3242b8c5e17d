package dev.launchready.model;

import java.util.Map;

/**
 * What a result says of its check.
 *
 * @param severity the worst that this check can find
 * @param references by kind: {@code owasp-api}, {@code asvs}, {@code cwe}, {@code rfc}
 */
public record CardRef(String id, String title, Severity severity, int weight, Map<String, String> references) {
    public CardRef {
        references = Map.copyOf(references);
    }

    /** The part of the id before the dot. */
    public String family() {
        return id.substring(0, id.indexOf('.'));
    }
}
