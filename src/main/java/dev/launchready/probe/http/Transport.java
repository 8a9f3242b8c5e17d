package dev.launchready.probe.http;

import dev.launchready.model.Evidence.Header;
import dev.launchready.probe.AddressGuard;
import dev.launchready.probe.CertificateNames;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.ProbeException.TimedOut;
import dev.launchready.probe.ProbeException.TooLarge;
import dev.launchready.probe.TrustRoots;
import java.io.IOException;
import java.net.ProtocolException;
import java.net.Proxy;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import java.util.logging.Logger;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLPeerUnverifiedException;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import okhttp3.Authenticator;
import okhttp3.Call;
import okhttp3.Callback;
import okhttp3.ConnectionPool;
import okhttp3.ConnectionSpec;
import okhttp3.CookieJar;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;

/** OkHttp with everything switched off that it would do of its own accord: redirects, retries, cookies, sign-in, proxies. */
final class Transport implements AutoCloseable {
    /** Kept in a field, as the logging system would forget the level of a logger that nobody holds. */
    private static final Logger CLIENT_LOG = Logger.getLogger("okhttp3");

    private static final int IDLE_CONNECTIONS = 32;
    /** Node and uvicorn close a connection that is idle for 5 seconds: one that is taken up later breaks under the request. */
    private static final int IDLE_SECONDS = 4;
    /** What the client is given beyond the time limit to come to an end by itself. */
    private static final Duration GRACE = Duration.ofSeconds(2);

    static {
        CLIENT_LOG.setLevel(Level.OFF);
    }

    private final Limits limits;
    private final MeteredSockets sockets = new MeteredSockets();
    private final Failures failures;
    private final OkHttpClient client;

    Transport(HttpSettings settings, AddressGuard addresses) {
        this.limits = settings.limits();
        this.failures = new Failures(limits);
        X509TrustManager trust = TrustRoots.with(settings.reach().trust()).manager();
        this.client = new OkHttpClient.Builder()
                .dns(addresses::addresses)
                .socketFactory(sockets)
                .sslSocketFactory(context(trust).getSocketFactory(), trust)
                .hostnameVerifier((host, session) -> covers(session, host))
                .connectionSpecs(List.of(ConnectionSpec.COMPATIBLE_TLS, ConnectionSpec.CLEARTEXT))
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .proxy(Proxy.NO_PROXY)
                .cookieJar(CookieJar.NO_COOKIES)
                .authenticator(Authenticator.NONE)
                .followRedirects(false)
                .followSslRedirects(false)
                .retryOnConnectionFailure(false)
                .fastFallback(false)
                .connectTimeout(limits.connect())
                .readTimeout(limits.silence())
                .writeTimeout(limits.silence())
                .callTimeout(limits.total())
                .eventListener(new Trail.Events(sockets))
                .addNetworkInterceptor(Transport::keep)
                .build();
        client.dispatcher().setMaxRequests(Integer.MAX_VALUE);
        client.dispatcher().setMaxRequestsPerHost(Integer.MAX_VALUE);
    }

    /** An answer as it came, its body decompressed. */
    record Arrival(Response response, List<Header> headers, BodyReader.Body body, Duration elapsed, String address) {}

    /** @see #stale */
    static final class Failed extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient ProbeException failure;
        private final boolean stale;

        Failed(ProbeException failure, boolean stale) {
            super(failure);
            this.failure = failure;
            this.stale = stale;
        }

        ProbeException failure() {
            return failure;
        }

