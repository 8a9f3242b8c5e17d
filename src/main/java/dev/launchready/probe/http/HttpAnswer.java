package dev.launchready.probe.http;

import dev.launchready.model.Evidence;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Url;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One answer, raw: it lives inside {@code observe} alone, and only its {@link #evidence} may leave.
 *
 * @param body decompressed, at most the cap; {@code truncated} when there was more or the body broke off
 * @param elapsed from sending to the last byte read
 * @param protocol such as {@code h2} or {@code http/1.1}
 * @param address the IP address that answered
 */
public record HttpAnswer(
        HttpCall call,
        int status,
        List<Header> headers,
        byte[] body,
        boolean truncated,
        Duration elapsed,
        String protocol,
        String address,
        Evidence.HttpExchange evidence) {

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    public HttpAnswer {
        headers = List.copyOf(headers);
    }

    /** The first header line of that name, whatever its case. */
    public Optional<String> header(String name) {
        return headers(name).stream().findFirst();
    }

    /** Every header line of that name, whatever its case. */
    public List<String> headers(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .toList();
    }

    /** Type and subtype of {@code Content-Type} in lower case, without parameters; empty text where there is none. */
    public String mediaType() {
        String value = header("content-type").orElse("");
        int end = value.indexOf(';');
        return (end < 0 ? value : value.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    /** The body as text, by the declared charset, a BOM, or UTF-8; never fails. */
    public String text() {
        return BodyText.decode(body, header("content-type").orElse(""));
    }

    /** Whether a limiter or a server in trouble answered, so that the answer says nothing of the request. */
    public boolean heldBack() {
        return holdsBack(status);
    }

    /** Too many requests (RFC 6585 section 4), or not now (RFC 9110 section 15.6.4). */
    public static boolean holdsBack(int status) {
        return status == TOO_MANY_REQUESTS || status == UNAVAILABLE;
    }

    public boolean redirect() {
        return status >= 300 && status < 400 && header("location").isPresent();
    }

    /** Where a redirect leads; empty for other answers and for targets that are no web address. */
    public Optional<Url> location() {
        return redirect() ? header("location").flatMap(call.url()::resolve) : Optional.empty();
    }

    /** Status and call alone: headers and body may hold secrets. */
    @Override
    public String toString() {
        return status + " to " + call;
    }
}
