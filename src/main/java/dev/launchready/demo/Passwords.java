package dev.launchready.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/** Salted and stretched passwords (PBKDF2, RFC 8018). */
final class Passwords {
    private static final int ROUNDS = 4_000;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BITS = 256;
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Map<String, String> SEEDED = new ConcurrentHashMap<>();

    private Passwords() {}

    /** {@code salt$hash} in hexadecimal digits. */
    static String hash(String password) {
        byte[] salt = new byte[SALT_BYTES];
        RANDOM.nextBytes(salt);
        return HexFormat.of().formatHex(salt) + "$" + stretched(password, salt);
    }

    /** As {@link #hash}, but worked out once for the JVM: for the accounts that every demo portal has. */
    static String seeded(String password) {
        return SEEDED.computeIfAbsent(password, Passwords::hash);
    }

    static boolean matches(String password, String stored) {
        int mark = stored.indexOf('$');
        String again = stretched(password, HexFormat.of().parseHex(stored.substring(0, mark)));
        return MessageDigest.isEqual(
                again.getBytes(UTF_8), stored.substring(mark + 1).getBytes(UTF_8));
    }

    private static String stretched(String password, byte[] salt) {
        try {
            byte[] hash = SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                    .generateSecret(new PBEKeySpec(password.toCharArray(), salt, ROUNDS, HASH_BITS))
                    .getEncoded();
            return HexFormat.of().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