        /** A connection that was kept open turned out to be closed: the server has not seen the request. */
        boolean stale() {
            return stale;
        }
    }

    /** @param place host and port, for sentences */
    Arrival send(Request request, String place) throws Failed, InterruptedException {
        Trail trail = new Trail();
        Call call = client.newCall(request.newBuilder().tag(Trail.class, trail).build());
        CompletableFuture<Arrival> arrival = new CompletableFuture<>();
        call.enqueue(new Callback() {
            @Override
            public void onFailure(Call failed, IOException e) {
                arrival.completeExceptionally(new Failed(failures.of(e, trail, place), stale(trail, e)));
            }

            @Override
            public void onResponse(Call answered, Response response) {
                try (response) {
                    arrival.complete(read(answered, response, trail, place));
                } catch (ProbeException e) {
                    arrival.completeExceptionally(new Failed(e, false));
                } finally {
                    arrival.completeExceptionally(new IllegalStateException("reading the answer ended early"));
                }
            }
        });
        return await(call, arrival, place);
    }

    private Arrival await(Call call, CompletableFuture<Arrival> arrival, String place)
            throws Failed, InterruptedException {
        try {
            return arrival.get(limits.total().plus(GRACE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Failed failed) {
                throw failed;
            }
            throw new IllegalStateException("the exchange with " + place + " ended by a fault of ours", e.getCause());
        } catch (TimeoutException e) {
            String sentence = place + " gave no answer within " + limits.total().toSeconds() + " seconds.";
            throw new Failed(new TimedOut(sentence, e), false);
        } finally {
            if (!arrival.isDone() || arrival.isCompletedExceptionally()) {
                call.cancel();
            }
        }
    }

    private Arrival read(Call call, Response answered, Trail trail, String place) throws ProbeException {
        Response response = trail.response().orElse(answered);
        List<Header> headers = headers(response, place);
        BodyReader.Body sent = BodyReader.read(answered.body().byteStream(), limits.bodyBytes());
        Duration elapsed = Duration.ofNanos(trail.nanosSinceSending());
        if (sent.failure().isPresent()
                && (failures.late(trail) || BodyReader.silent(sent.failure().get()))) {
            throw failures.of(sent.failure().get(), trail, place);
        }
        if (sent.truncated()) {
            call.cancel();
        }
        String coding = String.join(",", response.headers("Content-Encoding"));
        String type = String.valueOf(response.header("Content-Type", ""));
        BodyReader.Body body = BodyReader.decode(sent, coding, type, limits.bodyBytes());
        return new Arrival(response, headers, body, elapsed, trail.address());
    }

    private List<Header> headers(Response response, String place) throws TooLarge {
        List<Header> headers = new ArrayList<>();
        response.headers().forEach(pair -> headers.add(new Header(pair.getFirst(), pair.getSecond())));
        long bytes = headers.stream()
                .mapToLong(
                        header -> (long) header.name().length() + header.value().length())
                .sum();
        if (headers.size() > limits.headerLines() || bytes > limits.headerBytes()) {
            throw new TooLarge(
                    place + " sent " + headers.size() + " header lines of " + bytes + " bytes, more than is read.",
                    new IOException("header over its cap"));
        }
        return headers;
    }

    private static boolean stale(Trail trail, IOException failure) {
        return trail.connected() && !trail.fresh() && trail.received() == 0 && !BodyReader.silent(failure);
    }

    /**
     * Keeps the answer as it was on the wire, and hides the one header that would make the client repeat a request by itself ({@code
     * Retry-After: 0} of a 503).
     */
    private static Response keep(Interceptor.Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Trail trail = chain.request().tag(Trail.class);
        if (trail != null) {
            trail.response(response);
        }
        if (String.valueOf(response.header("Content-Length", "")).strip().startsWith("-")) {
            // the client would stumble over it in reading, and again in closing
            chain.call().cancel();
            throw new ProtocolException("negative Content-Length");
        }
        return response.newBuilder().removeHeader("Retry-After").build();
    }

    private static boolean covers(SSLSession session, String host) {
        try {
            return session.getPeerCertificates()[0] instanceof X509Certificate leaf
                    && CertificateNames.cover(leaf, host);
        } catch (SSLPeerUnverifiedException e) {
            return false;
        }
    }

    private static SSLContext context(X509TrustManager trust) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {trust}, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS", e);
        }
    }

    @Override
    public void close() {
        client.dispatcher().cancelAll();
        client.dispatcher().executorService().shutdown();
        client.connectionPool().evictAll();
    }
}
