package dev.launchready.score;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Scorecard.SecretPlace;
import dev.launchready.model.Scorecard.SecretSighting;
import dev.launchready.model.Secret;
import dev.launchready.model.Severity;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One secret of all the findings that are about it: its places in order of time, and one way to be rid of it. */
final class MetSecrets {
    private final Map<String, List<Met>> byFingerprint = new LinkedHashMap<>();

    private record Met(String check, Finding finding, Secret secret) {
        /** What remembers is cleaned last: a history rewritten while the key still works helps nobody. */
        boolean remembers() {
            return secret.places().stream().anyMatch(place -> place.inHead().isPresent());
        }
    }

    private MetSecrets() {}

    /** The gravest first. */
    static List<SecretSighting> of(List<CheckResult> results) {
        MetSecrets all = new MetSecrets();
        results.forEach(result -> result.findings()
                .forEach(finding -> finding.secret()
                        .ifPresent(secret -> all.byFingerprint
                                .computeIfAbsent(secret.fingerprint(), key -> new ArrayList<>())
                                .add(new Met(result.card().id(), finding, secret)))));
        return all.byFingerprint.values().stream()
                .sorted(Comparator.comparing(MetSecrets::gravity))
                .map(MetSecrets::sighting)
                .toList();
    }

    private static Severity gravity(List<Met> mets) {
        return mets.stream()
                .map(met -> met.finding().severity())
                .min(Comparator.naturalOrder())
                .orElse(Severity.INFO);
    }

    private static SecretSighting sighting(List<Met> mets) {
        Secret secret = mets.get(0).secret();
        return new SecretSighting(secret.fingerprint(), secret.kind(), places(mets), fix(mets));
    }

    private static List<SecretPlace> places(List<Met> mets) {
        Set<SecretPlace> places = new LinkedHashSet<>();
        mets.forEach(met -> met.secret()
                .places()
                .forEach(place -> places.add(
                        new SecretPlace(met.check(), place.file(), place.first(), place.last(), place.inHead()))));
        Comparator<Optional<String>> datedFirst = Comparator.comparing(first -> first.orElse("\uffff"));
        return places.stream()
                .sorted(Comparator.comparing(SecretPlace::first, datedFirst))
                .toList();
    }

    private static List<String> fix(Collection<Met> mets) {
        Set<String> steps = new LinkedHashSet<>();
        mets.stream()
                .sorted(Comparator.comparing(Met::remembers))
                .forEach(met -> steps.addAll(met.finding().fix()));
        return List.copyOf(steps);
    }
}
