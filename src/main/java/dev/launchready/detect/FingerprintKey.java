package dev.launchready.detect;

import dev.launchready.model.Fingerprint;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The portal's key under which values become fingerprints, so that nobody can look a value up by guessing without it. */
public final class FingerprintKey {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKeySpec key;

    private FingerprintKey(SecretKeySpec key) {
        this.key = key;
    }

    /** @param text the portal's {@code fingerprint-key}, or what it is derived from; not empty */
    public static FingerprintKey of(String text) {
        return new FingerprintKey(new SecretKeySpec(text.getBytes(StandardCharsets.UTF_8), ALGORITHM));
    }

    /**
     * The key of a portal.
     *
     * @param given {@code portal.fingerprint-key}
     * @param host of the portal's address, from which a key is derived where none was given
     */
    public static FingerprintKey of(Optional<String> given, String host) {
        return of(given.filter(text -> !text.isEmpty()).orElse("launch-ready:" + host));
    }

    /** The fingerprint of a value; the same in every check that meets it. */
    public String fingerprint(byte[] value) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return Fingerprint.of(mac.doFinal(value));
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    @Override
    public String toString() {
        return "FingerprintKey";
    }
}
