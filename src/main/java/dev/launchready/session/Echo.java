package dev.launchready.session;

import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Tells what an answer only says again from what it gives away. */
final class Echo {
    private Echo() {}

    private static String decoded(String target) {
        try {
            return URLDecoder.decode(target.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return target;
        }
    }

    /** Whether the text only says again what the request itself said. */
    static boolean asked(HttpAnswer answer, String text) {
        HttpCall call = answer.call();
        String target = call.url().target();
        String plain = decoded(target); // a redirect may spell the request anew
        String body = call.body()
                .map(content -> new String(content.bytes(), StandardCharsets.UTF_8))
                .orElse("");
        String path = call.url().path();
        return target.contains(text)
                || plain.contains(text)
                || target.contains(Bodies.encoded(text))
                || body.contains(text)
                || body.contains(Bodies.encoded(text))
                || String.valueOf(call.headers()).contains(text)
                || (path.length() > 1 && text.contains(path));
    }
}
