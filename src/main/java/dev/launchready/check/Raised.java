package dev.launchready.check;

import dev.launchready.model.Evidence;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One case that a judge saw, before the card's words are put to it.
 *
 * @param facts fill the placeholders of the card's sentences
 * @param roles the pair of roles concerned, as {@code client>client}; empty where none is
 * @param locator what else tells it apart from its neighbours and stays from run to run
 */
public record Raised(
        Reason reason,
        Where where,
        Map<String, String> facts,
        Proof proof,
        List<Evidence> evidence,
        String roles,
        String locator) {

    public Raised {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
        evidence = List.copyOf(evidence);
    }

    public static Raised of(Reason reason, Where where, Proof proof) {
        return new Raised(reason, where, Map.of(), proof, List.of(), "", "");
    }

    public Raised fact(String name, Object value) {
        Map<String, String> more = new LinkedHashMap<>(facts);
        more.put(name, String.valueOf(value));
        return new Raised(reason, where, more, proof, evidence, roles, locator);
    }

    public Raised showing(List<? extends Evidence> seen) {
        List<Evidence> more = new ArrayList<>(evidence);
        more.addAll(seen);
        return new Raised(reason, where, facts, proof, more, roles, locator);
    }

    public Raised showing(Evidence seen) {
        return showing(List.of(seen));
    }

    public Raised between(String newRoles) {
        return new Raised(reason, where, facts, proof, evidence, newRoles, locator);
    }

    public Raised locatedBy(String newLocator) {
        return new Raised(reason, where, facts, proof, evidence, roles, newLocator);
    }
}
