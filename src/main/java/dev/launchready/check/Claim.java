package dev.launchready.check;

import dev.launchready.model.Stage;

/**
 * A share in something that checks have in common.
 *
 * @param resource {@code target}, {@code identity:<name>}, {@code mail-domain}, {@code source} or {@code cpu}
 */
public record Claim(String resource, boolean exclusive) {
    public static final String TARGET = "target";

    public static Claim shared(String resource) {
        return new Claim(resource, false);
    }

    public static Claim exclusive(String resource) {
        return new Claim(resource, true);
    }

    /** Whether holding this claim forbids another to hold {@code other}; see {@link Stage} for what separates checks in time. */
    public boolean conflictsWith(Claim other) {
        return resource.equals(other.resource) && (exclusive || other.exclusive);
    }
}
