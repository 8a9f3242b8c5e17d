package dev.launchready.session;

import dev.launchready.model.Url;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Locale;
import java.util.Optional;

/**
 * One cookie as a browser keeps it (RFC 6265 section 5.3).
 *
 * @param domain in lower case, without a leading dot
 * @param hostOnly whether only that very host gets it back
 * @param expires absent: lives as long as the session
 * @param sameSite as written, in lower case
 */
public record Cookie(
        String name,
        String value,
        String domain,
        boolean hostOnly,
        String path,
        boolean secure,
        boolean httpOnly,
        Optional<String> sameSite,
        Optional<Instant> expires) {
    private static final DateTimeFormatter LOOSE_DATE = new DateTimeFormatterBuilder()
            .parseCaseInsensitive()
            .appendPattern("EEE, d[ ]['-']MMM[ ]['-']yyyy HH:mm:ss zzz")
            .toFormatter(Locale.ENGLISH);

    /** Reads one {@code Set-Cookie} line that came from that URL; empty for a line that a browser drops. */
    public static Optional<Cookie> parse(String line, Url from, Instant now) {
        String[] parts = line.split(";", -1);
        int equals = parts[0].indexOf('=');
        if (equals <= 0) {
            return Optional.empty();
        }
        String name = parts[0].substring(0, equals).strip();
        String value = unquoted(parts[0].substring(equals + 1).strip());
        Attributes attributes = new Attributes();
        for (int at = 1; at < parts.length; at++) {
            attributes.read(parts[at].strip(), now);
        }
        String domain = attributes.domain.isEmpty() ? from.host() : attributes.domain;
        if (!covers(domain, from.host())) {
            return Optional.empty();
        }
        return Optional.of(new Cookie(
                name,
                value,
                domain,
                attributes.domain.isEmpty(),
                attributes.path.startsWith("/") ? attributes.path : defaultPath(from.path()),
                attributes.secure,
                attributes.httpOnly,
                Optional.of(attributes.sameSite).filter(text -> !text.isEmpty()),
                attributes.expiry()));
    }

    /** Whether a browser sends it to that URL at that time; a loopback host counts as secure, as browsers hold it. */
    public boolean goesTo(Url url, Instant now) {
        boolean host = hostOnly ? domain.equals(url.host()) : covers(domain, url.host());
        boolean safe = !secure || url.secure() || loopback(url.host());
        return host && safe && pathMatches(url.path()) && !expired(now);
    }

    /** The same cookie with another value. */
    public Cookie worth(String newValue) {
        return new Cookie(name, newValue, domain, hostOnly, path, secure, httpOnly, sameSite, expires);
    }

    public boolean expired(Instant now) {
        return expires.map(end -> !end.isAfter(now)).orElse(false);
    }

    boolean sameSlot(Cookie other) {
        return name.equals(other.name) && domain.equals(other.domain) && path.equals(other.path);
    }

    private boolean pathMatches(String target) {
        return target.equals(path)
                || (target.startsWith(path) && (path.endsWith("/") || target.charAt(path.length()) == '/'));
    }

    private static boolean covers(String domain, String host) {
        boolean inner = host.endsWith("." + domain) && domain.indexOf('.') > 0 && !host.matches("[0-9.]+");
        return host.equals(domain) || inner;
    }

    private static boolean loopback(String host) {
        return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
    }

    private static String defaultPath(String path) {
        int slash = path.lastIndexOf('/');
        return slash <= 0 ? "/" : path.substring(0, slash);
    }

    private static String unquoted(String value) {
        boolean quoted = value.length() > 1 && value.startsWith("\"") && value.endsWith("\"");
        return quoted ? value.substring(1, value.length() - 1) : value;
    }

    /** The attributes of one line while it is read; a later one wins. */
    private static final class Attributes {
        private String domain = "";
        private String path = "";
        private String sameSite = "";
        private boolean secure;
        private boolean httpOnly;
        private Optional<Instant> expires = Optional.empty();
        private Optional<Instant> maxAge = Optional.empty();

        void read(String part, Instant now) {
            int equals = part.indexOf('=');
            String name =
                    (equals < 0 ? part : part.substring(0, equals)).strip().toLowerCase(Locale.ROOT);
            String value = equals < 0 ? "" : part.substring(equals + 1).strip();
            switch (name) {
                case "domain" -> domain = (value.startsWith(".") ? value.substring(1) : value).toLowerCase(Locale.ROOT);
                case "path" -> path = value;
                case "samesite" -> sameSite = value.toLowerCase(Locale.ROOT);
                case "secure" -> secure = true;
                case "httponly" -> httpOnly = true;
                case "max-age" -> maxAge = seconds(value, now);
                case "expires" -> expires = date(value);
                default -> {
                    // an attribute that decides nothing here, such as Priority
                }
            }
        }

        Optional<Instant> expiry() {
            return maxAge.isPresent() ? maxAge : expires;
        }

        private static Optional<Instant> seconds(String value, Instant now) {
            if (!value.matches("-?[0-9]{1,12}")) {
                return Optional.empty();
            }
            long seconds = Long.parseLong(value);
            return Optional.of(seconds <= 0 ? Instant.EPOCH : now.plus(Duration.ofSeconds(seconds)));
        }

        private static Optional<Instant> date(String value) {
            try {
                return Optional.of(ZonedDateTime.parse(value, LOOSE_DATE).toInstant());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }
}
