package dev.launchready.probe.http;

import java.net.InetAddress;
import java.util.Collection;

/**
 * How much a host is asked at most.
 *
 * @param perSecond requests per second, over 0
 * @param inFlight requests at a time, at least 1
 * @param total requests in the whole run
 */
public record Rates(double perSecond, int inFlight, long total) {
    /** A polite visitor of somebody else's machine. */
    public static final Rates POLITE = new Rates(10, 6, 50_000);

    /** For a portal on the very machine that scans it, where nobody else is kept waiting. */
    public static final Rates LOCAL = new Rates(2_000, 16, 500_000);

    public Rates {
        if (!(perSecond > 0) || inFlight < 1 || total < 1) {
            throw new IllegalArgumentException("rates must be over zero");
        }
    }

    /** {@link #LOCAL} where every address is of this very machine, else {@link #POLITE}. */
    public static Rates suiting(Collection<InetAddress> addresses) {
        boolean local = !addresses.isEmpty() && addresses.stream().allMatch(InetAddress::isLoopbackAddress);
        return local ? LOCAL : POLITE;
    }
}
