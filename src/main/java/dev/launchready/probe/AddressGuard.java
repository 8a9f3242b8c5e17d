package dev.launchready.probe;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Looks names up and lets none lead into a private network that the person did not name.
 *
 * <p>A named host may be private or loopback, but only where it was so when first looked up: a name that moves there in
 * mid-run (DNS rebinding) is refused, as is every private address behind a name that was merely met on the way.
 */
public final class AddressGuard implements NameLookup {
    /** Read as an octal number by some, as a decimal one by the JDK. */
    private static final Pattern OCTAL = Pattern.compile("(?:^|\\.)0[0-9]");

    private final Set<String> named;
    private final Map<String, String> resolve;
    private final NameLookup lookup;
    private final Map<String, Set<InetAddress>> granted = new ConcurrentHashMap<>();

    /**
     * @param named hosts that the person named, in lower case
     * @param resolve host to fixed address, as the person gave it
     */
    public AddressGuard(Set<String> named, Map<String, String> resolve, NameLookup lookup) {
        this.named = Set.copyOf(named);
        this.resolve = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        this.resolve.putAll(resolve);
        this.lookup = lookup;
    }

    /** The address may not be used; the message is a sentence for a person. */
    public static final class AddressRefused extends UnknownHostException {
        private static final long serialVersionUID = 1L;

        AddressRefused(String message) {
            super(message);
        }
    }

    /** @throws AddressRefused when one of the addresses may not be used */
    @Override
    public List<InetAddress> addresses(String host) throws UnknownHostException {
        String fixed = resolve.get(host);
        if (fixed != null) {
            return List.of(InetAddress.getByName(fixed));
        }
        if (OCTAL.matcher(host).find() && literal(host)) {
            throw new AddressRefused(
                    "Not sent: " + host + " means one address to some programs and another to others.");
        }
        List<InetAddress> found = literal(host) ? List.of(InetAddress.getByName(host)) : lookup.addresses(host);
        if (found.isEmpty()) {
            throw new UnknownHostException(host);
        }
        Set<InetAddress> closed =
                found.stream().filter(address -> !AddressKind.isPublic(address)).collect(Collectors.toSet());
        String key = host.toLowerCase(Locale.ROOT);
        if (named.contains(key)) {
            Set<InetAddress> first = granted.computeIfAbsent(key, unseen -> Set.copyOf(closed));
            refuse(host, closed, first, "the name has changed its address during the run");
        } else {
            refuse(host, closed, Set.of(), "the portal file does not name that host");
        }
        return found;
    }

    /** Whether a host is written as an address, in whatever way the JDK takes for one ({@code 2130706433}, {@code 127.1}). */
    public static boolean literal(String host) {
        return host.indexOf(':') >= 0 || host.chars().allMatch(c -> c == '.' || (c >= '0' && c <= '9'));
    }

    private static void refuse(String host, Set<InetAddress> closed, Set<InetAddress> allowed, String because)
            throws AddressRefused {
        for (InetAddress address : closed) {
            if (!allowed.contains(address)) {
                throw new AddressRefused("Not sent: " + host + " leads to " + address.getHostAddress()
                        + ", an address of a private network, and " + because + ".");
            }
        }
    }
}
