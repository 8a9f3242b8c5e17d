package dev.launchready.session;

import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The cookies of one session; immutable. A cookie leaves only for the hosts that it was set for. */
public record CookieJar(List<Cookie> cookies) {
    public static final CookieJar EMPTY = new CookieJar(List.of());

    public CookieJar {
        cookies = List.copyOf(cookies);
    }

    /** The jar after that answer's {@code Set-Cookie} lines. */
    public CookieJar after(HttpAnswer answer, Instant now) {
        CookieJar jar = this;
        for (String line : answer.headers("set-cookie")) {
            jar = Cookie.parse(line, answer.call().url(), now).map(jar::with).orElse(jar);
        }
        return jar.at(now);
    }

    /** The jar with that cookie in its slot. */
    public CookieJar with(Cookie cookie) {
        List<Cookie> kept = new ArrayList<>(cookies);
        kept.removeIf(cookie::sameSlot);
        kept.add(cookie);
        return new CookieJar(kept);
    }

    /** What goes to that URL, longer paths first (RFC 6265 section 5.4). */
    public List<Cookie> to(Url url, Instant now) {
        return cookies.stream()
                .filter(cookie -> cookie.goesTo(url, now))
                .sorted(Comparator.comparingInt((Cookie cookie) -> cookie.path().length())
                        .reversed())
                .toList();
    }

    private CookieJar at(Instant now) {
        return new CookieJar(
                cookies.stream().filter(cookie -> !cookie.expired(now)).toList());
    }
}
