package dev.launchready.demo;

import java.security.SecureRandom;
import java.util.Base64;

/** Names that nobody can guess. */
final class Randomness {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Randomness() {}

    static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        RANDOM.nextBytes(bytes);
        return bytes;
    }

    /** 192 random bits as 32 letters, digits, {@code -} and {@code _}. */
    static String name() {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(24));
    }
}
