package dev.launchready.model;

import java.util.List;
import java.util.Optional;

/**
 * A secret that a finding is about, without its value.
 *
 * @param fingerprint of the value under the portal's fingerprint key: the same in every check that meets it
 * @param kind for a person: {@code Stripe live secret key}
 * @param severity of its kind, wherever it lies
 */
public record Secret(String fingerprint, String kind, Severity severity, List<Place> places) {
    public Secret {
        places = List.copyOf(places);
    }

    /**
     * Where it lies.
     *
     * @param file a path in the source, or a URL without secrets
     * @param first when it came there, as a date or a commit with its date; {@code last} likewise
     * @param inHead whether the newest version still has it; absent where there are no versions
     */
    public record Place(String file, Optional<String> first, Optional<String> last, Optional<Boolean> inHead) {
        /** A place that is there now and has no history. */
        public static Place of(String file) {
            return new Place(file, Optional.empty(), Optional.empty(), Optional.empty());
        }
    }
}
