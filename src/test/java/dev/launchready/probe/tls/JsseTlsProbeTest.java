package dev.launchready.probe.tls;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.launchready.probe.AddressGuard;
import dev.launchready.probe.NameLookup;
import dev.launchready.probe.ProbeException.OutOfScope;
import dev.launchready.probe.ProbeException.TimedOut;
import dev.launchready.probe.ProbeException.Tls;
import dev.launchready.probe.ProbeException.Unreachable;
import dev.launchready.probe.TestAuthority;
import dev.launchready.probe.TestAuthority.Issued;
import dev.launchready.probe.TrustRoots;
import dev.launchready.probe.tls.TlsProbe.TlsFacts;
import dev.launchready.probe.tls.TlsProbe.TrustFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Timeout(30)
class JsseTlsProbeTest {
    private static final TestAuthority ROOT = TestAuthority.root("Harbor Root");
    private static final TestAuthority BETWEEN = ROOT.withIntermediate("Harbor Intermediate");
    private static final TestAuthority STRANGER = TestAuthority.root("Stranger Root");
    private static final String HOST = "portal.example";

    @TempDir
    private Path folder;

    @Test
    void aSoundChainHasNoFault() throws Exception {
        TlsFacts facts = shake(BETWEEN.issue(HOST, "*.portal.example", "127.0.0.1"));
        assertThat(facts.trust()).isEmpty();
        assertThat(facts.nameMatches()).isTrue();
        assertThat(facts.chain()).hasSize(2);
        assertThat(facts.chain().get(0).names()).containsExactly(HOST, "*.portal.example", "127.0.0.1");
        assertThat(facts.chain().get(0).keyAlgorithm()).isEqualTo("EC");
        assertThat(facts.chain().get(0).keyBits()).isEqualTo(256);
        assertThat(facts.chain().get(0).signature()).isEqualTo("SHA256withECDSA");
        assertThat(facts.chain().get(0).selfSigned()).isFalse();
        assertThat(facts.protocol()).isEqualTo("TLSv1.3");
        assertThat(facts.evidence().openssl())
                .startsWith("openssl s_client -connect portal.example:")
                .contains("-servername portal.example");
        assertThat(facts.evidence().chain()).containsExactly("CN=portal.example", "CN=Harbor Intermediate");
    }

    @Test
    void aRootSentAlongIsNoFault() throws Exception {
        Issued leaf = BETWEEN.issue(HOST);
        List<X509Certificate> all = List.of(leaf.chain().get(0), leaf.chain().get(1), ROOT.rootCertificate());
        assertThat(facts(leaf.serving(all)).trust()).isEmpty();
    }

    @Test
    void aMissingIntermediateIsToldFromAnUnknownRoot() throws Exception {
        Issued leaf = BETWEEN.issue(HOST);
        assertThat(facts(leaf.serving(List.of(leaf.certificate()))).trust()).hasValue(TrustFault.INCOMPLETE_CHAIN);
        assertThat(shake(STRANGER.issue(HOST)).trust()).hasValue(TrustFault.UNKNOWN_ROOT);
        Issued strange = STRANGER.withIntermediate("Between Strangers").issue(HOST);
        assertThat(shake(strange).trust()).hasValue(TrustFault.UNKNOWN_ROOT);
        List<X509Certificate> whole =
                List.of(strange.chain().get(0), strange.chain().get(1), STRANGER.rootCertificate());
        assertThat(facts(strange.serving(whole)).trust()).hasValue(TrustFault.UNKNOWN_ROOT);
    }

    @Test
    void aSelfSignedCertificateIsCalledThat() throws Exception {
        TlsFacts facts = shake(TestAuthority.selfSigned(HOST));
        assertThat(facts.trust()).hasValue(TrustFault.SELF_SIGNED);
        assertThat(facts.chain().get(0).selfSigned()).isTrue();
        assertThat(facts.nameMatches()).isTrue();
    }

    @Test
    void aServerCertificateIsNoAuthority() throws Exception {
        Issued middle = ROOT.issue("evil.example");
        Issued forged = TestAuthority.forged(middle, HOST);
        assertThat(shake(forged).trust()).hasValue(TrustFault.OTHER);
        Instant now = Instant.now();
        Issued old = ROOT.issue(TestAuthority.leaf("evil.example")
                .valid(now.minus(Duration.ofDays(90)), now.minus(Duration.ofDays(60))));
        assertThat(shake(TestAuthority.forged(old, HOST)).trust()).hasValue(TrustFault.OTHER);
    }

    @ParameterizedTest
    @CsvSource({"-900, -800", "-30, -1", "1, 30"})
    void datesAreLeftToWhoJudgesThem(int from, int to) throws Exception {
        Instant now = Instant.now();
        TlsFacts facts = shake(BETWEEN.issue(
                TestAuthority.leaf(HOST).valid(now.plus(Duration.ofDays(from)), now.plus(Duration.ofDays(to)))));
        assertThat(facts.trust()).isEmpty();
        assertThat(facts.chain().get(0).notAfter())
                .isBetween(now.plus(Duration.ofDays(to)).minusSeconds(2), now.plus(Duration.ofDays(to)));
    }

    @Test
    void weakKeysAndSignaturesAreLeftToWhoJudgesThem() throws Exception {
        TestAuthority old = TestAuthority.root("Old Root", "RSA-2048", "SHA256withRSA");
        Issued weak = old.issue(TestAuthority.leaf(HOST).keyed("RSA-1024", "SHA1withRSA"));
        TlsFacts facts = facts(weak.serving(), TrustRoots.with(List.of(old.pem(folder))));
        assertThat(facts.trust()).isEmpty();
        assertThat(facts.chain().get(0).keyBits()).isEqualTo(1024);
        assertThat(facts.chain().get(0).signature()).isEqualTo("SHA1withRSA");
    }

