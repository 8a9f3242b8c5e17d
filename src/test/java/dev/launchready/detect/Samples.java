package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import java.util.zip.CRC32;

/** Makes values as their issuers do, anew in each run, so that none stands in a file. */
final class Samples {
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String DIGITS = "0123456789";
    static final String HEX = DIGITS + "abcdef";
    static final String ALNUM = DIGITS + UPPER + LOWER;
    static final String URL_SAFE = ALNUM + "_-";

    private final Random random;

    private Samples(Random random) {
        this.random = random;
    }

    static Samples seeded(long seed) {
        return new Samples(new Random(seed));
    }

    String of(String alphabet, int length) {
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    String stripeLive() {
        return "sk" + "_live_" + of(ALNUM, 99);
    }

    /** Thirty random characters and their CRC-32 in base 62, as GitHub described in April 2021. */
    String githubToken(String prefix) {
        String body = of(ALNUM, 30);
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder check = new StringBuilder();
        for (long rest = crc.getValue(); check.length() < 6; rest /= 62) {
            check.insert(0, ALNUM.charAt((int) (rest % 62)));
        }
        return prefix + body + check;
    }
}
