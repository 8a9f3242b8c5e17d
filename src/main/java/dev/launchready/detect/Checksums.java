package dev.launchready.detect;

import dev.launchready.detect.Structure.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32;

/** Checksums that issuers put into their tokens so that scanners can tell them. */
final class Checksums {
    private static final String BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final int BASE62_DIGITS = 6;
    private static final int HEX_DIGITS = 8;

    private Checksums() {}

    /** Behind the first underscore: random part, then its CRC-32 in six digits of base 62 (GitHub, npm). */
    static Verdict crc32Base62(String value) {
        String body = value.substring(value.indexOf('_') + 1);
        if (body.length() <= BASE62_DIGITS) {
            return Verdict.REFUTED;
        }
        int split = body.length() - BASE62_DIGITS;
        return base62(crc32(body.substring(0, split))).equals(body.substring(split)) ? Verdict.PROVEN : Verdict.DOUBTED;
    }

    /** Random part, underscore, CRC-32 of the random part in eight hex digits (Grafana). */
    static Verdict crc32Hex(String value) {
        int last = value.lastIndexOf('_');
        int first = value.indexOf('_');
        if (last <= first) {
            return Verdict.REFUTED;
        }
        String expected = hex(crc32(value.substring(first + 1, last)));
        return expected.equals(value.substring(last + 1).toLowerCase(Locale.ROOT)) ? Verdict.PROVEN : Verdict.DOUBTED;
    }

    /** The last eight hex digits are the CRC-32 of all before. */
    static Verdict crc32Suffix(String value) {
        int split = value.length() - HEX_DIGITS;
        return split > 0
                        && hex(crc32(value.substring(0, split)))
                                .equals(value.substring(split).toLowerCase(Locale.ROOT))
                ? Verdict.PROVEN
                : Verdict.DOUBTED;
    }

    /** Luhn's check (ISO/IEC 7812-1, annex B) over digits. */
    static boolean luhn(String digits) {
        int sum = 0;
        boolean twice = false;
        for (int at = digits.length() - 1; at >= 0; at--) {
            int digit = digits.charAt(at) - '0';
            int counted = twice ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
            twice = !twice;
        }
        return sum % 10 == 0;
    }

    private static long crc32(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.ISO_8859_1));
        return crc.getValue();
    }

    private static String hex(long crc) {
        return String.format(Locale.ROOT, "%08x", crc);
    }

    /** Six digits of base 62. */
    static String base62(long number) {
        StringBuilder digits = new StringBuilder();
        long rest = number;
        while (digits.length() < BASE62_DIGITS) {
            digits.append(BASE62.charAt((int) (rest % BASE62.length())));
            rest /= BASE62.length();
        }
        return digits.reverse().toString();
    }
}
