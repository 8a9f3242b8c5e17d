package dev.launchready.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Makes what a throw-away account signs in with out of its random name and a secret of the portal file. So whoever has the file can make
 * it again after a run was killed, and nothing of it has to be written down.
 */
final class Recollection {
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789";
    private static final int LENGTH = 16;
    private static final String ALGORITHM = "HmacSHA256";

    private final byte[] secret;

    /** @param secret that only the file has, such as a test account's password */
    Recollection(String secret) {
        this.secret = ("launch-ready " + secret).getBytes(UTF_8);
    }

    /** Letters and digits, the same for the same name and purpose. */
    String of(String name, String purpose) {
        byte[] mixed;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret, ALGORITHM));
            mixed = mac.doFinal((purpose + " " + name).getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
        StringBuilder text = new StringBuilder("lr");
        for (int at = 0; at < LENGTH; at++) {
            text.append(LETTERS.charAt(Byte.toUnsignedInt(mixed[at]) % LETTERS.length()));
        }
        return text.toString();
    }
}
