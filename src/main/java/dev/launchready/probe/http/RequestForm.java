package dev.launchready.probe.http;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Url;
import dev.launchready.probe.ProbeException.Malformed;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** Brings a call into the form in which it is sent. */
final class RequestForm {
    private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH", "PROPPATCH", "REPORT");

    private final HttpSettings settings;

    RequestForm(HttpSettings settings) {
        this.settings = settings;
    }

    /** @throws Malformed when no client could send that URL */
    static HttpUrl url(Url url) throws Malformed {
        try {
            return new HttpUrl.Builder()
                    .scheme(url.scheme())
                    .host(url.host())
                    .port(url.port())
                    .encodedPath(url.path())
                    .encodedQuery(url.query().orElse(null))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new Malformed("Not sent: " + url.origin() + " is no address that can be asked.", e);
        }
    }

    /** Every header line in the order in which it is sent; those of the client's own (Host, Content-Length) are not among them. */
    List<SentLine> lines(HttpCall call) {
        List<SentLine> lines = new ArrayList<>();
        add(lines, call, "User-Agent", settings.agent());
        add(lines, call, "Accept", "*/*");
        add(lines, call, "Accept-Encoding", "gzip");
        call.body()
                .filter(body -> !body.type().isEmpty())
                .ifPresent(body -> add(lines, call, "Content-Type", body.type()));
        if (settings.doorway().origins().contains(call.url().origin())) {
            settings.doorway()
                    .headers()
                    .forEach((name, value) -> lines.add(SentLine.credential(new Header(name, value), "")));
        }
        call.headers().forEach(header -> lines.add(SentLine.plain(header)));
        call.credentials().forEach(header -> lines.add(SentLine.credential(header, call.sender())));
        return lines;
    }

    private static void add(List<SentLine> lines, HttpCall call, String name, String value) {
        boolean given = Stream.concat(call.headers().stream(), call.credentials().stream())
                .anyMatch(header -> header.name().equalsIgnoreCase(name));
        if (!given) {
            lines.add(new SentLine(name, value, ""));
        }
    }

    /** @throws Malformed when method, header or body are such as HTTP cannot carry */
    Request request(HttpCall call, HttpUrl url, List<SentLine> lines) throws Malformed {
        try {
            Headers.Builder headers = new Headers.Builder();
            for (SentLine line : lines) {
                if (line.value().chars().anyMatch(c -> c == '\r' || c == '\n' || c == 0)) {
                    throw new IllegalArgumentException("line break in a header's value");
                }
                headers.addUnsafeNonAscii(line.name(), line.value());
            }
            return new Request.Builder()
                    .url(url)
                    .headers(headers.build())
                    .method(call.method(), body(call))
                    .build();
        } catch (IllegalArgumentException e) {
            throw new Malformed(
                    "Not sent: HTTP cannot carry this " + call.method() + " request to " + url.host() + ".", e);
        }
    }

    private static @Nullable RequestBody body(HttpCall call) {
        if (call.body().isPresent()) {
            return RequestBody.create(call.body().get().bytes());
        }
        return WITH_BODY.contains(call.method()) ? RequestBody.create(new byte[0]) : null;
    }
}
