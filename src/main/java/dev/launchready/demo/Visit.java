package dev.launchready.demo;

import com.sun.net.httpserver.Headers;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One request as it came in.
 *
 * @param secure whether it came over TLS
 * @param host from the {@code Host} header, in lower case and without its port
 * @param path as sent, still percent-encoded
 */
record Visit(
        boolean secure, String host, String method, String path, Optional<String> query, Headers headers, byte[] body) {

    /** Path and query as they were sent. */
    String target() {
        return query.map(text -> path + "?" + text).orElse(path);
    }

    Visit at(String newPath) {
        return new Visit(secure, host, method, newPath, query, headers, body);
    }

    boolean is(String wanted, String wantedPath) {
        return method.equals(wanted) && path.equals(wantedPath);
    }

    /** Whether it asks without changing: GET and HEAD go the same ways. */
    boolean reads() {
        return method.equals("GET") || method.equals("HEAD");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.getFirst(name));
    }

    Optional<String> cookie(String name) {
        return header("Cookie").stream()
                .flatMap(line -> Arrays.stream(line.split(";\\s*")))
                .filter(pair -> pair.startsWith(name + "="))
                .map(pair -> pair.substring(name.length() + 1))
                .findFirst();
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(decoded(query.orElse("")).get(name));
    }

    /** The fields of a form's body. */
    Map<String, String> form() {
        return decoded(text());
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    private static Map<String, String> decoded(String pairs) {
        Map<String, String> fields = new LinkedHashMap<>();
        for (String pair : pairs.split("&", -1)) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                fields.putIfAbsent(plain(pair.substring(0, equals)), plain(pair.substring(equals + 1)));
            }
        }
        return fields;
    }

    private static String plain(String encoded) {
        try {
            return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return encoded;
        }
    }
}
