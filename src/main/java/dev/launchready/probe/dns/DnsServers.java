package dev.launchready.probe.dns;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Optional;
import org.xbill.DNS.ResolverConfig;

/**
 * The servers that are asked.
 *
 * @param named as the person wrote it; absent: the system's own
 */
record DnsServers(Optional<InetSocketAddress> named, List<InetSocketAddress> all) {
    private static final int PORT = 53;

    /**
     * @param resolver {@code host}, {@code host:port} or {@code [address]:port}
     * @throws IllegalArgumentException with a sentence for a person
     */
    static DnsServers of(Optional<String> resolver) {
        if (resolver.isEmpty()) {
            return new DnsServers(
                    Optional.empty(),
                    List.copyOf(ResolverConfig.getCurrentConfig().servers()));
        }
        InetSocketAddress server = parse(resolver.get().strip());
        return new DnsServers(Optional.of(server), List.of(server));
    }

    private static InetSocketAddress parse(String text) {
        int colon = text.lastIndexOf(':');
        boolean ported = colon > 0 && (text.indexOf(':') == colon || text.charAt(colon - 1) == ']');
        String host =
                (ported ? text.substring(0, colon) : text).replace("[", "").replace("]", "");
        try {
            int port = ported ? Integer.parseInt(text.substring(colon + 1)) : PORT;
            return new InetSocketAddress(InetAddress.getByName(host), port);
        } catch (UnknownHostException | IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    "'" + text + "' under portal.resolver is no DNS server: write its address, as 127.0.0.1:5353.", e);
        }
    }

    /** The arguments of {@code dig} that ask the same server. */
    String dig() {
        return named.map(server -> "@" + server.getAddress().getHostAddress()
                        + (server.getPort() == PORT ? "" : " -p " + server.getPort()) + " ")
                .orElse("");
    }
}
