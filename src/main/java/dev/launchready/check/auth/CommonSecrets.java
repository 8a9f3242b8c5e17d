package dev.launchready.check.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import java.util.stream.Stream;

/** Secrets that tutorials, templates and haste put under tokens; tried on this machine, without asking the portal. */
final class CommonSecrets {
    private static final List<String> STEMS = List.of(
            "secret",
            "password",
            "jwt",
            "key",
            "token",
            "changeme",
            "change-me",
            "change_me",
            "test",
            "dev",
            "admin",
            "default",
            "example",
            "supersecret",
            "super-secret",
            "super_secret",
            "topsecret",
            "top-secret",
            "mysecret",
            "my-secret",
            "my_secret",
            "mysecretkey",
            "my-secret-key",
            "my_secret_key",
            "secretkey",
            "secret-key",
            "secret_key",
            "jwtsecret",
            "jwt-secret",
            "jwt_secret",
            "jwt_secret_key",
            "jwt-secret-key",
            "your-secret",
            "your_secret",
            "yoursecret",
            "your-secret-key",
            "your_secret_key",
            "your-256-bit-secret",
            "your-384-bit-secret",
            "your-512-bit-secret",
            "your_jwt_secret",
            "your-jwt-secret",
            "auth-secret",
            "auth_secret",
            "session-secret",
            "session_secret",
            "keyboard cat",
            "shhhhh",
            "shhh",
            "private",
            "privatekey",
            "private-key",
            "signingkey",
            "signing-key",
            "signature",
            "hello",
            "helloworld",
            "qwerty",
            "letmein",
            "abc",
            "abc123",
            "123456",
            "12345678",
            "123456789",
            "1234567890",
            "000000",
            "foobar",
            "foo",
            "bar",
            "node",
            "nodejs",
            "express",
            "nextjs",
            "django",
            "django-insecure",
            "flask",
            "laravel",
            "rails",
            "spring",
            "fastapi",
            "development",
            "production",
            "staging",
            "local",
            "localhost",
            "none",
            "null",
            "undefined",
            "todo",
            "replace-me",
            "replaceme",
            "insecure",
            "unsafe",
            "do-not-use-in-production",
            "super-secret-jwt-token-with-at-least-32-characters-long");

    private CommonSecrets() {}

    /** Whether one of them signs that token; the empty one as well. */
    static boolean sign(Jwt jwt) {
        if (!Hmac.knows(jwt.algorithm())) {
            return false;
        }
        return all().anyMatch(secret ->
                jwt.signature().equals(Jwt.encoded(Hmac.of(jwt.algorithm(), secret.getBytes(UTF_8), jwt.signed()))));
    }

    private static Stream<String> all() {
        return Stream.concat(
                Stream.of(""),
                STEMS.stream()
                        .flatMap(stem -> Stream.of("", "1", "123", "!", "2024", "2025", "2026")
                                .flatMap(end -> Stream.of(stem + end, capital(stem) + end, upper(stem) + end))));
    }

    private static String capital(String stem) {
        return upper(stem.substring(0, 1)) + stem.substring(1);
    }

    private static String upper(String stem) {
        return stem.toUpperCase(java.util.Locale.ROOT);
    }
}
