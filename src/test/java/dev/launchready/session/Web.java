package dev.launchready.session;

import dev.launchready.model.Evidence;
import dev.launchready.model.Evidence.Header;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpProbe;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** A plain port to the web for tests. */
final class Web {
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Web() {}

    static HttpProbe probe() {
        return call -> {
            HttpRequest.Builder request = HttpRequest.newBuilder(
                            URI.create(call.url().toString()))
                    .timeout(Duration.ofSeconds(10))
                    .method(
                            call.method(),
                            call.body()
                                    .map(content -> HttpRequest.BodyPublishers.ofByteArray(content.bytes()))
                                    .orElse(HttpRequest.BodyPublishers.noBody()));
            call.body().ifPresent(content -> request.header("Content-Type", content.type()));
            call.headers().forEach(header -> request.header(header.name(), header.value()));
            call.credentials().forEach(header -> request.header(header.name(), header.value()));
            try {
                HttpResponse<byte[]> got = CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
                List<Header> headers = new ArrayList<>();
                got.headers()
                        .map()
                        .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
                String text = new String(got.body(), java.nio.charset.StandardCharsets.UTF_8);
                Evidence.HttpExchange evidence = new Evidence.HttpExchange(
                        call.sender(),
                        call.method(),
                        call.url().toString(),
                        call.headers(),
                        got.statusCode(),
                        headers,
                        got.body().length,
                        text.substring(0, Math.min(300, text.length())),
                        Duration.ZERO,
                        "");
                return new HttpAnswer(
                        call, got.statusCode(), headers, got.body(), false, Duration.ZERO, "http/1.1", "", evidence);
            } catch (IOException e) {
                throw new ProbeException.Unreachable(
                        "no answer from " + call.url().host(), e);
            }
        };
    }
}
