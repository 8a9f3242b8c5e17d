package dev.launchready.session;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** One-time codes by time (RFC 6238) as authenticator apps make them: HMAC-SHA-1, steps of 30 seconds. */
public final class Totp {
    private static final int STEP_SECONDS = 30;
    private static final int USUAL_DIGITS = 6;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS_PER_LETTER = 5;

    private Totp() {}

    /**
     * The six digits for that moment.
     *
     * @param secret base32 (RFC 4648), spaces and case ignored
     * @throws IllegalArgumentException when the secret is no base32; the message does not repeat it
     */
    public static String code(String secret, Instant at) {
        return code(base32(secret), at, USUAL_DIGITS);
    }

    static String code(byte[] key, Instant at, int digits) {
        byte[] counter = ByteBuffer.allocate(Long.BYTES)
                .putLong(Math.floorDiv(at.getEpochSecond(), (long) STEP_SECONDS))
                .array();
        byte[] hash = hmac(key, counter);
        int offset = hash[hash.length - 1] & 0x0f;
        int binary = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
        int modulus = (int) Math.pow(10, digits);
        return String.format(Locale.ROOT, "%0" + digits + "d", binary % modulus);
    }

    private static byte[] hmac(byte[] key, byte[] counter) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "HmacSHA1"));
            return mac.doFinal(counter);
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the TOTP secret is empty", e);
        }
    }

    private static byte[] base32(String text) {
        String letters = text.replaceAll("[\\s=-]", "").toUpperCase(Locale.ROOT);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int bits = 0;
        int buffer = 0;
        for (int at = 0; at < letters.length(); at++) {
            int value = BASE32.indexOf(letters.charAt(at));
            if (value < 0) {
                throw new IllegalArgumentException("the TOTP secret is no base32: letters A-Z and digits 2-7 only");
            }
            buffer = (buffer << BITS_PER_LETTER | value) & 0xfff;
            bits += BITS_PER_LETTER;
            if (bits >= Byte.SIZE) {
                bits -= Byte.SIZE;
                out.write(buffer >> bits);
            }
        }
        return out.toByteArray();
    }
}
