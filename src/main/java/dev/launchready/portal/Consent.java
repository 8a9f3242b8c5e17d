package dev.launchready.portal;

import dev.launchready.model.TrafficClass;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * What the owner has allowed.
 *
 * @param by who, how and when, in words
 * @param until the last day; absent: no end
 */
public record Consent(Optional<String> by, Optional<LocalDate> until, Set<TrafficClass> allow) {
    public static final Consent NONE = new Consent(Optional.empty(), Optional.empty(), Set.of());

    public Consent {
        allow = Set.copyOf(allow);
    }

    /** Whether requests of that class may be sent on that day. */
    public boolean covers(TrafficClass traffic, LocalDate today) {
        boolean valid = until.map(last -> !today.isAfter(last)).orElse(true);
        return !traffic.needsConsent() || (valid && allow.contains(traffic));
    }
}
