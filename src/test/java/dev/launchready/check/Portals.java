package dev.launchready.check;

import dev.launchready.model.Url;
import dev.launchready.portal.Address;
import dev.launchready.portal.Portal;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Portals of which only the address matters. */
public final class Portals {
    private Portals() {}

    /** @param hosts as a portal file has them */
    public static Address address(Url url, Url api, List<String> hosts) {
        return new Address(
                url.host(),
                url,
                api,
                hosts,
                Optional.empty(),
                List.of(),
                Map.of(),
                List.of(),
                Optional.empty(),
                Map.of(),
                Map.of(),
                Optional.empty(),
                List.of());
    }

    /** The same, as it is reached on loopback. */
    public static Address reached(
            Address plain, List<Path> trust, Map<String, String> resolve, Optional<String> resolver) {
        return new Address(
                plain.name(),
                plain.url(),
                plain.api(),
                plain.hosts(),
                plain.mailDomain(),
                plain.stack(),
                plain.headers(),
                trust,
                resolver,
                resolve,
                plain.legacyUrls(),
                plain.fingerprintKey(),
                plain.backends());
    }

    public static Address moving(Address plain, Map<String, String> legacyUrls) {
        return new Address(
                plain.name(),
                plain.url(),
                plain.api(),
                plain.hosts(),
                plain.mailDomain(),
                plain.stack(),
                plain.headers(),
                plain.trust(),
                plain.resolver(),
                plain.resolve(),
                legacyUrls,
                plain.fingerprintKey(),
                plain.backends());
    }

    public static Portal at(Address address) {
        Portal bare = Portal.at(address.url());
        return new Portal(
                address,
                bare.consent(),
                bare.identities(),
                bare.routes(),
                bare.flows(),
                bare.latency(),
                bare.source(),
                bare.mail(),
                bare.edge(),
                bare.ai(),
                bare.journeys(),
                bare.health(),
                bare.attest(),
                bare.waivers(),
                bare.access(),
                bare.lines());
    }
}
