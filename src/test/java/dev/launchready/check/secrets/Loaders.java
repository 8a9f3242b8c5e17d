package dev.launchready.check.secrets;

import dev.launchready.check.face.Asset;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/** Loaders of a build, as if they had been fetched from the root of a portal. */
final class Loaders {
    private Loaders() {}

    static List<String> names(String loader) {
        Url url = Url.parse("https://portal.harbor.example/runtime.js");
        HttpExchange evidence =
                new HttpExchange("nobody", "GET", url.toString(), List.of(), 200, List.of(), 1, "", Duration.ZERO, "");
        HttpAnswer answer = new HttpAnswer(
                HttpCall.get(url),
                200,
                List.of(new Header("content-type", "text/javascript")),
                loader.getBytes(StandardCharsets.UTF_8),
                false,
                Duration.ZERO,
                "h2",
                "127.0.0.1",
                evidence);
        return LazyChunks.of(new Asset(Asset.Kind.SCRIPT, answer, url)).stream()
                .map(Url::path)
                .toList();
    }
}
