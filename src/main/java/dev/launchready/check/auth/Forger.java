package dev.launchready.check.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.launchready.check.auth.ForgedTokenCheck.Way;
import dev.launchready.model.Json;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Forges tokens out of a good one. None of them is good: each that is taken is a flaw. */
final class Forger {
    private static final String GARBAGE = "launch-ready-garbage";
    private static final byte[] BLANK = {};
    /** The spellings that case-sensitive refusals of {@code none} (RFC 7518 section 3.6) let through. */
    private static final List<String> NONES = List.of("none", "None", "NONE", "nOnE");

    private final TokenPart part;

    Forger(TokenPart part) {
        this.part = part;
    }

    /** @param token a secret, as it is made from one */
    record Variant(Way way, String name, String token) {}

    /** What can be done to any token. */
    List<Variant> any() {
        List<Variant> variants = new ArrayList<>();
        String token = part.token();
        variants.add(new Variant(Way.GARBAGE, "garbage", GARBAGE));
        variants.add(new Variant(Way.GARBAGE, "an empty token", ""));
        if (part.basic()) {
            variants.addAll(otherPasswords());
            return variants;
        }
        part.jwt()
                .ifPresentOrElse(
                        jwt -> {
                            variants.add(new Variant(
                                    Way.OTHER_SIGNATURE,
                                    "another signature",
                                    jwt.signed() + "." + altered(jwt.signature())));
                            variants.add(new Variant(
                                    Way.OTHER_SIGNATURE,
                                    "other claims under the old signature",
                                    with(jwt, jwt.head()) + "." + jwt.signature()));
                        },
                        () -> {
                            variants.add(new Variant(Way.ALTERED, "one character changed", altered(token)));
                            variants.add(new Variant(
                                    Way.ALTERED,
                                    "the last quarter cut off",
                                    token.substring(0, token.length() * 3 / 4)));
                        });
        return variants;
    }

    private List<Variant> otherPasswords() {
        String plain;
        try {
            plain = new String(Base64.getDecoder().decode(part.token()), UTF_8);
        } catch (IllegalArgumentException e) {
            return List.of();
        }
        String user = plain.substring(0, Math.max(0, plain.indexOf(':')));
        return List.of(
                new Variant(Way.ALTERED, "an empty password", base64(user + ":")),
                new Variant(Way.ALTERED, "another password", base64(user + ":" + GARBAGE)));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /** Without a signature, and with the algorithm that says there is none. */
    List<Variant> unsigned(Jwt jwt) {
        List<Variant> variants = new ArrayList<>();
        variants.add(new Variant(Way.STRIPPED, "the signature left empty", jwt.signed() + "."));
        variants.add(new Variant(Way.STRIPPED, "the signature cut off", jwt.signed()));
        for (String none : NONES) {
            variants.add(new Variant(Way.NONE, "algorithm " + none, with(jwt, head(jwt, Map.of("alg", none))) + "."));
        }
        String none = with(jwt, head(jwt, Map.of("alg", "none")));
        variants.add(new Variant(Way.NONE, "algorithm none, two parts", none));
        variants.add(new Variant(Way.NONE, "algorithm none, old signature", none + "." + jwt.signature()));
        return variants;
    }

    /** Signed with no secret, and with key ids that lead to none. */
    List<Variant> blank(Jwt jwt) {
        List<Variant> variants = new ArrayList<>();
        String algorithm = jwt.algorithm().startsWith("HS") ? jwt.algorithm() : "HS256";
        variants.add(signed(Way.BLANK, "an empty secret", jwt, Map.of("alg", algorithm), BLANK));
        variants.add(signed(Way.KEY_ID, "an empty kid", jwt, Map.of("alg", algorithm, "kid", ""), BLANK));
        for (String path : List.of("/dev/null", "../../../../../../../../dev/null")) {
            variants.add(signed(Way.KEY_ID, "kid " + path, jwt, Map.of("alg", algorithm, "kid", path), BLANK));
        }
        variants.add(signed(
                Way.KEY_ID,
                "a kid that is a query",
                jwt,
                Map.of("alg", algorithm, "kid", "0' UNION SELECT 'launch-ready"),
                "launch-ready".getBytes(UTF_8)));
        return variants;
    }

    /** Signed with the public key as if it were a secret (RFC 8725 section 2.1). */
    List<Variant> confused(Jwt jwt, List<byte[]> keys) {
        return keys.stream()
                .map(key ->
                        signed(Way.CONFUSED, "signed with the public key as HS256", jwt, Map.of("alg", "HS256"), key))
                .toList();
    }

    private static Variant signed(Way way, String name, Jwt jwt, Map<String, String> head, byte[] key) {
        String text = with(jwt, head(jwt, head));
        String algorithm = head.getOrDefault("alg", "HS256");
        return new Variant(way, name, text + "." + Jwt.encoded(Hmac.of(algorithm, key, text)));
    }

    private static Json head(Jwt jwt, Map<String, String> changed) {
        Map<String, Json> members = new LinkedHashMap<>(jwt.head().members());
        changed.forEach((name, value) -> members.put(name, new Json.Str(value)));
        return new Json.Obj(members);
    }

    /** Head and claims, a claim added: a portal that answers from a store of tokens it once gave does not know it. */
    private static String with(Jwt jwt, Json head) {
        Map<String, Json> claims = new LinkedHashMap<>(jwt.claims().members());
        claims.put("launch_ready", new Json.Bool(true));
        return Jwt.encoded(head) + "." + Jwt.encoded(new Json.Obj(claims));
    }

    /** One letter or digit near the middle changed: the last ones may hold bits that decoders ignore (RFC 4648 section 3.5). */
    static String altered(String token) {
        for (int at = token.length() / 2; at < token.length(); at++) {
            char c = token.charAt(at);
            boolean escaped = (at >= 1 && token.charAt(at - 1) == '%') || (at >= 2 && token.charAt(at - 2) == '%');
            if (Character.isLetterOrDigit(c) && !escaped) {
                return token.substring(0, at) + (c == 'x' || c == 'X' ? '7' : 'x') + token.substring(at + 1);
            }
        }
        return token + "x";
    }
}
