package dev.launchready.check.auth;

import dev.launchready.model.Json;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * A JSON Web Token in its compact form (RFC 7519, RFC 7515 section 7.1), read without any key.
 *
 * @param signature as it stands; may be empty
 */
record Jwt(Json.Obj head, Json.Obj claims, String signed, String signature) {
    private static final int PARTS = 3;

    static Optional<Jwt> parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != PARTS) {
            return Optional.empty();
        }
        Optional<Json.Obj> head = object(parts[0]);
        Optional<Json.Obj> claims = object(parts[1]);
        if (head.isEmpty() || claims.isEmpty() || !head.get().members().containsKey("alg")) {
            return Optional.empty();
        }
        return Optional.of(new Jwt(head.get(), claims.get(), parts[0] + "." + parts[1], parts[2]));
    }

    String algorithm() {
        return head.get("alg").flatMap(Json::text).orElse("");
    }

    /** When it ends of itself (RFC 7519 section 4.1.4); seconds as whole numbers or with a fraction. */
    Optional<Instant> expires() {
        return Optional.ofNullable(claims.members().get("exp"))
                .filter(Json.Num.class::isInstance)
                .map(exp -> Instant.ofEpochSecond(((Json.Num) exp).value().longValue()));
    }

    static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String encoded(Json json) {
        return encoded(JsonBody.write(json).getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<Json.Obj> object(String part) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(part);
            return JsonBody.parse(new String(bytes, StandardCharsets.UTF_8))
                    .filter(Json.Obj.class::isInstance)
                    .map(Json.Obj.class::cast);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
