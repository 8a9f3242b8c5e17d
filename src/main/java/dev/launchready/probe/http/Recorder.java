package dev.launchready.probe.http;

import dev.launchready.model.Evidence;
import dev.launchready.model.Evidence.Header;
import dev.launchready.probe.Redaction;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Makes the evidence of an exchange the moment it has arrived; nothing of it can be un-redacted later. */
final class Recorder {
    private static final int MOST_HEADERS = 100;
    private static final int LONGEST_VALUE = 2000;

    private final Redaction redaction;

    Recorder(Redaction redaction) {
        this.redaction = redaction;
    }

    Evidence.HttpExchange record(
            HttpCall call, List<SentLine> lines, int status, List<Header> headers, byte[] body, Duration elapsed) {
        return new Evidence.HttpExchange(
                call.sender(),
                call.method(),
                Redaction.visible(redaction.maskUrl(call.url().toString())),
                lines.stream().map(line -> line.shown(redaction)).toList(),
                status,
                headers.stream().limit(MOST_HEADERS).map(this::shown).toList(),
                body.length,
                excerpt(headers, body),
                elapsed,
                CurlLine.of(call, lines, redaction));
    }

    private Header shown(Header header) {
        String value = header.value();
        String masked =
                switch (header.name().toLowerCase(Locale.ROOT)) {
                    case "set-cookie" -> cookie(value);
                    case "location", "content-location", "refresh" -> redaction.maskUrl(value);
                    default -> redaction.mask(value);
                };
        String visible = Redaction.visible(masked);
        return new Header(
                Redaction.visible(header.name()),
                visible.length() <= LONGEST_VALUE ? visible : visible.substring(0, LONGEST_VALUE) + "…");
    }

    /** Name and attributes stay, as they are what is judged (RFC 6265 section 4.1). */
    private String cookie(String value) {
        int end = value.indexOf(';') < 0 ? value.length() : value.indexOf(';');
        int equals = value.indexOf('=');
        String name = equals >= 0 && equals < end ? value.substring(0, equals + 1) : "";
        String content = value.substring(name.length(), end);
        return redaction.mask(name) + (content.isBlank() ? "" : Redaction.MARK) + redaction.mask(value.substring(end));
    }

    private String excerpt(List<Header> headers, byte[] body) {
        String type = headers.stream()
                .filter(header -> header.name().equalsIgnoreCase("content-type"))
                .map(Header::value)
                .findFirst()
                .orElse("");
        if (binary(body)) {
            return "(" + body.length + " bytes that are no text)";
        }
        return redaction.excerpt(BodyText.decode(body, type));
    }

    private static boolean binary(byte[] body) {
        int looked = Math.min(body.length, 512);
        boolean utf16 = looked > 1 && (body[0] & 0xff) >= 0xfe && (body[1] & 0xff) >= 0xfe;
        for (int at = 0; at < looked && !utf16; at++) {
            if (body[at] == 0) {
                return true;
            }
        }
        return false;
    }
}
