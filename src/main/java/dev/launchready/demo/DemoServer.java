package dev.launchready.demo;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;

/** The two web servers, plain and TLS, on free ports; the JDK's own. */
final class DemoServer implements AutoCloseable {
    private static final int BACKLOG = 200;
    private static final int LARGEST_BODY = 2 * 1024 * 1024;
    private static final int TOO_LARGE = 413;

    static {
        // the server writes head and body apart: with Nagle's algorithm each small answer would wait for a delayed ACK
        if (System.getProperty("sun.net.httpserver.nodelay") == null) {
            System.setProperty("sun.net.httpserver.nodelay", "true");
        }
    }

    private final HttpServer plain;
    private final HttpsServer secure;
    private final ExecutorService threads = Executors.newCachedThreadPool(Daemons.named("demo-web"));

    DemoServer(SSLContext tls) throws IOException {
        InetAddress address = Places.loopback();
        plain = HttpServer.create(new InetSocketAddress(address, 0), BACKLOG);
        secure = HttpsServer.create(new InetSocketAddress(address, 0), BACKLOG);
        secure.setHttpsConfigurator(new HttpsConfigurator(tls) {
            @Override
            public void configure(HttpsParameters parameters) {
                SSLParameters chosen = getSSLContext().getDefaultSSLParameters();
                chosen.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
                parameters.setSSLParameters(chosen);
            }
        });
        plain.setExecutor(threads);
        secure.setExecutor(threads);
    }

    int plainPort() {
        return plain.getAddress().getPort();
    }

    int securePort() {
        return secure.getAddress().getPort();
    }

    void serve(Function<Visit, Reply> site) {
        plain.createContext("/", exchange -> handle(exchange, false, site));
        secure.createContext("/", exchange -> handle(exchange, true, site));
        plain.start();
        secure.start();
    }

    private static void handle(HttpExchange exchange, boolean tls, Function<Visit, Reply> site) throws IOException {
        try (exchange) {
            byte[] body = body(exchange);
            Reply reply = body.length > LARGEST_BODY
                    ? Reply.json(TOO_LARGE, "{\"error\":\"too_large\"}")
                    : site.apply(visit(exchange, tls, body));
            send(exchange, reply);
        }
    }

    private static byte[] body(HttpExchange exchange) throws IOException {
        try (InputStream in = exchange.getRequestBody()) {
            return in.readNBytes(LARGEST_BODY + 1);
        }
    }

    private static Visit visit(HttpExchange exchange, boolean tls, byte[] body) {
        String host = Optional.ofNullable(exchange.getRequestHeaders().getFirst("Host"))
                .orElse("");
        String name = host.replaceFirst(":\\d+$", "").toLowerCase(Locale.ROOT);
        String path = Optional.ofNullable(exchange.getRequestURI().getRawPath()).orElse("/");
        return new Visit(
                tls,
                name,
                exchange.getRequestMethod(),
                path.isEmpty() ? "/" : path,
                Optional.ofNullable(exchange.getRequestURI().getRawQuery()),
                exchange.getRequestHeaders(),
                body);
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        reply.headers().forEach(line -> exchange.getResponseHeaders().add(line.name(), line.value()));
        boolean bodiless = exchange.getRequestMethod().equals("HEAD") || reply.body().length == 0;
        exchange.sendResponseHeaders(reply.status(), bodiless ? -1 : reply.body().length);
        if (!bodiless) {
            exchange.getResponseBody().write(reply.body());
        }
    }

    @Override
    public void close() {
        plain.stop(0);
        secure.stop(0);
        threads.shutdownNow();
    }
}
