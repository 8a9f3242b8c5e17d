package dev.launchready.check.secrets;

import dev.launchready.detect.KeyClass;
import dev.launchready.detect.SecretRef;
import dev.launchready.model.Proof;
import dev.launchready.model.Secret;
import dev.launchready.model.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A secret as an observation keeps it: what its kind and structure tell, nothing of its value, and where it was met.
 *
 * @param rule id of the rule that knew it
 * @param severity of its kind
 * @param proof the best of all its places
 * @param facts what its structure tells, such as the claims of a token
 * @param rotate how its issuer replaces it, a sentence a step
 * @param restriction for a key that is public by design: what to verify behind it
 * @param sightings the first places, in the order in which they were met
 * @param places how many there were in all
 */
public record FoundSecret(
        String rule,
        String kind,
        KeyClass keyClass,
        Severity severity,
        Proof proof,
        SecretRef ref,
        Map<String, String> facts,
        List<String> rotate,
        Optional<String> restriction,
        List<Sighting> sightings,
        int places) {
    public FoundSecret {
        facts = Map.copyOf(facts);
        rotate = List.copyOf(rotate);
        sightings = List.copyOf(sightings);
        if (sightings.isEmpty()) {
            throw new IllegalArgumentException("a secret was met somewhere");
        }
    }

    /** Whether it is the surer of two of the same value, or among equals the worse. */
    boolean better(FoundSecret than) {
        int order = proof.compareTo(than.proof);
        return order < 0 || (order == 0 && severity.compareTo(than.severity) < 0);
    }

    /** The same, met elsewhere. */
    FoundSecret met(List<Sighting> where, int often) {
        return new FoundSecret(rule, kind, keyClass, severity, proof, ref, facts, rotate, restriction, where, often);
    }

    /** One of two of the same value, with the places of both. */
    FoundSecret and(FoundSecret other) {
        List<Sighting> both = new ArrayList<>(sightings);
        both.addAll(other.sightings);
        return (other.better(this) ? other : this).met(both, places + other.places);
    }

    Sighting first() {
        return sightings.get(0);
    }

    /** What may be shown of the value. */
    String shown() {
        return ref.prefix() + "… (" + ref.length() + " characters)";
    }

    Secret told(Severity as) {
        return new Secret(
                ref.fingerprint(),
                kind,
                as,
                sightings.stream().map(Sighting::place).distinct().toList());
    }
}
