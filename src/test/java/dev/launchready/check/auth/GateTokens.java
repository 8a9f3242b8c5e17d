package dev.launchready.check.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.launchready.check.auth.Door.Carrier;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The tokens of a {@link Gate}: signed, and ended with their sessions. */
final class GateTokens {
    private static final KeyPair PAIR = pair();
    private static final String STRONG = "q7Yw2mC4v9Lk1Rz8Tn5Xb3Hd6Jf0Gs4P";
    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final Carrier carrier;
    private final Set<Wrong> wrong;
    private final Set<String> ended = ConcurrentHashMap.newKeySet();

    GateTokens(Carrier carrier, Set<Wrong> wrong) {
        this.carrier = carrier;
        this.wrong = wrong;
    }

    private String secret() {
        return wrong.contains(Wrong.WEAK_SECRET) ? "secret" : STRONG;
    }

    String issue(String mail) {
        boolean rsa = carrier == Carrier.RS_BEARER;
        long life = wrong.contains(Wrong.LONG_LIFE) ? 60L * 86400 : 600;
        String end = wrong.contains(Wrong.ENDLESS_TOKEN)
                ? ""
                : ",\"exp\":" + (Instant.now().getEpochSecond() + life);
        String signed = encoded("{\"alg\":\"" + (rsa ? "RS256" : "HS256") + "\",\"typ\":\"JWT\",\"kid\":\"k1\"}") + "."
                + encoded("{\"sub\":\"" + mail + "\",\"role\":\"client\",\"jti\":\"" + UUID.randomUUID() + "\"" + end
                        + "}");
        return signed + "." + URL.encodeToString(rsa ? rsa(signed) : hmac(signed, secret().getBytes(UTF_8)));
    }

    void end(String token) {
        ended.add(token);
    }

    /** Whom the token names, if it is good. */
    Optional<String> who(String token) {
        String[] parts = token.split("\\.", -1);
        if (ended.contains(token) || parts.length < 2 || !(good(parts) || wrong.contains(Wrong.UNSIGNED))) {
            return Optional.empty();
        }
        try {
            String claims = new String(Base64.getUrlDecoder().decode(parts[1]), UTF_8);
            return Optional.ofNullable(member(claims, "sub")).filter(Gate.PEOPLE::containsKey);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private boolean good(String[] parts) {
        String signature = parts.length > 2 ? parts[2] : "";
        if (signature.isEmpty() && wrong.contains(Wrong.STRIPPED)) {
            return true;
        }
        String head;
        try {
            head = new String(Base64.getUrlDecoder().decode(parts[0]), UTF_8);
        } catch (IllegalArgumentException e) {
            return false;
        }
        String algorithm = String.valueOf(member(head, "alg"));
        if (algorithm.equalsIgnoreCase("none")) {
            return signature.isEmpty() && wrong.contains(Wrong.NONE_ALGORITHM) && !algorithm.equals("none");
        }
        String signed = parts[0] + "." + parts[1];
        if (algorithm.equals("HS256")) {
            boolean byPath = wrong.contains(Wrong.KID_PATH)
                    && String.valueOf(member(head, "kid")).contains("dev/null");
            boolean blank = wrong.contains(Wrong.BLANK_SECRET) || byPath;
            boolean confused = wrong.contains(Wrong.KEY_CONFUSION) && same(signed, signature, pem().getBytes(UTF_8));
            boolean own = carrier != Carrier.RS_BEARER && same(signed, signature, secret().getBytes(UTF_8));
            return own || confused || (blank && same(signed, signature, new byte[1]));
        }
        return algorithm.equals("RS256") && carrier == Carrier.RS_BEARER && verified(signed, signature);
    }

    private static boolean same(String signed, String signature, byte[] key) {
        return URL.encodeToString(hmac(signed, key)).equals(signature);
    }

    String keys() {
        RSAPublicKey key = (RSAPublicKey) PAIR.getPublic();
        return "{\"keys\":[{\"kty\":\"RSA\",\"use\":\"sig\",\"kid\":\"k1\",\"n\":\"" + number(key.getModulus())
                + "\",\"e\":\"" + number(key.getPublicExponent()) + "\"}]}";
    }

    private static String number(BigInteger number) {
        String hex = number.toString(16);
        return URL.encodeToString(HexFormat.of().parseHex(hex.length() % 2 == 0 ? hex : "0" + hex));
    }

    private static String pem() {
        return "-----BEGIN PUBLIC KEY-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'})
                        .encodeToString(PAIR.getPublic().getEncoded())
                + "\n-----END PUBLIC KEY-----\n";
    }

    private static String encoded(String text) {
        return URL.encodeToString(text.getBytes(UTF_8));
    }

    private static String member(String json, String name) {
        Matcher matcher = Pattern.compile("\"" + name + "\":\"([^\"]*)\"").matcher(json);
        return matcher.find() ? matcher.group(1) : "";
    }

    private static byte[] hmac(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] rsa(String text) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(PAIR.getPrivate());
            signature.update(text.getBytes(UTF_8));
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean verified(String text, String signature) {
        try {
            Signature check = Signature.getInstance("SHA256withRSA");
            check.initVerify(PAIR.getPublic());
            check.update(text.getBytes(UTF_8));
            return check.verify(Base64.getUrlDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
