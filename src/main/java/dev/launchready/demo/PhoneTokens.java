package dev.launchready.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Tokens of the app for phones: signed with a private key (RS256), brief, and renewed with refresh tokens that are good once. Using an old
 * one ends the whole sign-in (RFC 9700 section 4.14.2).
 */
final class PhoneTokens {
    static final Duration LIFE = Duration.ofMinutes(15);
    private static final String KEY_ID = "harbor-app-1";
    private static final int KEY_BITS = 2048;
    /** To HMAC the same as no key at all, which Java refuses (RFC 2104 pads keys with zeros). */
    private static final byte[] BLANK = {0};

    private static final int LINE = 64;
    /** Made once for all demos of this program, as making one takes a while. */
    private static final KeyPair KEYS = keys();

    private final Switches on;
    private final Map<String, Family> families = new ConcurrentHashMap<>();
    private final Map<String, String> familyOf = new ConcurrentHashMap<>();

    PhoneTokens(Switches on) {
        this.on = on;
    }

    /** One sign-in, with the refresh token that is good at present. */
    private record Family(int person, String current, boolean signedOut) {}

    private static KeyPair keys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(KEY_BITS);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The answer of the token endpoint to a good password. */
    Map<String, Object> signIn(Person person) {
        String family = Randomness.name();
        return issued(family, person.id());
    }

    private Map<String, Object> issued(String family, int person) {
        String refresh = Randomness.name();
        families.put(family, new Family(person, refresh, false));
        familyOf.put(refresh, family);
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", access(family, person));
        answer.put("token_type", "Bearer");
        answer.put("expires_in", LIFE.toSeconds());
        answer.put("refresh_token", refresh);
        return answer;
    }

    /** The answer to a refresh token that is good. */
    synchronized Optional<Map<String, Object>> refresh(String token) {
        String family = familyOf.getOrDefault(token, "");
        Family held = families.get(family);
        if (held == null) {
            return Optional.empty();
        }
        boolean old = !held.current().equals(token) && !on.has(PhoneFlaws.REFRESH_REUSED);
        if (old) {
            families.remove(family);
            return Optional.empty();
        }
        return Optional.of(issued(family, held.person()));
    }

    /** Ends the sign-in whose access token that is. */
    void end(String token) {
        claims(token).map(claims -> String.valueOf(claims.get("sid"))).ifPresent(family -> {
            if (on.has(PhoneFlaws.REFRESH_SURVIVES)) {
                families.computeIfPresent(family, (name, held) -> new Family(held.person(), held.current(), true));
            } else {
                families.remove(family);
            }
        });
    }

    private String access(String family, int person) {
        Instant now = Instant.now();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "harbor-app");
        claims.put("sub", person);
        claims.put("sid", family);
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(LIFE).getEpochSecond());
        claims.put("jti", Randomness.name());
        String head = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"" + KEY_ID + "\"}";
        String signed = encoded(head.getBytes(UTF_8)) + "."
                + encoded(JsonText.of(claims).getBytes(UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(KEYS.getPrivate());
            signature.update(signed.getBytes(UTF_8));
            return signed + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The claims of a token that is ours, in time, and of a sign-in that has not ended. */
    Optional<Map<String, Object>> claims(String token) {
        String[] parts = token.split("\\.", -1);
        boolean three = parts.length == 3;
        if (!three || !trusted(parts[0], parts[1], parts[2])) {
            return Optional.empty();
        }
        return JsonText.object(decoded(parts[1]))
                .filter(claims -> ((Number) claims.getOrDefault("exp", 0)).longValue()
                        > Instant.now().getEpochSecond())
                .filter(claims -> Optional.ofNullable(families.get(String.valueOf(claims.get("sid"))))
                        .filter(family -> !family.signedOut())
                        .isPresent());
    }

    private boolean trusted(String head, String claims, String signature) {
        Map<String, Object> said = JsonText.object(decoded(head)).orElse(Map.of());
        String algorithm = String.valueOf(said.get("alg"));
        String signed = head + "." + claims;
        if (algorithm.toLowerCase(Locale.ROOT).equals("none")) {
            return on.has(PhoneFlaws.UNSIGNED);
        }
        if (algorithm.equals("HS256")) {
            boolean file = String.valueOf(said.get("kid")).endsWith("/dev/null");
            return (on.has(PhoneFlaws.KEY_CONFUSION) && same(signature, mac(signed, pem())))
                    || (on.has(PhoneFlaws.KEY_ID_TRICK) && file && same(signature, mac(signed, BLANK)));
        }
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(KEYS.getPublic());
            check.update(signed.getBytes(UTF_8));
            return algorithm.equals("RS256") && check.verify(decoded(signature));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** The public key as a JSON Web Key Set (RFC 7517). */
    static String keySet() {
        RSAPublicKey key = (RSAPublicKey) KEYS.getPublic();
        Map<String, Object> shown = new LinkedHashMap<>();
        shown.put("kty", "RSA");
        shown.put("use", "sig");
        shown.put("alg", "RS256");
        shown.put("kid", KEY_ID);
        shown.put("n", encoded(unsigned(key.getModulus())));
        shown.put("e", encoded(unsigned(key.getPublicExponent())));
        return JsonText.of(Map.of("keys", List.of(shown)));
    }

    private static byte[] unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return bytes[0] == 0 ? java.util.Arrays.copyOfRange(bytes, 1, bytes.length) : bytes;
    }

    private static byte[] pem() {
        String body = Base64.getMimeEncoder(LINE, new byte[] {'\n'})
                .encodeToString(KEYS.getPublic().getEncoded());
        return ("-----BEGIN PUBLIC KEY-----\n" + body + "\n-----END PUBLIC KEY-----\n").getBytes(UTF_8);
    }

    private static String mac(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return encoded(mac.doFinal(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean same(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(UTF_8), other.getBytes(UTF_8));
    }

    private static byte[] decoded(String part) {
        try {
            return Base64.getUrlDecoder().decode(part);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
