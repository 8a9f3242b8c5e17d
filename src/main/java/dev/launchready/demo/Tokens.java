package dev.launchready.demo;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Bearer tokens of the API: JSON Web Tokens (RFC 7519) that also end when their session does. */
final class Tokens {
    private static final String ALGORITHM = "HmacSHA256";
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration LONG_LIFE = Duration.ofHours(20);
    private static final Duration THREE_MONTHS = Duration.ofDays(90);
    private static final Duration BRIEF_LIFE = Duration.ofMinutes(10);
    private static final int KEY_BYTES = 32;
    /** To HMAC the same as no key at all, which Java refuses (RFC 2104 pads keys with zeros). */
    private static final byte[] BLANK = {0};

    private static final String HEAD = encoded("{\"alg\":\"HS256\",\"typ\":\"JWT\"}".getBytes(UTF_8));

    private final byte[] key;
    private final Switches on;
    private final Set<String> alive = ConcurrentHashMap.newKeySet();
    private final Map<String, Integer> issued = new ConcurrentHashMap<>();

    Tokens(Switches on) {
        this.on = on;
        key = on.has(SessionFlaws.WEAK_SECRET) ? "secret".getBytes(UTF_8) : Randomness.bytes(KEY_BYTES);
    }

    String issue(Person person) {
        Instant now = Instant.now();
        String id = Randomness.name();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", "harbor");
        claims.put("sub", person.id());
        claims.put("role", person.role());
        claims.put("tenant", person.tenant());
        claims.put("iat", now.getEpochSecond());
        if (!on.has(SessionFlaws.TOKEN_NEVER_ENDS) && !on.has(SessionFlaws.TOKEN_WITHOUT_END)) {
            claims.put("exp", now.plus(life()).getEpochSecond());
        }
        claims.put("jti", id);
        alive.add(id);
        String signed = HEAD + "." + encoded(JsonText.of(claims).getBytes(UTF_8));
        String token = signed + "." + encoded(signature(signed, key));
        if (on.has(AnswerFlaws.FOREIGN_SESSION)) {
            issued.put(token, person.id());
        }
        return token;
    }

    /** Tokens that were given to others, remembered only where a flaw tells them. */
    List<String> ofOthers(Person person) {
        return issued.entrySet().stream()
                .filter(entry -> entry.getValue() != person.id())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The claims of the token that came along, when it is ours, in time and not ended. */
    Optional<Map<String, Object>> claims(Visit visit) {
        return visit.header("Authorization")
                .filter(line -> line.regionMatches(true, 0, "Bearer ", 0, 7))
                .flatMap(line -> claims(line.substring(7).strip()));
    }

    private Duration life() {
        if (on.has(SessionFlaws.TOKEN_LIVES_LONG)) {
            return THREE_MONTHS;
        }
        if (on.has(SessionFlaws.TOKEN_BRIEFLY)) {
            return BRIEF_LIFE;
        }
        return on.has(SessionFlaws.TOKEN_SURVIVES) ? LONG_LIFE : LIFE;
    }

    void end(Visit visit) {
        boolean survives = on.has(SessionFlaws.TOKEN_SURVIVES)
                || on.has(SessionFlaws.TOKEN_NEVER_ENDS)
                || on.has(SessionFlaws.TOKEN_BRIEFLY);
        if (survives) {
            return;
        }
        claims(visit).ifPresent(claims -> alive.remove(String.valueOf(claims.get("jti"))));
    }

    /** The claims of a token that came along in another way. */
    Optional<Map<String, Object>> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3 || !trusted(parts)) {
            return Optional.empty();
        }
        return JsonText.object(decoded(parts[1]).getBytes(UTF_8))
                .filter(claims -> ((Number) claims.getOrDefault("exp", Long.MAX_VALUE)).longValue()
                        > Instant.now().getEpochSecond())
                .filter(claims -> alive.contains(String.valueOf(claims.get("jti"))));
    }

    /** Whether the signature is ours, or a flaw asks for less. */
    private boolean trusted(String[] parts) {
        String signed = parts[0] + "." + parts[1];
        String signature = parts[2];
        boolean unsigned = decoded(parts[0]).toLowerCase(Locale.ROOT).contains("\"none\"");
        if (on.has(SessionFlaws.NONE_ALGORITHM) && unsigned) {
            return true;
        }
        if (signature.isEmpty() || unsigned) {
            return signature.isEmpty() && !unsigned && on.has(SessionFlaws.SIGNATURE_STRIPPED);
        }
        String expected = encoded(signature(signed, key));
        return on.has(SessionFlaws.SIGNATURE_IGNORED)
                || (on.has(SessionFlaws.BLANK_SECRET) && signature.equals(encoded(signature(signed, BLANK))))
                || (parts[0].equals(HEAD)
                        && MessageDigest.isEqual(expected.getBytes(UTF_8), signature.getBytes(UTF_8)));
    }

    private static String decoded(String part) {
        try {
            return new String(Base64.getUrlDecoder().decode(part), UTF_8);
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    static byte[] signature(String text, byte[] key) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
