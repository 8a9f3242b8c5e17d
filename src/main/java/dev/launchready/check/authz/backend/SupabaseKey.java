package dev.launchready.check.authz.backend;

import dev.launchready.model.Json;
import dev.launchready.probe.http.JsonBody;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A key of a Supabase project: a JSON Web Token with a role, or one of the newer kinds, which say what they are by how they begin.
 *
 * @param value a secret where the role is one; never to leave memory
 * @param role {@code anon}, {@code publishable}, {@code service_role}, {@code secret} or another role of the database
 * @param project the project's reference, where the key names it
 */
record SupabaseKey(String value, String role, Optional<String> project) {
    static final Pattern IN_TEXT = Pattern.compile(
            "\\beyJ[A-Za-z0-9_-]{10,}\\.eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{20,}|\\bsb_(?:publishable|secret)_[A-Za-z0-9_-]{16,}");

    /** Empty for tokens that are no key of such a project. */
    static Optional<SupabaseKey> of(String text) {
        if (text.startsWith("sb_publishable_")) {
            return Optional.of(new SupabaseKey(text, "publishable", Optional.empty()));
        }
        if (text.startsWith("sb_secret_")) {
            return Optional.of(new SupabaseKey(text, "secret", Optional.empty()));
        }
        return claims(text)
                .flatMap(claims -> claims.get("role")
                        .flatMap(Json::text)
                        .filter(role -> role.equals("anon")
                                || role.equals("service_role")
                                || claims.get("iss")
                                        .flatMap(Json::text)
                                        .filter("supabase"::equals)
                                        .isPresent())
                        .map(role ->
                                new SupabaseKey(text, role, claims.get("ref").flatMap(Json::text))));
    }

    /** Whether a browser may not have it. */
    boolean secret() {
        return role.equals("secret") || role.equals("service_role") || role.equals("supabase_admin");
    }

    /** Whether it is a token, which PostgREST reads as well. */
    boolean token() {
        return value.startsWith("eyJ");
    }

    /** The claims of a JSON Web Token (RFC 7519); empty for anything else. */
    static Optional<Json> claims(String token) {
        String[] parts = token.split("\\.", -1);
        if (parts.length != 3) {
            return Optional.empty();
        }
        try {
            byte[] claims = Base64.getUrlDecoder().decode(parts[1]);
            return JsonBody.parse(new String(claims, StandardCharsets.UTF_8)).filter(Json.Obj.class::isInstance);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return "key of role " + role;
    }
}
