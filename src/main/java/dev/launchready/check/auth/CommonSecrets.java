package dev.launchready.check.auth;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.launchready.detect.WordList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
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
            "json-server-auth-123456",
            "shhhhh",
            "shhh",
            "private",
            "privatekey",
            "private-key",
            "signingkey",
            "signing-key",
            "signature",
            "s3cr3t",
            "s3cret",
            "passw0rd",
            "p@ssw0rd",
            "p@ssword",
            "passphrase",
            "iloveyou",
            "dragon",
            "monkey",
            "welcome",
            "hunter2",
            "asdf",
            "asdfgh",
            "qwertyuiop",
            "abcdef",
            "abcdefgh",
            "a",
            "x",
            "0123456789",
            "1",
            "1234",
            "12345",
            "1234567",
            "111111",
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

    private static final List<String> ENDS =
            List.of("", "1", "12", "123", "1234", "!", "2023", "2024", "2025", "2026", "@123");
    private static final List<String> COMPANIONS = List.of(
            "secret",
            "-secret",
            "_secret",
            "key",
            "-key",
            "_key",
            "jwt",
            "-jwt",
            "_jwt",
            "token",
            "-jwt-secret",
            "_jwt_secret");

    private final Set<String> names;

    /** @param names what the portal calls itself, such as its hosts' labels: secrets are often made of them */
    CommonSecrets(Collection<String> names) {
        this.names = names.stream()
                .flatMap(name -> Stream.of(name, name.replace(" ", ""), name.replace(" ", "-"), name.replace(" ", "_")))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Whether one of them signs that token; the empty one as well. */
    boolean sign(Jwt jwt) {
        if (!Hmac.knows(jwt.algorithm())) {
            return false;
        }
        return all().anyMatch(secret ->
                jwt.signature().equals(Jwt.encoded(Hmac.of(jwt.algorithm(), secret.getBytes(UTF_8), jwt.signed()))));
    }

    private Stream<String> all() {
        Stream<String> stems = Stream.concat(STEMS.stream(), Stream.concat(names.stream(), WordList.ours().stream()));
        Stream<String> joined = Stream.concat(names.stream(), WordList.ours().stream())
                .flatMap(word -> COMPANIONS.stream().map(word::concat));
        return Stream.concat(
                Stream.of(""),
                Stream.concat(stems.flatMap(stem -> ENDS.stream().map(stem::concat)), joined)
                        .flatMap(secret -> Stream.of(secret, capital(secret), upper(secret))));
    }

    private static String capital(String stem) {
        return upper(stem.substring(0, 1)) + stem.substring(1);
    }

    private static String upper(String stem) {
        return stem.toUpperCase(Locale.ROOT);
    }
}
