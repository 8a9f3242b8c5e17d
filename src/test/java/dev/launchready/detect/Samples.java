package dev.launchready.detect;

import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/** Makes values as their issuers do, anew in each run, so that none stands in a file. */
final class Samples {
    static final String LOWER = "abcdefghijklmnopqrstuvwxyz";
    static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    static final String DIGITS = "0123456789";
    static final String HEX = DIGITS + "abcdef";
    static final String ALNUM = DIGITS + UPPER + LOWER;
    static final String URL_SAFE = ALNUM + "_-";

    private static final Pattern PART = Pattern.compile("\\{(\\w)(?::?(\\d+))?}");

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

    /** A value of a template of {@link IssuerFormats}. */
    String fill(String template) {
        Matcher parts = PART.matcher(template);
        return parts.replaceAll(part -> Matcher.quoteReplacement(
                part(part.group(1).charAt(0), part.group(2) == null ? 0 : Integer.parseInt(part.group(2)))));
    }

    private String part(char kind, int length) {
        return switch (kind) {
            case 'A' -> mixed(ALNUM, length);
            case 'a' -> mixed(DIGITS + LOWER, length);
            case 'U' -> mixed(DIGITS + UPPER, length);
            case 'L' -> of(UPPER + LOWER, length);
            case 'd' -> of(DIGITS, length);
            case 'n' -> of("123456789", 1) + of(DIGITS, length - 1);
            case 'h' -> mixed(HEX, length);
            case 'H' -> mixed(DIGITS + "ABCDEF", length);
            case 's' -> mixed(ALNUM, 1) + mixed(URL_SAFE, length - 2) + mixed(ALNUM, 1);
            case 'b' -> mixed(ALNUM + "+/", length);
            case 'f' -> mixed(ALNUM + "./", length - 1) + of(ALNUM, 1);
            case 'w' -> of(ALNUM + "!#$%&()*+,-./:;<=>?@[]^_`{|}~ ", length);
            case 'l' -> of(LOWER, length);
            case 'g' -> mixed(DIGITS + LOWER + "!@#$%^&*(-_=+)", length);
            case 'p' -> of("abcdefghijklmnop", length);
            case 'q' -> of("QPZRY9X8GF2TVDW0S3JN54KHCE6MUA7L", length);
            case '2' -> of(UPPER + "234567", length);
            case '3' -> of(LOWER + "234567", length);
            case 'u' -> new UUID(random.nextLong(), random.nextLong()).toString();
            case 'c' -> checked();
            default -> throw new IllegalArgumentException("no part " + kind);
        };
    }

    /** Random, with a digit among it, as nearly every such value has. */
    private String mixed(String alphabet, int length) {
        String text = of(alphabet, length);
        return length < 8 || text.chars().anyMatch(Character::isDigit) ? text : mixed(alphabet, length);
    }

    String stripeLive() {
        return fill("sk_live_{A99}");
    }

    String githubToken(String prefix) {
        return prefix + checked();
    }

    /** Thirty random characters and their CRC-32 in base 62, as GitHub described in April 2021. */
    private String checked() {
        String body = of(ALNUM, 30);
        CRC32 crc = new CRC32();
        crc.update(body.getBytes(StandardCharsets.US_ASCII));
        StringBuilder check = new StringBuilder();
        for (long rest = crc.getValue(); check.length() < 6; rest /= 62) {
            check.insert(0, ALNUM.charAt((int) (rest % 62)));
        }
        return body + check;
    }

    /** A token signed by nobody (RFC 7519). */
    String jwt(String claims) {
        return urlSafe("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + urlSafe(claims) + "." + fill("{s43}");
    }

    static String urlSafe(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A real key in PKCS 8, in lines of 64. */
    static String privateKey(String algorithm) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
            generator.initialize(algorithm.equals("RSA") ? 2048 : 256);
            byte[] der = generator.generateKeyPair().getPrivate().getEncoded();
            return armoured("PRIVATE KEY", der);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static String armoured(String label, byte[] body) {
        String lines = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(body);
        return "-----BEGIN " + label + "-----\n" + lines + "\n-----END " + label + "-----\n";
    }

    /** A sequence of so many random bytes, as long as it says (X.690). */
    byte[] sequence(int length) {
        byte[] der = new byte[length + 4];
        random.nextBytes(der);
        der[0] = 0x30;
        der[1] = (byte) 0x82;
        der[2] = (byte) (length >> 8);
        der[3] = (byte) length;
        return der;
    }

    byte[] bytes(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }
}
