package dev.launchready.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** From a host's name to its addresses. */
@FunctionalInterface
public interface NameLookup {
    /** The operating system's own way: its hosts file, its resolver, its cache. */
    NameLookup SYSTEM = host -> List.of(InetAddress.getAllByName(host));

    /**
     * At least one address, in the order in which they should be tried.
     *
     * @throws UnknownHostException when the name has none, or nobody could say
     */
    List<InetAddress> addresses(String host) throws UnknownHostException;
}
