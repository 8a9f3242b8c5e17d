package dev.launchready.probe.tls;

import dev.launchready.model.Evidence;
import dev.launchready.probe.AddressGuard;
import dev.launchready.probe.AddressGuard.AddressRefused;
import dev.launchready.probe.CertificateNames;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.ProbeException.OutOfScope;
import dev.launchready.probe.ProbeException.TimedOut;
import dev.launchready.probe.ProbeException.Unreachable;
import dev.launchready.probe.TlsFailure;
import dev.launchready.probe.TrustRoots;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;

/**
 * The port to TLS, on the JDK: the handshake is made with any certificate, and what came is judged afterwards. The JDK speaks TLS 1.2
 * and 1.3; a server with older versions alone gives {@link ProbeException.Tls}.
 */
public final class JsseTlsProbe implements TlsProbe {
    /** For connection and handshake together. */
    public static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Set<String> hosts;
    private final AddressGuard addresses;
    private final TlsTrust trust;
    private final Duration patience;
    private final SSLSocketFactory sockets;

    /**
     * @param hosts that the person named; no other is connected to
     * @param patience for connection and handshake together
     */
    public JsseTlsProbe(Set<String> hosts, AddressGuard addresses, TrustRoots roots, Duration patience) {
        this.hosts = hosts.stream().map(host -> host.toLowerCase(Locale.ROOT)).collect(Collectors.toUnmodifiableSet());
        this.addresses = addresses;
        this.trust = new TlsTrust(roots);
        this.patience = patience;
        this.sockets = factory();
    }

    @Override
    public TlsFacts handshake(String host, int port) throws ProbeException, InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        if (!hosts.contains(host.toLowerCase(Locale.ROOT))) {
            throw new OutOfScope("Not sent: " + host
                    + " is not among the hosts in scope; if it belongs to the portal, name it under portal.hosts.");
        }
        String place = host + ":" + port;
        try (DeadlineSocket socket = connected(host, port)) {
            return facts(host, port, session(socket, host, port));
        } catch (SocketTimeoutException e) {
            throw new TimedOut(
                    place + " did not come to a TLS handshake within " + patience.toSeconds() + " seconds.", e);
        } catch (IOException e) {
            throw TlsFailure.of(e, place);
        }
    }

    /** To the first of the host's addresses that takes a connection. */
    private DeadlineSocket connected(String host, int port) throws ProbeException {
        IOException last = new UnknownHostException(host);
        for (InetAddress address : addresses(host)) {
            DeadlineSocket socket = new DeadlineSocket(patience);
            try {
                socket.connect(new InetSocketAddress(address, port), socket.left());
                return socket;
            } catch (IOException e) {
                last = e;
            }
        }
        String why = last instanceof SocketTimeoutException ? "no connection in time." : "the connection was refused.";
        throw new Unreachable("Nobody answers at " + host + ":" + port + ": " + why, last);
    }

    private List<InetAddress> addresses(String host) throws ProbeException {
        try {
            return addresses.addresses(host);
        } catch (AddressRefused e) {
            throw new OutOfScope(String.valueOf(e.getMessage()));
        } catch (UnknownHostException e) {
            throw new Unreachable("The name " + host + " does not resolve to an address.", e);
        }
    }

    private SSLSession session(DeadlineSocket plain, String host, int port) throws IOException {
        try (SSLSocket socket = (SSLSocket) sockets.createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            serverName(host).ifPresent(name -> parameters.setServerNames(List.of(name)));
            socket.setSSLParameters(parameters);
            socket.startHandshake();
            return socket.getSession();
        }
    }

    /** Addresses are no server names (RFC 6066 section 3), nor is what breaks the rules for host names. */
    private static Optional<SNIServerName> serverName(String host) {
        try {
            return AddressGuard.literal(host) ? Optional.empty() : Optional.of(new SNIHostName(host));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private TlsFacts facts(String host, int port, SSLSession session) throws IOException {
        List<X509Certificate> chain = Arrays.stream(session.getPeerCertificates())
                .filter(X509Certificate.class::isInstance)
                .map(X509Certificate.class::cast)
                .toList();
        X509Certificate leaf = chain.get(0);
        List<CertificateFacts> facts =
                chain.stream().map(CertificateReading::of).toList();
        return new TlsFacts(
                host,
                port,
                session.getProtocol(),
                session.getCipherSuite(),
                facts,
                trust.fault(chain),
                CertificateNames.cover(leaf, host),
                evidence(host, port, session, facts));
    }

    private static Evidence.TlsSession evidence(
            String host, int port, SSLSession session, List<CertificateFacts> chain) {
        CertificateFacts leaf = chain.get(0);
        String name = AddressGuard.literal(host) ? "" : " -servername " + host;
        return new Evidence.TlsSession(
                host,
                port,
                session.getProtocol(),
                session.getCipherSuite(),
                leaf.subject(),
                leaf.names(),
                leaf.issuer(),
                Optional.of(leaf.notBefore()),
                Optional.of(leaf.notAfter()),
                chain.stream().map(CertificateFacts::subject).toList(),
                "openssl s_client -connect " + bracketed(host) + ":" + port + name + " -showcerts </dev/null");
    }

    private static String bracketed(String host) {
        return host.indexOf(':') >= 0 && !host.startsWith("[") ? "[" + host + "]" : host;
    }

    private static SSLSocketFactory factory() {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Accepting()}, null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no TLS", e);
        }
    }
}
