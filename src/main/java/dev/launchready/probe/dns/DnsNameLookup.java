package dev.launchready.probe.dns;

import dev.launchready.probe.AddressGuard;
import dev.launchready.probe.NameLookup;
import dev.launchready.probe.dns.DnsProbe.RecordType;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Looks names up by a DNS probe, for portals that name a resolver of their own. */
public final class DnsNameLookup implements NameLookup {
    private final DnsProbe dns;

    public DnsNameLookup(DnsProbe dns) {
        this.dns = dns;
    }

    /** IPv4 first; {@code localhost} and names below it are this machine, whatever a resolver says (RFC 6761 section 6.3). */
    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        String name = host.toLowerCase(Locale.ROOT);
        if (name.equals("localhost") || name.endsWith(".localhost")) {
            return List.of(InetAddress.getLoopbackAddress());
        }
        if (AddressGuard.literal(host)) {
            return List.of(InetAddress.getByName(host));
        }
        List<InetAddress> found = new ArrayList<>();
        try {
            for (RecordType type : List.of(RecordType.A, RecordType.AAAA)) {
                for (String address : dns.ask(host, type).records()) {
                    found.add(InetAddress.getByName(address));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new UnknownHostException(host + ": interrupted");
        }
        if (found.isEmpty()) {
            throw new UnknownHostException(host);
        }
        return found;
    }
}
