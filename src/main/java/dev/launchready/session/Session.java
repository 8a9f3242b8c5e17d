package dev.launchready.session;

import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Somebody at work: an identity with what its sign-in gave it, or nobody. Immutable and safe to share.
 *
 * <pre>{@code
 * Session alice = context.sessions().of("alice");
 * HttpAnswer answer = context.http().send(alice.sign(HttpCall.get(url)));
 * }</pre>
 */
public final class Session {
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS");
    private static final List<String> CSRF_HEADERS = List.of("X-CSRF-TOKEN", "X-XSRF-TOKEN", "X-CSRFToken");

    /** Shorter cookies are settings, such as a language. */
    private static final int LEAST_SECRET = 8;

    private final String identity;
    private final Map<String, List<Credential>> lines;
    private final CookieJar jar;
    private final Map<String, String> taken;
    private final Clock clock;
    private final TrafficClass traffic;
    private final Optional<Instant> restingUntil;

    /**
     * @param lines origin to the header and cookie parts that go there
     * @param taken what the sign-in took from answers, by name: the token, the refresh token, and what steps took
     */
    Session(
            String identity,
            Map<String, List<Credential>> lines,
            CookieJar jar,
            Map<String, String> taken,
            Clock clock) {
        this(identity, lines, jar, taken, clock, TrafficClass.OWN_ACCOUNTS, Optional.empty());
    }

    private Session(
            String identity,
            Map<String, List<Credential>> lines,
            CookieJar jar,
            Map<String, String> taken,
            Clock clock,
            TrafficClass traffic,
            Optional<Instant> restingUntil) {
        this.traffic = traffic;
        this.restingUntil = restingUntil;
        this.identity = identity;
        this.lines = Map.copyOf(lines);
        this.jar = jar;
        this.taken = Map.copyOf(taken);
        this.clock = clock;
    }

    static Session nobody(Clock clock) {
        return new Session(HttpCall.NOBODY, Map.of(), CookieJar.EMPTY, Map.of(), clock);
    }

    /** The identity's name in the portal file, or {@link HttpCall#NOBODY}. */
    public String identity() {
        return identity;
    }

    public boolean isNobody() {
        return identity.equals(HttpCall.NOBODY);
    }

    /**
     * The call as this somebody: the credentials of the call's own origin, the sender's name, and at least the class of traffic that own
     * accounts need. Where the method changes something, a CSRF cookie is sent back in the usual headers as well.
     */
    public HttpCall sign(HttpCall call) {
        return carrying(call, credentials(call.url()));
    }

    /** The call with other parts than one's own, such as forged ones; the sender stays this identity. */
    public HttpCall carrying(HttpCall call, List<Credential> parts) {
        List<Credential> all = new ArrayList<>(parts);
        if (!SAFE_METHODS.contains(call.method())) {
            all.addAll(csrfHeaders(call));
        }
        HttpCall plain = Credential.carry(call, identity, all);
        HttpCall signed = restingUntil.map(plain::heldUntil).orElse(plain);
        boolean own = !isNobody() && call.traffic() == TrafficClass.PASSIVE;
        return own ? signed.needing(traffic) : signed;
    }

    /** The parts that go to that URL: its origin's header lines, and the cookies that a browser would send there. */
    public List<Credential> credentials(Url url) {
        Map<String, Credential> parts = new LinkedHashMap<>();
        for (Cookie cookie : jar.to(url, now())) {
            parts.putIfAbsent("cookie " + cookie.name(), Credential.of(cookie));
        }
        for (Credential line : lines.getOrDefault(url.origin(), List.of())) {
            parts.put(
                    line.kind() == Credential.Kind.COOKIE
                            ? "cookie " + line.name()
                            : line.name().toLowerCase(Locale.ROOT),
                    line);
        }
        return List.copyOf(parts.values());
    }

