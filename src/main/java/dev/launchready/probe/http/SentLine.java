package dev.launchready.probe.http;

import dev.launchready.model.Evidence.Header;
import dev.launchready.probe.Redaction;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One header line of a request, with what a reader may see of it.
 *
 * @param variable the shell variable that stands for its value; empty text where it is no credential
 */
record SentLine(String name, String value, String variable) {
    private static final Set<String> CREDENTIALS = Set.of(
            "authorization",
            "cookie",
            "proxy-authorization",
            "x-api-key",
            "apikey",
            "x-auth-token",
            "x-csrf-token",
            "x-xsrf-token");
    private static final int LONG = 8;
    private static final Pattern SCHEME = Pattern.compile("(?i)(basic|bearer|digest|token) +\\S.*");

    static SentLine plain(Header header) {
        boolean secret = CREDENTIALS.contains(header.name().toLowerCase(Locale.ROOT));
        return new SentLine(header.name(), header.value(), secret ? variable(header.name()) : "");
    }

    /** @param owner the identity, or empty text for everybody */
    static SentLine credential(Header header, String owner) {
        return new SentLine(
                header.name(), header.value(), variable(owner.isEmpty() ? header.name() : owner + "_" + header.name()));
    }

    private static String variable(String text) {
        String name = text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "_");
        return Character.isDigit(name.charAt(0)) ? "_" + name : name;
    }

    boolean secret() {
        return !variable.isEmpty();
    }

    /** As it stands in the evidence. */
    Header shown(Redaction redaction) {
        if (!secret()) {
            return new Header(name, Redaction.visible(redaction.mask(value)));
        }
        if (name.equalsIgnoreCase("cookie")) {
            return new Header(name, cookies(value));
        }
        String scheme = SCHEME.matcher(value).matches() ? value.substring(0, value.indexOf(' ') + 1) : "";
        return new Header(name, scheme + Redaction.MARK);
    }

    /** What of the value must not be shown anywhere else either, short values left out, such as a cookie's {@code dark}. */
    List<String> secrets() {
        Stream<String> values = name.equalsIgnoreCase("cookie")
                ? Stream.of(value.split(";", -1)).map(pair -> pair.substring(pair.indexOf('=') + 1))
                : Stream.of(SCHEME.matcher(value).matches() ? value.substring(value.indexOf(' ') + 1) : value);
        return values.map(String::strip)
                .filter(each -> secret() && each.length() >= LONG)
                .toList();
    }

    private static String cookies(String value) {
        return List.of(value.split(";", -1)).stream()
                .map(pair -> {
                    int equals = pair.indexOf('=');
                    return equals < 0
                            ? Redaction.MARK
                            : pair.substring(0, equals).strip() + "=" + Redaction.MARK;
                })
                .collect(Collectors.joining("; "));
    }
}
