package dev.launchready.probe;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;

/** Tells public addresses from those that only mean something inside a network (IANA special-purpose registries, RFC 6890). */
public final class AddressKind {
    private static final List<Block> CLOSED = List.of(
            block("0.0.0.0", 8),
            block("10.0.0.0", 8),
            block("100.64.0.0", 10),
            block("127.0.0.0", 8),
            block("169.254.0.0", 16),
            block("172.16.0.0", 12),
            block("192.0.0.0", 24),
            block("192.168.0.0", 16),
            block("198.18.0.0", 15),
            block("224.0.0.0", 3),
            block("::", 127),
            block("fc00::", 7),
            block("fe80::", 10),
            block("fec0::", 10),
            block("ff00::", 8));
    /** Prefixes of IPv6 addresses that carry an IPv4 address, and the byte at which it begins. */
    private static final List<Carrier> CARRIERS = List.of(
            new Carrier(block("::ffff:0:0:0", 96), 12),
            new Carrier(block("64:ff9b::", 96), 12),
            new Carrier(block("64:ff9b:1::", 48), 12),
            new Carrier(block("::", 96), 12),
            new Carrier(block("2002::", 16), 2));

    private AddressKind() {}

    /** Whether the address can be reached over the public internet; false for private, loopback, link-local, shared, unique-local, multicast and metadata addresses, however written. */
    public static boolean isPublic(InetAddress address) {
        if (CLOSED.stream().anyMatch(block -> block.holds(address))) {
            return false;
        }
        return address instanceof Inet4Address
                || CARRIERS.stream()
                        .filter(carrier -> carrier.prefix().holds(address))
                        .allMatch(carrier -> isPublic(carrier.carried(address)));
    }

    private static Block block(String prefix, int bits) {
        return new Block(literal(prefix).getAddress(), bits);
    }

    private static InetAddress literal(String text) {
        try {
            return InetAddress.getByName(text);
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException(text, e);
        }
    }

    private record Block(byte[] prefix, int bits) {
        boolean holds(InetAddress address) {
            byte[] bytes = address.getAddress();
            if (bytes.length != prefix.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if (((bytes[bit / 8] ^ prefix[bit / 8]) & mask) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private record Carrier(Block prefix, int from) {
        InetAddress carried(InetAddress address) {
            byte[] bytes = Arrays.copyOfRange(address.getAddress(), from, from + 4);
            try {
                return InetAddress.getByAddress(bytes);
            } catch (UnknownHostException e) {
                throw new IllegalStateException("four bytes are an address", e);
            }
        }
    }
}
