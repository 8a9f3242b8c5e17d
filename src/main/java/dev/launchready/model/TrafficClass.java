package dev.launchready.model;

import java.util.Locale;
import java.util.Optional;

/** What a request may do to a portal, and so which consent it needs. */
public enum TrafficClass {
    /** What a visitor's browser could cause; needs nothing. */
    PASSIVE,
    /** Signing in, and reads with the portal's own test accounts; needs identities. */
    OWN_ACCOUNTS,
    /** Unusual requests that change nothing; needs consent. */
    ACTIVE,
    /** Creates, changes and removes objects of the run; needs consent. */
    WRITES,
    /** Many tries at one door; needs consent. */
    BURSTS,
    /** Rates over ten requests a second; needs consent. */
    LOAD,
    /** Hosts of vendors found on the way; needs consent. */
    THIRD_PARTY;

    /** The name used in files, as {@code own-accounts}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** Whether the portal's owner has to allow it by name under {@code consent.allow}. */
    public boolean needsConsent() {
        return this != PASSIVE && this != OWN_ACCOUNTS;
    }

    public static Optional<TrafficClass> of(String key) {
        for (TrafficClass each : values()) {
            if (each.key().equals(key)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }
}
