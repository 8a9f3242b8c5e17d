package dev.launchready.check.face;

import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A host that the person named, with its two doors. Backends are left out: their doors are in a vendor's hands.
 *
 * @param secure where it is reached by {@code https}
 * @param plain where it is reached by {@code http}: port 80, unless {@code portal.hosts} names another for this host
 * @param plainOnly written as {@code http://} by the person, and nowhere as {@code https://}
 */
public record NamedHost(String name, Kind kind, Url secure, Url plain, boolean plainOnly) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;

    /** What the host is to the portal. */
    public enum Kind {
        PORTAL,
        API,
        /** Listed under {@code portal.hosts}. */
        FURTHER
    }

    /** Every host of the portal, the portal's own first, each of its {@code https} doors once. */
    public static List<NamedHost> of(Portal portal) {
        List<Named> named = new ArrayList<>();
        named.add(new Named(Kind.PORTAL, portal.url().at("/"), true));
        named.add(new Named(Kind.API, portal.api().at("/"), true));
        portal.address().hosts().forEach(text -> read(text).ifPresent(named::add));
        Map<String, NamedHost> hosts = new LinkedHashMap<>();
        for (Named one : named) {
            if (one.door().secure()) {
                put(hosts, one, one.door(), plainOf(one.door().host(), named), false);
            } else if (named.stream()
                    .noneMatch(other -> other.securely(one.door().host()))) {
                put(hosts, one, one.door().withScheme("https", HTTPS_PORT), one.door(), one.schemeWritten());
            }
        }
        return List.copyOf(hosts.values());
    }

    /** Whether the name can mean this machine alone (RFC 6761 section 6.3, RFC 1122 section 3.2.1.3, RFC 4291 section 2.5.3). */
    public boolean loopback() {
        return loopback(name);
    }

    /** Whether it is an IP address in place of a name. */
    public boolean address() {
        return name.startsWith("[") || name.matches("\\d{1,3}(\\.\\d{1,3}){3}");
    }

    /** A portal under development: plain {@code http} on this machine, where encryption protects nobody. */
    public boolean underDevelopment() {
        return plainOnly && loopback();
    }

    private static boolean loopback(String host) {
        return host.equals("localhost")
                || host.endsWith(".localhost")
                || host.equals("[::1]")
                || host.matches("127(\\.\\d{1,3}){3}");
    }

    private static void put(Map<String, NamedHost> hosts, Named one, Url secure, Url plain, boolean plainOnly) {
        NamedHost host = new NamedHost(secure.host(), one.kind(), secure, plain, plainOnly);
        hosts.putIfAbsent(secure.origin(), host);
    }

    private static Url plainOf(String host, List<Named> named) {
        return named.stream()
                .filter(one -> !one.door().secure() && one.door().host().equals(host))
                .findFirst()
                .map(Named::door)
                .orElseGet(() -> new Url("http", host, HTTP_PORT, "/", Optional.empty()));
    }

    private static Optional<Named> read(String text) {
        String lower = text.strip().toLowerCase(Locale.ROOT);
        boolean written = lower.contains("://");
        try {
            Url door = Url.parse(written ? lower : "https://" + lower).at("/");
            return Optional.of(new Named(Kind.FURTHER, door, written));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private record Named(Kind kind, Url door, boolean schemeWritten) {
        boolean securely(String host) {
            return door.secure() && door.host().equals(host);
        }
    }
}
