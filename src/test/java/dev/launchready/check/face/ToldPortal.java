package dev.launchready.check.face;

import dev.launchready.check.CheckContext;
import dev.launchready.check.Memo;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.Header;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.dns.DnsProbe;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import dev.launchready.probe.tls.TlsProbe;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;

/** A portal in memory, for what can be told without a network: what it answers is told path by path. */
public final class ToldPortal implements HttpProbe {
    private final Url url;
    private final Map<String, Function<Url, Reply>> replies = new LinkedHashMap<>();
    private final Set<String> asked = new TreeSet<>();
    private Function<Url, Reply> otherwise = any -> html(404, "<h1>Not found</h1>");

    public record Reply(int status, Map<String, String> headers, String body) {
        public Reply with(String name, String value) {
            Map<String, String> more = new LinkedHashMap<>(headers);
            more.put(name, value);
            return new Reply(status, more, body);
        }
    }

    public ToldPortal(String url) {
        this.url = Url.parse(url);
    }

    public static Reply html(int status, String body) {
        return new Reply(status, Map.of("Content-Type", "text/html; charset=utf-8"), body);
    }

    public static Reply typed(String type, String body) {
        return new Reply(200, Map.of("Content-Type", type), body);
    }

    public static Reply redirect(int status, String location) {
        return new Reply(status, Map.of("Location", location), "");
    }

    /** @param place a path of the portal, or a full URL */
    public ToldPortal at(String place, Reply reply) {
        replies.put(url.resolve(place).orElseThrow().toString(), any -> reply);
        return this;
    }

    public ToldPortal otherwise(Function<Url, Reply> reply) {
        this.otherwise = reply;
        return this;
    }

    public Set<String> asked() {
        return asked;
    }

    public CheckContext context() {
        return context(Portal.at(url));
    }

    public CheckContext context(Portal portal) {
        DnsProbe dns = (name, type) -> {
            throw new UnsupportedOperationException();
        };
        TlsProbe tls = (host, port) -> {
            throw new UnsupportedOperationException();
        };
        Memo memo = new Memo() {
            @Override
            public <T> T get(Shared<T> shared) {
                throw new UnsupportedOperationException();
            }
        };
        return new CheckContext(portal, new Params(Map.of()), this, dns, tls, Clock.systemUTC(), memo);
    }

    @Override
    public HttpAnswer send(HttpCall call) throws ProbeException {
        asked.add(call.url().toString());
        if (!call.url().host().equals(url.host())
                && !replies.containsKey(call.url().toString())) {
            throw new ProbeException.Unreachable("nobody is at " + call.url().host(), new IOException());
        }
        return answer(
                call, replies.getOrDefault(call.url().toString(), otherwise).apply(call.url()));
    }

    public static HttpAnswer answer(String url, Reply reply) {
        return answer(HttpCall.get(Url.parse(url)), reply);
    }

    private static HttpAnswer answer(HttpCall call, Reply reply) {
        List<Header> headers = new ArrayList<>();
        reply.headers().forEach((name, value) -> headers.add(new Header(name, value)));
        byte[] body = reply.body().getBytes(StandardCharsets.UTF_8);
        HttpExchange evidence = new HttpExchange(
                call.sender(),
                call.method(),
                call.url().toString(),
                List.of(),
                reply.status(),
                headers,
                body.length,
                "",
                Duration.ofMillis(1),
                "curl " + call.url());
        return new HttpAnswer(
                call, reply.status(), headers, body, false, Duration.ofMillis(1), "http/1.1", "127.0.0.1", evidence);
    }
}
