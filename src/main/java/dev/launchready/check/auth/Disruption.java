package dev.launchready.check.auth;

import dev.launchready.check.Claim;
import dev.launchready.check.Footprint;
import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/** How checks run that sign in anew, sign out, or spoil sessions: last, and with the identities to themselves. */
final class Disruption {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private Disruption() {}

    static Footprint of(Portal portal, int requests) {
        Set<Claim> claims = new HashSet<>();
        claims.add(Claim.shared(Claim.TARGET));
        portal.identities().keySet().forEach(name -> claims.add(Claim.exclusive("identity:" + name)));
        return new Footprint(Stage.DISRUPTIVE, claims, requests, TIMEOUT, Duration.ZERO);
    }
}
