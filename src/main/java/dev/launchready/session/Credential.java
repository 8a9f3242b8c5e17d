package dev.launchready.session;

import dev.launchready.model.Evidence.Header;
import dev.launchready.probe.http.HttpCall;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One part of what an identity sends to be known. Its value is a secret: it may go into a request, never into a fact, a message or an
 * observation.
 *
 * @param name of the header, or of the cookie
 * @param cookie for a cookie that the portal set: its attributes
 */
public record Credential(Kind kind, String name, String value, Optional<Cookie> cookie) {

    /** How a part travels. */
    public enum Kind {
        HEADER,
        COOKIE
    }

    static Credential header(String name, String value) {
        return new Credential(Kind.HEADER, name, value, Optional.empty());
    }

    static Credential of(Cookie cookie) {
        return new Credential(Kind.COOKIE, cookie.name(), cookie.value(), Optional.of(cookie));
    }

    /** The same part with another value, such as a forged one. */
    public Credential worth(String newValue) {
        return new Credential(kind, name, newValue, cookie);
    }

    /** Whether it is the same header or cookie, whatever its value. */
    public boolean sameSlot(Credential other) {
        return kind == other.kind && name.equalsIgnoreCase(other.name);
    }

    /** The call with exactly these parts as its credentials. */
    public static HttpCall carry(HttpCall call, String sender, List<Credential> parts) {
        List<Header> headers = new ArrayList<>();
        String cookies = parts.stream()
                .filter(part -> part.kind == Kind.COOKIE)
                .map(part -> part.name + "=" + part.value)
                .collect(Collectors.joining("; "));
        if (!cookies.isEmpty()) {
            headers.add(new Header("Cookie", cookies));
        }
        parts.stream()
                .filter(part -> part.kind == Kind.HEADER)
                .forEach(part -> headers.add(new Header(part.name, part.value)));
        return call.as(sender, headers);
    }

    /** Never the value. */
    @Override
    public String toString() {
        return kind + " " + name;
    }
}
