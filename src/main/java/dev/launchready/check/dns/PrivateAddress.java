package dev.launchready.check.dns;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Addresses that no client out in the world can reach: private and link-local ones (RFC 1918, RFC 3927, RFC 4193, RFC 4291). Loopback is
 * not among them: a portal under test lives there.
 */
final class PrivateAddress {
    private static final Pattern V4 =
            Pattern.compile("10\\..*|192\\.168\\..*|172\\.(1[6-9]|2\\d|3[01])\\..*|169\\.254\\..*");

    private static final Pattern V6 = Pattern.compile("f[cd][0-9a-f]{2}:.*|fe[89ab][0-9a-f]:.*");

    private PrivateAddress() {}

    /** @param address in presentation form */
    static boolean is(String address) {
        return V4.matcher(address).matches()
                || V6.matcher(address.toLowerCase(Locale.ROOT)).matches();
    }
}
