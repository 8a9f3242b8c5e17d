package dev.launchready.check;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.ResponseDefinitionTransformerV2;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import dev.launchready.probe.TestAuthority.Issued;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** A small portal on loopback that speaks the dialect of some stack: each answer is a function of its request. */
public final class DialectServer implements AutoCloseable {
    private static final String PASSWORD = "password";

    private final WireMockServer server;

    public DialectServer(Function<Ask, Reply> portal) {
        this(portal, options());
    }

    /** With a second door by https, at a port of its own. */
    public DialectServer(Function<Ask, Reply> portal, Issued certificate) {
        this(
                portal,
                options()
                        .dynamicHttpsPort()
                        .keystorePath(keystore(certificate).toString())
                        .keystoreType("PKCS12")
                        .keystorePassword(PASSWORD)
                        .keyManagerPassword(PASSWORD));
    }

    private DialectServer(Function<Ask, Reply> portal, WireMockConfiguration options) {
        server = new WireMockServer(options.dynamicPort()
                .bindAddress("127.0.0.1")
                .notifier(new com.github.tomakehurst.wiremock.common.ConsoleNotifier(false))
                .extensions(new Speaking(portal)));
        server.start();
        server.stubFor(any(anyUrl()).willReturn(new ResponseDefinitionBuilder().withTransformers("speaking")));
    }

    private static Path keystore(Issued certificate) {
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(null, null);
            Certificate[] chain = certificate.chain().toArray(Certificate[]::new);
            store.setKeyEntry("key", certificate.keys().getPrivate(), PASSWORD.toCharArray(), chain);
            Path file = Files.createTempFile("dialect", ".p12");
            file.toFile().deleteOnExit();
            try (OutputStream out = Files.newOutputStream(file)) {
                store.store(out, PASSWORD.toCharArray());
            }
            return file;
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return server.port();
    }

    public int securePort() {
        return server.httpsPort();
    }

    @Override
    public void close() {
        server.stop();
    }

    /** @param origin empty where none was sent */
    public record Ask(String method, String host, String path, String origin, Request raw) {
        public String header(String name) {
            String value = raw.getHeader(name);
            return value == null ? "" : value;
        }

        /** Whether the request carries Alice's session, as {@link DialectRun} sends it. */
        public boolean signedIn() {
            return header("Authorization").equals("Bearer " + DialectRun.TOKEN);
        }

        public boolean secure() {
            return raw.getScheme().equals("https");
        }

        /** Path and query. */
        public String target() {
            return raw.getUrl();
        }

        public boolean preflight() {
            return method.equals("OPTIONS")
                    && !header("Access-Control-Request-Method").isEmpty();
        }
    }

    public record Line(String name, String value) {}

    public record Reply(int status, List<Line> headers, String body) {
        public static Reply of(int status, String type, String body) {
            return new Reply(status, List.of(new Line("Content-Type", type)), body);
        }

        public static Reply json(int status, String body) {
            return of(status, "application/json", body);
        }

        public static Reply html(String body) {
            return of(200, "text/html; charset=utf-8", body);
        }

        public static Reply empty(int status) {
            return new Reply(status, List.of(), "");
        }

        public Reply with(String name, String value) {
            List<Line> more = new ArrayList<>(headers);
            more.add(new Line(name, value));
            return new Reply(status, more, body);
        }
    }

    private record Speaking(Function<Ask, Reply> portal) implements ResponseDefinitionTransformerV2 {
        @Override
        public ResponseDefinition transform(ServeEvent event) {
            Request request = event.getRequest();
            String origin = request.getHeader("Origin") == null ? "" : request.getHeader("Origin");
            Reply reply = portal.apply(new Ask(
                    request.getMethod().getName(),
                    request.getHost(),
                    request.getUrl().split("\\?", 2)[0],
                    origin,
                    request));
            ResponseDefinitionBuilder builder =
                    new ResponseDefinitionBuilder().withStatus(reply.status()).withBody(reply.body());
            List<HttpHeader> lines = reply.headers().stream()
                    .map(line -> HttpHeader.httpHeader(line.name(), line.value()))
                    .toList();
            lines.forEach(line -> builder.withHeader(line.key(), line.firstValue()));
            return builder.build();
        }

        @Override
        public String getName() {
            return "speaking";
        }

        @Override
        public boolean applyGlobally() {
            return true;
        }
    }
}
