package dev.launchready.probe.http;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.WireMockServer;
import dev.launchready.model.Url;
import dev.launchready.probe.NameLookup;
import dev.launchready.probe.ProbeException.Tls;
import dev.launchready.probe.TestAuthority;
import dev.launchready.probe.TestAuthority.Issued;
import dev.launchready.probe.http.HttpSettings.Reach;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Real TLS on loopback. */
@Timeout(60)
class SecureServerTest {
    private static final TestAuthority ROOT = TestAuthority.root("Harbor Root");
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    private static final String HOST = "portal.example";

    @TempDir
    private Path folder;

    @Test
    void aCertificateOfANamedRootIsTrusted() throws Exception {
        try (RawServer server = secure(ROOT.issue(HOST));
                OkHttpProbe probe = probe(List.of(ROOT.pem(folder)))) {
            assertThat(probe.send(HttpCall.get(url(server.port()))).text()).isEqualTo("ok");
        }
    }

    @Test
    void eachFaultOfACertificateIsNamed() throws Exception {
        Instant now = Instant.now();
        assertThat(fault(TestAuthority.root("Stranger").issue(HOST))).contains("does not lead to a trusted root");
        assertThat(fault(TestAuthority.selfSigned(HOST))).contains("does not lead to a trusted root");
        assertThat(fault(ROOT.issue("other.example"))).contains("made out for another name");
        assertThat(fault(ROOT.issue(
                        TestAuthority.leaf(HOST).valid(now.minus(Duration.ofDays(20)), now.minus(Duration.ofDays(2))))))
                .contains("has expired");
        assertThat(fault(ROOT.issue(
                        TestAuthority.leaf(HOST).valid(now.plus(Duration.ofDays(2)), now.plus(Duration.ofDays(20))))))
                .contains("not valid yet");
    }

    @Test
    void theSecondVersionOfHttpIsSpoken() throws Exception {
        WireMockServer server = new WireMockServer(options()
                .dynamicHttpsPort()
                .httpDisabled(true)
                .bindAddress("127.0.0.1")
                .keystorePath(keyStore(ROOT.issue(HOST)).toString())
                .keystorePassword("password")
                .keyManagerPassword("password")
                .keystoreType("PKCS12"));
        server.stubFor(any(anyUrl()).willReturn(ok("hello").withHeader("X-Twice", "1", "2")));
        server.start();
        try (OkHttpProbe probe = probe(List.of(ROOT.pem(folder)))) {
            HttpAnswer answer = probe.send(HttpCall.get(url(server.httpsPort())));
            assertThat(answer.protocol()).isEqualTo("h2");
            assertThat(answer.text()).isEqualTo("hello");
            assertThat(answer.headers("x-twice")).containsExactly("1", "2");
        } finally {
            server.stop();
        }
    }

    private String fault(Issued issued) throws Exception {
        try (RawServer server = secure(issued);
                OkHttpProbe probe = probe(List.of(ROOT.pem(folder)))) {
            Tls failure = catchThrowableOfType(Tls.class, () -> probe.send(HttpCall.get(url(server.port()))));
            assertThat(failure).isNotNull();
            return failure.getMessage();
        }
    }

    private static RawServer secure(Issued issued) throws Exception {
        SSLContext context = issued.serving();
        ServerSocket socket =
                context.getServerSocketFactory().createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        return new RawServer(RawServer.saying(OK), socket);
    }

    private Path keyStore(Issued issued) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        char[] password = "password".toCharArray();
        store.setKeyEntry(
                "key", issued.keys().getPrivate(), password, issued.chain().toArray(Certificate[]::new));
        Path file = folder.resolve("server.p12");
        try (OutputStream out = Files.newOutputStream(file)) {
            store.store(out, password);
        }
        return file;
    }

    private static Url url(int port) {
        return Url.parse("https://" + HOST + ":" + port + "/");
    }

    private static OkHttpProbe probe(List<Path> trust) {
        return new OkHttpProbe(
                HttpSettings.of(Set.of(HOST))
                        .with(Rates.LOCAL)
                        .with(new Limits(
                                1 << 20,
                                1000,
                                1 << 18,
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(10)))
                        .with(new Reach(trust, Map.of(HOST, "127.0.0.1"), NameLookup.SYSTEM)),
                Clock.systemUTC(),
                List.of());
    }
}
