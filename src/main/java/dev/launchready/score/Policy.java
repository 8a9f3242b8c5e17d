package dev.launchready.score;

import dev.launchready.model.Severity;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a person decided about judging, beside the profile.
 *
 * @param failOn replaces the profile's gate and hard stops when given
 * @param allowUnproven what is merely not tested does not fail a build
 * @param baseline fingerprints of findings that are known; empty when there is no baseline
 */
public record Policy(
        Optional<FailOn> failOn, boolean allowUnproven, Optional<Set<String>> baseline, List<Waiver> waivers) {
    public static final Policy DEFAULT = new Policy(Optional.empty(), false, Optional.empty(), List.of());

    public Policy {
        baseline = baseline.map(Set::copyOf);
        waivers = List.copyOf(waivers);
    }

    /** @param severity absent: never */
    public record FailOn(Optional<Severity> severity) {}
}
