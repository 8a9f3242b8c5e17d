package dev.launchready.detect;

import dev.launchready.model.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one kind of secret.
 *
 * @param group file of {@code checks/secrets/rules} that it stands in
 * @param kind for a person: {@code Stripe live secret key}
 * @param keywords at least one must stand in or beside the value
 * @param structure what must hold of the value beyond its pattern; empty where the format proves nothing
 * @param entropy Shannon bits per byte that a value must exceed
 * @param rotate how to replace it, a sentence a step
 * @param restriction for a public key: what to verify behind it
 */
public record Rule(
        String id,
        String group,
        String issuer,
        String kind,
        KeyClass keyClass,
        Severity severity,
        List<String> keywords,
        Form form,
        Optional<String> structure,
        double entropy,
        List<String> rotate,
        Optional<String> restriction) {
    public Rule {
        keywords = List.copyOf(keywords);
        rotate = List.copyOf(rotate);
    }
}