    @ParameterizedTest
    @CsvSource({
        "portal.example, true",
        "PORTAL.Example, true",
        "*.example, true",
        "*.portal.example, false",
        "*.al.example, false",
        "p*.example, false",
        "*, false",
        "other.example, false",
        "127.0.0.1, false"
    })
    void namesAreMatchedAsInRfc9525(String name, boolean matches) throws Exception {
        assertThat(shake(ROOT.issue(name)).nameMatches()).isEqualTo(matches);
    }

    @Test
    void theCommonNameCountsForNothing() throws Exception {
        TestAuthority.Wish wish = TestAuthority.leaf(HOST);
        Issued bare = ROOT.issue(
                new TestAuthority.Wish(HOST, List.of(), wish.from(), wish.to(), wish.key(), wish.signature()));
        assertThat(shake(bare).nameMatches()).isFalse();
    }

    @Test
    void addressesMatchAddressesAlone() throws Exception {
        assertThat(facts(ROOT.issue("127.0.0.1").serving(), "127.0.0.1").nameMatches())
                .isTrue();
        assertThat(facts(ROOT.issue(HOST).serving(), "127.0.0.1").nameMatches()).isFalse();
    }

    @Test
    void whatIsNoTlsIsSaidSo() throws Exception {
        try (Server server =
                new Server(socket -> socket.getOutputStream().write("HTTP/1.1 400 Bad\r\n\r\n".getBytes(US_ASCII)))) {
            assertThatThrownBy(() -> probe(TrustRoots.with(List.of())).handshake(HOST, server.port()))
                    .isInstanceOf(Tls.class)
                    .hasMessageContaining("something that is not TLS");
        }
    }

    @Test
    void oldVersionsAloneAreSaidSo() throws Exception {
        // the alert protocol_version (RFC 8446 section 6.2), as a server with TLS 1.0 alone sends it
        try (Server server = new Server(socket -> socket.getOutputStream().write(new byte[] {21, 3, 1, 0, 2, 2, 70}))) {
            assertThatThrownBy(() -> probe(TrustRoots.with(List.of())).handshake(HOST, server.port()))
                    .isInstanceOf(Tls.class)
                    .hasMessageContaining("no version of TLS from 1.2 on");
        }
    }

    @Test
    void aServerThatHangsUpIsATlsFailure() throws Exception {
        try (Server server = new Server(socket -> {})) {
            assertThatThrownBy(() -> probe(TrustRoots.with(List.of())).handshake(HOST, server.port()))
                    .isInstanceOf(Tls.class)
                    .hasMessageEndingWith(".");
        }
    }

    @Test
    void aTrickleEndsInTime() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (Server server = new Server(socket -> {
            socket.getOutputStream().write(new byte[] {22, 3, 3, 64, 0});
            for (int at = 0; at < 100; at++) {
                socket.getOutputStream().write(2);
                wait(never);
            }
        })) {
            assertThatThrownBy(() -> probe(TrustRoots.with(List.of())).handshake(HOST, server.port()))
                    .isInstanceOf(TimedOut.class);
        }
    }

    @Test
    void nobodyThereAndNobodyNamed() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            port = free.getLocalPort();
        }
        JsseTlsProbe probe = probe(TrustRoots.with(List.of()));
        assertThatThrownBy(() -> probe.handshake(HOST, port)).isInstanceOf(Unreachable.class);
        assertThatThrownBy(() -> probe.handshake("other.example", port)).isInstanceOf(OutOfScope.class);
    }

    private static void wait(CountDownLatch never) throws IOException {
        try {
            if (never.await(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("nobody counts down");
            }
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private TlsFacts shake(Issued issued) throws Exception {
        return facts(issued.serving());
    }

    private TlsFacts facts(SSLContext context) throws Exception {
        return facts(context, HOST);
    }

    private TlsFacts facts(SSLContext context, String host) throws Exception {
        try (Server server = new Server(shaking(context))) {
            return probe(roots()).handshake(host, server.port());
        }
    }

    private TlsFacts facts(SSLContext context, TrustRoots roots) throws Exception {
        try (Server server = new Server(shaking(context))) {
            return probe(roots).handshake(HOST, server.port());
        }
    }

    private TrustRoots roots() throws Exception {
        return TrustRoots.with(List.of(ROOT.pem(folder)));
    }

    private static JsseTlsProbe probe(TrustRoots roots) {
        Set<String> hosts = Set.of(HOST, "127.0.0.1");
        AddressGuard guard = new AddressGuard(hosts, Map.of(HOST, "127.0.0.1"), NameLookup.SYSTEM);
        return new JsseTlsProbe(hosts, guard, roots, Duration.ofSeconds(2));
    }

    private static Play shaking(SSLContext context) {
        return socket -> {
            try (SSLSocket secure = (SSLSocket) context.getSocketFactory().createSocket(socket, null, true)) {
                secure.startHandshake();
                secure.getInputStream().read();
            }
        };
    }

    @FunctionalInterface
    private interface Play {
        void on(Socket socket) throws IOException;
    }

    /** A server that plays one part for each connection. */
    private static final class Server implements AutoCloseable {
        private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));

        Server(Play play) throws IOException {
            Thread thread = new Thread(() -> {
                while (!server.isClosed()) {
                    try (Socket socket = server.accept()) {
                        play.on(socket);
                    } catch (IOException e) {
                        // the probe has gone, or the test is over
                    }
                }
            });
            thread.setDaemon(true);
            thread.start();
        }

        int port() {
            return server.getLocalPort();
        }

        @Override
        public void close() throws IOException {
            server.close();
        }
    }
}