    /** Every cookie of the session, with its attributes. */
    public List<Cookie> cookies() {
        return jar.cookies();
    }

    /** What the sign-in took from answers, by name; values are secrets. */
    public Map<String, String> taken() {
        return taken;
    }

    /** Every value that must not be shown, by a name for it: header lines, cookies, what was taken from answers. */
    Map<String, String> secrets() {
        Map<String, String> secrets = new LinkedHashMap<>(taken);
        secrets.remove("landed");
        lines.values().forEach(parts -> parts.forEach(part -> secrets.put(part.name(), part.value())));
        jar.cookies().stream()
                .filter(cookie -> cookie.value().length() >= LEAST_SECRET)
                .forEach(cookie -> secrets.put(cookie.name(), cookie.value()));
        return secrets;
    }

    /** The same somebody with only these parts of its credentials, whatever their values. */
    public Session limitedTo(List<Credential> parts) {
        Map<String, List<Credential>> fewer = new LinkedHashMap<>();
        lines.forEach((origin, all) -> fewer.put(
                origin,
                all.stream()
                        .filter(line -> parts.stream().anyMatch(line::sameSlot))
                        .toList()));
        List<Cookie> cookies = jar.cookies().stream()
                .filter(cookie -> parts.stream().anyMatch(Credential.of(cookie)::sameSlot))
                .toList();
        return new Session(identity, fewer, new CookieJar(cookies), taken, clock);
    }

    /**
     * The same somebody with these parts in place of those of the same names, such as forged ones, which need the class
     * of traffic for unusual requests; cookies keep their attributes.
     */
    public Session bearing(List<Credential> replaced) {
        Map<String, List<Credential>> changed = new LinkedHashMap<>();
        lines.forEach((origin, all) -> changed.put(
                origin,
                all.stream().map(line -> line.worth(worth(line, replaced))).toList()));
        List<Cookie> cookies = jar.cookies().stream()
                .map(cookie -> cookie.worth(worth(Credential.of(cookie), replaced)))
                .toList();
        return new Session(
                identity, changed, new CookieJar(cookies), taken, clock, TrafficClass.ACTIVE, Optional.empty());
    }

    /** The same somebody, who sends nothing before that moment. */
    public Session restingUntil(Instant moment) {
        return new Session(identity, lines, jar, taken, clock, traffic, Optional.of(moment));
    }

    /** The same somebody with these cookies and nothing else. */
    public Session holding(List<Cookie> cookies) {
        return new Session(identity, Map.of(), new CookieJar(cookies), taken, clock);
    }

    /** The same somebody after that answer's cookies, as a browser keeps them. */
    public Session after(HttpAnswer answer) {
        return new Session(identity, lines, jar.after(answer, now()), taken, clock);
    }

    private static String worth(Credential part, List<Credential> replaced) {
        return replaced.stream()
                .filter(part::sameSlot)
                .findFirst()
                .map(Credential::value)
                .orElse(part.value());
    }

    private List<Credential> csrfHeaders(HttpCall call) {
        boolean given = call.headers().stream().anyMatch(header -> csrfName(header.name()));
        return given ? List.of() : csrfHeaders(jar.to(call.url(), now()));
    }

    /** The headers in which frameworks want a CSRF cookie sent back (double submit). */
    static List<Credential> csrfHeaders(List<Cookie> cookies) {
        return cookies.stream()
                .filter(cookie -> csrfName(cookie.name()))
                .limit(1)
                .flatMap(cookie -> CSRF_HEADERS.stream().map(name -> Credential.header(name, decoded(cookie.value()))))
                .toList();
    }

    static boolean csrfName(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return lower.contains("csrf") || lower.contains("xsrf");
    }

    private static String decoded(String value) {
        try {
            return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return value;
        }
    }

    private Instant now() {
        return clock.instant();
    }

    /** Never a credential. */
    @Override
    public String toString() {
        return "session of " + identity;
    }
}
