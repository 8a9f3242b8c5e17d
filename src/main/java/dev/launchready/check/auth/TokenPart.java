package dev.launchready.check.auth;

import dev.launchready.session.Credential;
import dev.launchready.session.Credential.Kind;
import java.util.Optional;

/**
 * One part of the credentials and the token in it.
 *
 * @param scheme the word before the token with its blank, such as {@code Bearer }; empty where there is none
 * @param token a secret
 */
record TokenPart(Credential part, String scheme, String token) {

    static TokenPart of(Credential part) {
        int blank = part.value().indexOf(' ');
        boolean schemed = part.kind() == Kind.HEADER && blank > 0;
        return new TokenPart(
                part,
                schemed ? part.value().substring(0, blank + 1) : "",
                schemed ? part.value().substring(blank + 1).strip() : part.value());
    }

    Optional<Jwt> jwt() {
        return Jwt.parse(token);
    }

    boolean basic() {
        return scheme.equalsIgnoreCase("Basic ");
    }

    /** The same part with another token under the same scheme. */
    Credential worth(String other) {
        return part.worth(scheme + other);
    }

    /** For a person: {@code the cookie sid}, {@code the header Authorization}. */
    String says() {
        return (part.kind() == Kind.COOKIE ? "the cookie " : "the header ") + part.name();
    }

    @Override
    public String toString() {
        return says();
    }
}
