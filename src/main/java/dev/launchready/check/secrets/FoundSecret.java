package dev.launchready.check.secrets;

import dev.launchready.detect.KeyClass;
import dev.launchready.detect.SecretRef;
import dev.launchready.model.Proof;
import dev.launchready.model.Secret;
import dev.launchready.model.Severity;
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
