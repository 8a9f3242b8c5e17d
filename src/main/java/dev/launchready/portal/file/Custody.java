package dev.launchready.portal.file;

import dev.launchready.portal.routes.SecretNames;
import dev.launchready.portal.yaml.Mark;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Keeps the credentials of one file: knows which values are credentials, refuses those written in clear, and remembers them all so that
 * none of them is ever shown.
 */
final class Custody {
    /** Shorter values are not remembered: hiding every "1" or "abc" would destroy a report and protect nothing. */
    static final int MIN_SECRET = 4;

    private static final int MIN_LINE = 16;
    private static final int HARMLESS_HEADER = 8;

    /** So many characters on end beside a reference or placeholder are no scheme and no prefix any more. */
    private static final Pattern LONG_RUN = Pattern.compile("[A-Za-z0-9+/_-]{16,}");

    private static final Pattern COOKIE_NAME = Pattern.compile("[A-Za-z0-9_.%-]+=");
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{[^{}]*}");
    private static final Pattern WHO = Pattern.compile(
            "user|login|mail|name|account|tenant|org|company|client|scope|audience|realm|redirect|return|next|url|action|method|type"
                    + "|connection|remember|lang|locale|device|callback|query|operation|phone|role|grant|strategy|provider|version|platform|build|format|flow|mode|step|state|date|zone|agent");
    private static final Pattern LIKE_PASSWORD =
            Pattern.compile("(?=.*[A-Za-z])(?=.*[0-9!#$%&*+?^=])(?!.*\\s)(?!https?://)(?!.*@.*\\.)[\\x21-\\x7e]{6,}");
    private static final Pattern SCHEME = Pattern.compile("(?i)^(bearer|basic|token|apikey|dpop|digest|negotiate)\\s+");

    private final Reading reading;
    private final Set<String> secrets = new HashSet<>();
    private boolean loopback;

    Custody(Reading reading) {
        this.reading = reading;
    }

    /** Called once the portal's address is known: on loopback, credentials may stand in clear. */
    void loopback(boolean isLoopback) {
        loopback = isLoopback;
    }

    Set<String> secrets() {
        return secrets;
    }

    /** A value that is a credential by its place. */
    String credential(Text text, Mark at, String slot) {
        refuseClear(text, at, slot);
        remember(text.value());
        text.references().forEach(this::remember);
        return text.value();
    }

    /** A member of a login's body: a credential by its name, or by its look where the name tells nothing. */
    String loginField(String name, Text text, Mark at, String slot) {
        boolean named = SecretNames.secret(name);
        boolean unknown = !named && !WHO.matcher(SecretNames.plain(name)).find();
        boolean looks = LIKE_PASSWORD.matcher(withoutPlaceholders(text.value())).matches();
        if (named || (unknown && (looks || !text.references().isEmpty()))) {
            return credential(text, at, slot);
        }
        return text.value();
    }

    /** A member of another body: its credentials are remembered, but test values may be written as they are. */
    String flowField(String name, Text text) {
        if (SecretNames.secret(name)) {
            text.references().forEach(this::remember);
        }
        return text.value();
    }

    /** A header's value; which ones are credentials is told by the name. */
    String header(String name, Text text, Mark at, String slot) {
        return SecretNames.secret(name) ? line(text.value(), text, at, slot) : text.value();
    }

    /** A header that every request to the portal carries: a key to a wall, unless it is short and harmless. */
    String gateHeader(String name, Text text, Mark at, String slot) {
        boolean harmless = text.references().isEmpty()
                && !SecretNames.secret(name)
                && text.value().length() < HARMLESS_HEADER
                && text.value().matches("[A-Za-z0-9.]*");
        return harmless ? text.value() : line(text.value(), text, at, slot);
    }

    /** A whole header line, {@code Authorization: Bearer ...}. */
    String headerLine(Text text, Mark at, String slot) {
        String line = text.value();
        int colon = line.indexOf(':');
        String value = colon < 0 ? line : line.substring(colon + 1).strip();
        String literal = text.literal().substring(text.literal().indexOf(':') + 1);
        if (SecretNames.secret(colon < 0 ? "" : line.substring(0, colon))
                || LIKE_PASSWORD.matcher(withoutPlaceholders(value)).matches()) {
            line(value, new Text(value, literal, text.references()), at, slot);
        } else {
            text.references().forEach(this::remember);
        }
        return line;
    }

    private String line(String value, Text text, Mark at, String slot) {
        refuseClear(text, at, slot);
        if (PLACEHOLDER.matcher(value).find()) {
            text.references().forEach(this::remember);
            return value;
        }
        remember(value);
        text.references().forEach(this::remember);
        remember(SCHEME.matcher(value).replaceFirst(""));
        for (String cookie : List.of(value.split(";"))) {
            int equals = cookie.indexOf('=');
            if (equals > 0) {
                remember(cookie.substring(equals + 1).strip());
            }
        }
        return value;
    }

    private void refuseClear(Text text, Mark at, String slot) {
        String clear = withoutPlaceholders(text.literal());
        boolean composed = !text.references().isEmpty() || !clear.equals(text.literal());
        boolean refused = composed
                ? LONG_RUN.matcher(COOKIE_NAME.matcher(clear).replaceAll("")).find()
                : !clear.isBlank();
        if (refused && !loopback) {
            reading.problem(
                    at,
                    "'" + slot
                            + "' is a credential written in clear, which is accepted for a portal on loopback only; put it into the"
                            + " environment and write ${env:NAME}");
        }
    }

    /** A value of several lines, such as a private key, is remembered line by line as well: an output may wrap it. */
    private void remember(String value) {
        if (value.length() >= MIN_SECRET) {
            secrets.add(value);
        }
        if (value.contains("\n")) {
            value.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= MIN_LINE && !line.startsWith("-----"))
                    .forEach(secrets::add);
        }
    }

    private static String withoutPlaceholders(String text) {
        return PLACEHOLDER.matcher(text).replaceAll("");
    }
}
