package dev.launchready.detect;

import dev.launchready.model.Proof;
import dev.launchready.model.Severity;
import java.util.Map;
import java.util.Optional;

/**
 * A secret that was found, without its value.
 *
 * @param rule id of the rule in {@code checks/secrets/rules}
 * @param kind what it is, for a person: {@code Stripe live secret key}
 * @param label the name that the value was assigned to, where there is one
 * @param facts what its structure tells, such as the claims of a token; never part of a secret
 */
public record SecretHit(
        String rule,
        String kind,
        KeyClass keyClass,
        Severity severity,
        Proof proof,
        SecretRef ref,
        Spot spot,
        Optional<String> label,
        Map<String, String> facts) {
    public SecretHit {
        facts = Map.copyOf(facts);
    }
}
