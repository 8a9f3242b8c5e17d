package dev.launchready.portal;

import dev.launchready.model.Url;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may be touched, as the person wrote it: the portal file, read and checked. Every part but the address may be empty.
 *
 * @param waivers the file named under {@code waivers}
 * @param access the file named under {@code access}
 */
public record Portal(
        Address address,
        Consent consent,
        Map<String, Identity> identities,
        Routes routes,
        Flows flows,
        Latency latency,
        SourceTree source,
        Mail mail,
        Edge edge,
        List<Assistant> ai,
        List<Path> journeys,
        List<Request> health,
        Map<String, Attested> attest,
        Optional<Path> waivers,
        Optional<Path> access,
        FileLines lines) {

    public Portal {
        identities = Collections.unmodifiableMap(new LinkedHashMap<>(identities));
        ai = List.copyOf(ai);
        journeys = List.copyOf(journeys);
        health = List.copyOf(health);
        attest = Map.copyOf(attest);
    }

    /** A portal of which nothing is known but where it is. */
    public static Portal at(Url url) {
        return new Portal(
                Address.of(url),
                Consent.NONE,
                Map.of(),
                Routes.NONE,
                Flows.NONE,
                Latency.DEFAULT,
                SourceTree.NONE,
                Mail.NONE,
                Edge.NONE,
                List.of(),
                List.of(),
                List.of(),
                Map.of(),
                Optional.empty(),
                Optional.empty(),
                FileLines.NONE);
    }

    public Url url() {
        return address.url();
    }

    public Url api() {
        return address.api();
    }

    /** Every host that the person named: portal, API, further hosts and backends; in alphabetical order. */
    public Set<String> hosts() {
        Set<String> hosts = new TreeSet<>();
        doors().forEach(door -> hosts.add(door.host()));
        address.backends().forEach(backend -> hosts.add(backend.url().host()));
        return hosts;
    }

    /** The origins of the portal itself: every named host but the backends, by either scheme. */
    public Set<String> ownOrigins() {
        Set<String> origins = new TreeSet<>();
        doors().forEach(door -> origins.add(door.origin()));
        return origins;
    }

    /** Hosts that a login recipe names, and that are in scope for signing in alone. */
    public Set<String> loginHosts() {
        Set<String> hosts = new TreeSet<>();
        identities.values().forEach(identity -> hosts.addAll(identity.login().hosts()));
        return hosts;
    }

    /** Where a host of {@code portal.hosts} is reached: as written, or by both schemes when only its name was. */
    private List<Url> doors() {
        List<Url> doors = new ArrayList<>(List.of(url(), api()));
        for (String host : address.hosts()) {
            if (host.contains("://")) {
                doors.add(Url.parse(host));
            } else {
                doors.add(Url.parse("https://" + host));
                doors.add(Url.parse("http://" + host));
            }
        }
        return doors;
    }

    /** The address of a path of the API, or of a full URL as it is. */
    public Url resolve(String target) {
        if (target.startsWith("http://") || target.startsWith("https://")) {
            return Url.parse(target);
        }
        String base = api().path().endsWith("/")
                ? api().path().substring(0, api().path().length() - 1)
                : api().path();
        return api().at(base + (target.startsWith("/") ? target : "/" + target));
    }

    /** A route as every place of the portal would write it: an address of its own without the host. */
    public String portable(String route) {
        if (route.startsWith(api().origin() + "/")) {
            return route.substring(api().origin().length());
        }
        String own = url().origin();
        return route.startsWith(own + "/") ? "{portal}" + route.substring(own.length()) : route;
    }

    /** Identity to role. */
    public Map<String, String> roles() {
        Map<String, String> roles = new LinkedHashMap<>();
        identities.forEach((name, identity) -> roles.put(name, identity.role()));
        return roles;
    }

    /** The same portal, to be compared with another access lock. */
    public Portal comparedWith(Optional<Path> lock) {
        return new Portal(
                address,
                consent,
                identities,
                routes,
                flows,
                latency,
                source,
                mail,
                edge,
                ai,
                journeys,
                health,
                attest,
                waivers,
                lock,
                lines);
    }

    /** Every value of a credential slot; none of them may ever be shown. */
    public Set<String> secrets() {
        return lines.secrets();
    }
}
