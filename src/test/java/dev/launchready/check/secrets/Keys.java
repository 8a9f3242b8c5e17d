package dev.launchready.check.secrets;

import dev.launchready.detect.FingerprintKey;
import dev.launchready.detect.RuleSet;
import dev.launchready.detect.SecretSearch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/** Values that look like real keys and open nothing, made from the issuers' published structure. */
final class Keys {
    private static final String ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String HEX = "0123456789abcdef";
    private static final int BASE = 62;

    private Keys() {}

    static String stripeLive(int seed) {
        return "sk_live_" + random(seed, 48);
    }

    static String stripeTest(int seed) {
        return "sk_test_" + random(seed, 48);
    }

    static String stripePublishable(int seed) {
        return "pk_live_" + random(seed, 48);
    }

    static String googleBrowser(int seed) {
        return "AIza" + random(seed, 35);
    }

    /** With the checksum that GitHub's tokens end with. */
    static String github(int seed) {
        String body = random(seed, 30);
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder sum = new StringBuilder();
        long left = crc.getValue();
        for (int at = 0; at < 6; at++) {
            sum.insert(0, ALNUM.charAt((int) (left % BASE)));
            left /= BASE;
        }
        return "ghp_" + body + sum;
    }

    static String hex(int seed, int length) {
        return random(seed, HEX, length);
    }

    static String random(int seed, int length) {
        return random(seed, ALNUM, length);
    }

    private static String random(int seed, String alphabet, int length) {
        Random random = new Random(seed);
        StringBuilder text = new StringBuilder();
        for (int at = 0; at < length; at++) {
            text.append(alphabet.charAt(random.nextInt(alphabet.length())));
        }
        return text.toString();
    }

    static SecretSearch search(Consumer<String> blot) {
        return new SecretSearch(RuleSet::builtIn, FingerprintKey.of("test"), blot);
    }

    /** What one text holds, met in one file. */
    static List<FoundSecret> in(String text) {
        Harvest harvest = new Harvest(search(value -> {}));
        harvest.look(text.getBytes(StandardCharsets.UTF_8), "app.js", sighting -> sighting);
        return harvest.found();
    }
}
