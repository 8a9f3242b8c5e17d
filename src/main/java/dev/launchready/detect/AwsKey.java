package dev.launchready.detect;

import dev.launchready.detect.Structure.Verdict;
import java.util.Locale;
import java.util.Map;

/** The account number that an AWS access key id carries: 40 bits of the base32 text behind the prefix. */
final class AwsKey {
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int PREFIX = 4;
    private static final int ACCOUNT_DIGITS = 12;
    private static final long MAX_ACCOUNT = 999_999_999_999L;

    private AwsKey() {}

    /** Only about nine in ten random texts carry a number that an account can have. */
    static Verdict verdict(String value) {
        long bits = 0;
        for (int at = PREFIX; at < PREFIX + 10; at++) {
            int digit = at < value.length() ? BASE32.indexOf(value.charAt(at)) : -1;
            if (digit < 0) {
                return Verdict.REFUTED;
            }
            bits = (bits << 5) | digit;
        }
        long account = ((bits >>> 2) & 0x7fff_ffff_ff80L) >>> 7;
        if (account > MAX_ACCOUNT) {
            return Verdict.DOUBTED;
        }
        String number = String.format(Locale.ROOT, "%0" + ACCOUNT_DIGITS + "d", account);
        return new Verdict(Structure.Weight.LIKELY, Map.of("account", number));
    }
}
