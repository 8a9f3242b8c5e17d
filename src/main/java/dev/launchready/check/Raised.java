package dev.launchready.check;

import dev.launchready.model.Evidence;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Secret;
import dev.launchready.model.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One case that a judge saw, before the card's words are put to it.
 *
 * @param facts fill the placeholders of the card's sentences
 * @param roles the pair of roles concerned, as {@code client>client}; empty where none is
 * @param locator what else tells it apart from its neighbours and stays from run to run
 * @param secret the secret that it is about: its fingerprint and severity are then the finding's
 */
public record Raised(
        Reason reason,
        Where where,
        Map<String, String> facts,
        Proof proof,
        List<Evidence> evidence,
        String roles,
        String locator,
        Optional<Secret> secret) {

    public Raised {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        evidence = List.copyOf(evidence);
    }

    /** A case that is about no secret. */
    public Raised(
            Reason reason,
            Where where,
            Map<String, String> facts,
            Proof proof,
            List<Evidence> evidence,
            String roles,
            String locator) {
        this(reason, where, facts, proof, evidence, roles, locator, Optional.empty());
    }

    public static Raised of(Reason reason, Where where, Proof proof) {
        return new Raised(reason, where, Map.of(), proof, List.of(), "", "");
    }

    public Raised fact(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, String.valueOf(value));
        return new Raised(reason, where, more, proof, evidence, roles, locator, secret);
    }

    public Raised showing(List<? extends Evidence> seen) {
        List<Evidence> more = new ArrayList<>(evidence);
        more.addAll(seen);
        return new Raised(reason, where, facts, proof, more, roles, locator, secret);
    }

    public Raised showing(Evidence seen) {
        return showing(List.of(seen));
    }

    public Raised between(String newRoles) {
        return new Raised(reason, where, facts, proof, evidence, newRoles, locator, secret);
    }

    public Raised locatedBy(String newLocator) {
        return new Raised(reason, where, facts, proof, evidence, roles, newLocator, secret);
    }

    /** A finding about a secret, the same in every check that meets it. */
    public Raised about(Secret met) {
        return new Raised(reason, where, facts, proof, evidence, roles, locator, Optional.of(met));
    }
}
