package dev.launchready.model;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * An absolute {@code http} or {@code https} URL (RFC 3986), kept as it was written but for scheme and host in lower case.
 *
 * @param port always a real port: 80 or 443 where none was written
 * @param path begins with a slash; percent-encoding and case as written
 * @param query without its question mark; empty when there is none
 */
public record Url(String scheme, String host, int port, String path, Optional<String> query) {
    private static final int HTTP_PORT = 80;
    private static final int HTTPS_PORT = 443;
    private static final String KEPT = "!#$%&'()*+,-./:;=?@[]_~";

    public Url {
        scheme = scheme.toLowerCase(Locale.ROOT);
        host = host.toLowerCase(Locale.ROOT);
        path = path.isEmpty() ? "/" : path;
    }

    /**
     * Reads a URL as a browser would: illegal characters in path and query are percent-encoded, a fragment is dropped.
     *
     * @throws IllegalArgumentException with a sentence for a person when it is no absolute web URL or carries credentials
     */
    public static Url parse(String text) {
        URI uri = uri(text.strip());
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new IllegalArgumentException(
                    "'" + text + "' is no web address: it must begin with https:// or http://");
        }
        if (uri.getRawUserInfo() != null) {
            throw new IllegalArgumentException(
                    "a web address may not carry credentials: give them under identities instead");
        }
        if (uri.getHost() == null) {
            throw new IllegalArgumentException("'" + text + "' names no host");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : defaultPort(scheme);
        String path = uri.getRawPath() == null ? "/" : uri.getRawPath();
        return new Url(scheme, uri.getHost(), port, path, Optional.ofNullable(uri.getRawQuery()));
    }

    /** The URL that a link with this text leads to from here; empty for other schemes ({@code mailto:}, {@code data:}) and garbage. */
    public Optional<Url> resolve(String reference) {
        try {
            URI base = new URI(toString());
            return Optional.of(parse(base.resolve(uri(reference.strip())).toString()));
        } catch (URISyntaxException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public boolean secure() {
        return scheme.equals("https");
    }

    /** Scheme, host and port (RFC 6454), the port only where it is not the scheme's own. */
    public String origin() {
        return scheme + "://" + authority();
    }

    /** Host, and the port where it is not the scheme's own. */
    public String authority() {
        return port == defaultPort(scheme) ? host : host + ":" + port;
    }

    public boolean sameOrigin(Url other) {
        return origin().equals(other.origin());
    }

    /** Path and query as they stand in a request line. */
    public String target() {
        return query.map(text -> path + "?" + text).orElse(path);
    }

    /** The same place at another path and query, written as one text such as {@code /login?next=1}. */
    public Url at(String target) {
        int mark = target.indexOf('?');
        String newPath = mark < 0 ? target : target.substring(0, mark);
        Optional<String> newQuery = mark < 0 ? Optional.empty() : Optional.of(target.substring(mark + 1));
        return new Url(scheme, host, port, newPath.startsWith("/") ? newPath : "/" + newPath, newQuery);
    }

    public Url withScheme(String newScheme, int newPort) {
        return new Url(newScheme, host, newPort, path, query);
    }

    public Url withHost(String newHost) {
        return new Url(scheme, newHost, port, path, query);
    }

    @Override
    public String toString() {
        return origin() + target();
    }

    private static int defaultPort(String scheme) {
        return scheme.equals("https") ? HTTPS_PORT : HTTP_PORT;
    }

    private static URI uri(String text) {
        try {
            URI uri = new URI(encoded(text));
            return uri.getRawFragment() == null ? uri : new URI(encoded(text.substring(0, text.indexOf('#'))));
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException("'" + text + "' is no web address: " + e.getReason(), e);
        }
    }

    private static String encoded(String text) {
        StringBuilder out = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            char c = (char) (b & 0xff);
            if (c < 0x80 && (Character.isLetterOrDigit(c) || KEPT.indexOf(c) >= 0)) {
                out.append(c);
            } else {
                out.append(String.format(Locale.ROOT, "%%%02X", (int) c));
            }
        }
        return out.toString();
    }
}
