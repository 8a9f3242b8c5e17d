package dev.launchready.session;

import dev.launchready.model.Evidence.Header;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The requests of one sign-in, in order: keeps cookies and what was taken from answers, as a browser's tab would. */
final class Conversation {
    private static final int MOST_REDIRECTS = 8;

    private final Portal portal;
    private final HttpProbe http;
    private final Clock clock;
    private final String identity;
    private final Map<String, String> headers;
    private final Map<String, String> taken = new LinkedHashMap<>();
    private CookieJar jar = CookieJar.EMPTY;

    /** @param headers of the recipe, sent with each request */
    Conversation(Portal portal, HttpProbe http, Clock clock, String identity, Map<String, String> headers) {
        this.portal = portal;
        this.http = http;
        this.clock = clock;
        this.identity = identity;
        this.headers = Map.copyOf(headers);
    }

    /** A call of the recipe, placeholders filled with what was taken so far. */
    HttpCall call(Request request, String encoding) {
        Url url = portal.resolve(Filling.fill(request.target(), taken, Bodies::encoded));
        HttpCall call = call(request.method(), url);
        for (Map.Entry<String, String> header : request.headers().entrySet()) {
            call = call.with(header.getKey(), Filling.fill(header.getValue(), taken));
        }
        if (request.body().isPresent()) {
            return call.carrying(Bodies.encode(
                    Filling.fill(request.body().get(), taken),
                    request.encoding().orElse(encoding)));
        }
        return call;
    }

    HttpCall call(String method, Url url) {
        HttpCall call =
                HttpCall.of(method, url).needing(TrafficClass.OWN_ACCOUNTS).purposed(HttpCall.Purpose.LOGIN);
        for (Map.Entry<String, String> header : headers.entrySet()) {
            call = call.with(header.getKey(), header.getValue());
        }
        return call;
    }

    /** Sends one request with the cookies so far and a CSRF cookie sent back, and keeps what comes. */
    HttpAnswer send(HttpCall call) throws ProbeException, InterruptedException {
        List<Cookie> cookies = jar.to(call.url(), clock.instant());
        List<Credential> parts =
                new ArrayList<>(cookies.stream().map(Credential::of).toList());
        boolean given = call.headers().stream().anyMatch(header -> Session.csrfName(header.name()));
        if (!call.method().equals("GET") && !given) {
            parts.addAll(Session.csrfHeaders(cookies));
        }
        List<Header> own = call.credentials();
        HttpCall signed = Credential.carry(call, identity, parts);
        List<Header> all = new ArrayList<>(own);
        all.addAll(signed.credentials());
        HttpAnswer answer = http.send(signed.as(identity, all));
        jar = jar.after(answer, clock.instant());
        return answer;
    }

    /** Sends, then follows redirects as a browser does; a hop that leaves the scope or fails ends the chain. */
    HttpAnswer follow(HttpCall call) throws ProbeException, InterruptedException {
        return followOn(send(call));
    }

    /** Follows where that answer leads. */
    HttpAnswer followOn(HttpAnswer first) throws InterruptedException {
        HttpAnswer answer = first;
        HttpCall call = first.call().as(identity, List.of());
        for (int hop = 0; hop < MOST_REDIRECTS; hop++) {
            Optional<Url> target = answer.location();
            if (target.isEmpty()) {
                return answer;
            }
            boolean keeps = answer.status() == 307 || answer.status() == 308;
            HttpCall moved = call.movedTo(target.get());
            call = keeps ? moved : moved.asGet();
            try {
                answer = send(call);
            } catch (ProbeException e) {
                return answer;
            }
        }
        return answer;
    }

    void take(String name, String value) {
        taken.put(name, value);
    }

    void put(Cookie cookie) {
        jar = jar.with(cookie);
    }

    Map<String, String> taken() {
        return Map.copyOf(taken);
    }

    CookieJar jar() {
        return jar;
    }

    String identity() {
        return identity;
    }

    Clock clock() {
        return clock;
    }

    Portal portal() {
        return portal;
    }
}
