package dev.launchready.portal;

import dev.launchready.model.Json;
import java.util.Map;
import java.util.Optional;

/**
 * A request as a person writes it, {@code POST /api/login}, placeholders unfilled.
 *
 * @param target a path that is appended to {@code portal.api}, or a full URL
 * @param encoding {@code json}, {@code form} or {@code multipart}; absent: the login's
 */
public record Request(
        String method,
        String target,
        Optional<String> as,
        Map<String, String> headers,
        Optional<String> encoding,
        Optional<Json> body) {
    public Request {
        headers = Map.copyOf(headers);
    }

    /**
     * Reads {@code METHOD /path}; a lone path is a GET.
     *
     * @throws IllegalArgumentException with a sentence for a person
     */
    public static Request parse(String text) {
        String[] parts = text.strip().split("\\s+", 2);
        boolean lone = parts.length == 1;
        String method = lone ? "GET" : parts[0];
        String target = lone ? parts[0] : parts[1];
        boolean known = method.matches("[A-Z]{3,10}");
        boolean place = target.startsWith("/") || target.startsWith("http://") || target.startsWith("https://");
        if (!known || !place) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no request: write a method and a path, such as GET /api/me");
        }
        return new Request(method, target, Optional.empty(), Map.of(), Optional.empty(), Optional.empty());
    }

    /** The same request with another body. */
    public Request with(Json other) {
        return new Request(method, target, as, headers, encoding, Optional.of(other));
    }

    @Override
    public String toString() {
        return method + " " + target;
    }
}
