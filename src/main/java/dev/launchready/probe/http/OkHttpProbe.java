package dev.launchready.probe.http;

import dev.launchready.model.Evidence;
import dev.launchready.model.Evidence.Header;
import dev.launchready.probe.AddressGuard;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.ProbeException.OutOfScope;
import dev.launchready.probe.ProbeException.TimedOut;
import dev.launchready.probe.ProbeException.Unreachable;
import dev.launchready.probe.Redaction;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.HttpUrl;
import okhttp3.Request;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The port to web servers, on OkHttp. One {@link #send} is one hop: redirects are left to the caller, cookies are not kept, and only a
 * safe request whose connection broke without an answer is sent a second time, or an idempotent one where that connection was kept from
 * an earlier request.
 *
 * <p>Paths are sent as written but for what OkHttp always does to a URL: dot segments, plain or percent-encoded ({@code /a/../b},
 * {@code /%2e%2e/}), are resolved, a backslash becomes a slash, and characters that no URL may hold are percent-encoded. Case, empty
 * segments ({@code //}), trailing slashes and all other percent-encoding stay. System proxies are not used, as an address could not be
 * checked through them.
 */
public final class OkHttpProbe implements HttpProbe, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OkHttpProbe.class);
    private static final int MORE_TRIES = 3;
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

    /** Bursts send thousands of made-up credentials; a run has few real ones. */
    private static final int MOST_LEARNT = 200;

    private final Set<String> learnt = ConcurrentHashMap.newKeySet();
    private final HttpSettings settings;
    private final Clock clock;
    private final ScopeGuard scope;
    private final AddressGuard addresses;
    private final Recorder recorder;
    private final RequestForm form;
    private final Transport transport;
    private final List<ExchangeListener> listeners;
    private final Map<String, HostLimiter> limiters = new ConcurrentHashMap<>();

    /**
     * @param clock for dates in {@code Retry-After}, and for requests that are held
     * @throws IllegalArgumentException with a sentence for a person when a file of further roots is no good
     */
    public OkHttpProbe(HttpSettings settings, Clock clock, List<ExchangeListener> listeners) {
        Set<String> named = new HashSet<>(settings.scope().hosts());
        named.addAll(settings.scope().loginHosts());
        this.settings = settings;
        this.clock = clock;
        this.scope = new ScopeGuard(settings.scope());
        this.addresses = new AddressGuard(
                named, settings.reach().resolve(), settings.reach().lookup());
        this.recorder = new Recorder(settings.redaction());
        this.form = new RequestForm(settings);
        this.transport = new Transport(settings, addresses);
        this.listeners = List.copyOf(listeners);
        settings.doorway()
                .headers()
                .forEach((name, value) -> settings.redaction().add(value));
    }

    @Override
    public HttpAnswer send(HttpCall call) throws ProbeException, InterruptedException {
        HttpAnswer answer;
        try {
            answer = exchange(call);
        } catch (ProbeException e) {
            LOG.debug("{}: {}", call.method(), e.code());
            listeners.forEach(listener -> listener.failed(call, e));
            throw e;
        }
        LOG.debug("{} {} {}", answer.status(), call.method(), answer.evidence().url());
        listeners.forEach(listener -> listener.answered(answer));
        return answer;
    }

    private HttpAnswer exchange(HttpCall call) throws ProbeException, InterruptedException {
        HttpUrl url = RequestForm.url(call.url());
        scope.check(call, url);
        checkLiteral(url.host());
        List<SentLine> lines = form.lines(call);
        learn(call);
        Transport.Arrival arrival = arrival(call, form.request(call, url, lines));
        Evidence.HttpExchange evidence = recorder.record(
                call,
                lines,
                arrival.response().code(),
                arrival.headers(),
                arrival.body().bytes(),
                arrival.elapsed());
        return new HttpAnswer(
                call,
                arrival.response().code(),
                arrival.headers(),
                arrival.body().bytes(),
                arrival.body().truncated(),
                arrival.elapsed(),
                arrival.response().protocol().toString(),
                arrival.address(),
                evidence);
    }

    /** A session's token is a secret from its first use on, wherever an answer repeats it. */
    private void learn(HttpCall call) {
        for (Header header : call.credentials()) {
            SentLine line = SentLine.credential(header, call.sender());
            for (String secret : line.secrets()) {
                boolean unknown = !settings.redaction().maskSecrets(secret).equals(Redaction.MARK);
                if (unknown && learnt.size() < MOST_LEARNT && learnt.add(secret)) {
                    settings.redaction().add(line.variable() + "_VALUE", secret);
                }
            }
        }
    }

    /** The client does not look addresses up, and so the guard would not see them. */
    private void checkLiteral(String host) throws OutOfScope {
        if (!AddressGuard.literal(host)) {
            return;
        }
        try {
            addresses.addresses(host);
        } catch (UnknownHostException e) {
            throw new OutOfScope(String.valueOf(e.getMessage()));
        }
    }

    private Transport.Arrival arrival(HttpCall call, Request request) throws ProbeException, InterruptedException {
        HostLimiter limiter =
                limiters.computeIfAbsent(request.url().host(), host -> new HostLimiter(host, settings.rates(), clock));
        int port = request.url().port();
        int again = SAFE.contains(call.method()) ? MORE_TRIES : 0;
        while (true) {
            limiter.acquire(port, call.notBefore());
            try {
                Transport.Arrival arrival = transport.send(
                        request, call.url().host() + ":" + call.url().port());
                String rest = String.valueOf(arrival.response().header("Retry-After", ""));
                limiter.answered(port, arrival.response().code(), rest, call.traffic(), arrival.elapsed());
                return arrival;
            } catch (Transport.Failed e) {
                if (again > 0 && broke(e.failure())) {
                    again--;
                    limiter.crowded();
                    continue;
                }
                if (silent(e.failure())) {
                    limiter.unanswered(port);
                }
                throw e.failure();
            } finally {
                limiter.release();
            }
        }
    }

    /** A connection that was made and then broke without an answer, as small servers do under a burst: worth another try, more slowly. */
    private static boolean broke(ProbeException failure) {
        Throwable cause = failure.getCause();
        return failure instanceof Unreachable
                && !(cause instanceof UnknownHostException)
                && !(cause instanceof ConnectException);
    }

    /** A name that does not resolve, or an answer that is no good, is no sign that the host is overburdened. */
    private static boolean silent(ProbeException failure) {
        return failure instanceof TimedOut
                || (failure instanceof Unreachable && !(failure.getCause() instanceof UnknownHostException));
    }

    @Override
    public void close() {
        transport.close();
    }
}
