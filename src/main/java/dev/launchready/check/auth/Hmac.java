package dev.launchready.check.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures with a shared secret (RFC 7518 section 3.2). */
final class Hmac {
    private static final Map<String, String> NAMES =
            Map.of("HS256", "HmacSHA256", "HS384", "HmacSHA384", "HS512", "HmacSHA512");
    /** A key of one zero byte signs as an empty key does (RFC 2104 fills with zeros), which Java refuses to make. */
    private static final byte[] EMPTY = {0};

    private Hmac() {}

    static boolean knows(String algorithm) {
        return NAMES.containsKey(algorithm);
    }

    static byte[] of(String algorithm, byte[] key, String text) {
        String name = NAMES.getOrDefault(algorithm, "HmacSHA256");
        try {
            Mac mac = Mac.getInstance(name);
            mac.init(new SecretKeySpec(key.length == 0 ? EMPTY : key, name));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + name, e);
        }
    }
}
