package dev.launchready.demo;

import dev.launchready.demo.DemoAuthority.Credential;
import dev.launchready.demo.DemoAuthority.Order;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.Principal;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.net.ssl.ExtendedSSLSession;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedKeyManager;
import org.jspecify.annotations.Nullable;

/** A certificate for every host, chosen by the name that the client asks for (SNI, RFC 6066 section 3). */
final class HostCertificates extends X509ExtendedKeyManager {
    private static final Duration A_WEEK = Duration.ofDays(7);
    private static final Duration A_YEAR = Duration.ofDays(365);
    private static final int SHORT_RSA_BITS = 1024;

    private final Map<String, Credential> byHost;

    private HostCertificates(Map<String, Credential> byHost) {
        this.byHost = Map.copyOf(byHost);
    }

    /** Sound certificates for all hosts, but for those whose flaw it is. */
    static SSLContext context(Switches on) {
        Map<String, Credential> certificates = new LinkedHashMap<>();
        on.hosts().forEach(host -> credential(host, on).ifPresent(credential -> certificates.put(host, credential)));
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(new KeyManager[] {new HostCertificates(certificates)}, null, null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Optional<Credential> credential(String host, Switches on) {
        Order sound = Order.sound(host);
        if (on.onHost(HostFlaws.NO_HANDSHAKE, host)) {
            return Optional.empty();
        }
        if (on.onHost(HostFlaws.CERTIFICATE_SELF_SIGNED, host)) {
            return Optional.of(DemoAuthority.selfSigned(sound));
        }
        if (on.onHost(HostFlaws.CERTIFICATE_NO_AUTHORITY, host)) {
            return Optional.of(DemoAuthority.trusted().issueByHost(sound));
        }
        if (on.onHost(HostFlaws.CERTIFICATE_UNKNOWN_ROOT, host)) {
            return Optional.of(DemoAuthority.stranger().issue(sound));
        }
        Credential issued = DemoAuthority.trusted().issue(order(host, on, sound));
        return Optional.of(on.onHost(HostFlaws.CERTIFICATE_INCOMPLETE, host) ? issued.withoutIntermediate() : issued);
    }

    private static Order order(String host, Switches on, Order sound) {
        if (on.onHost(HostFlaws.CERTIFICATE_EXPIRED, host)) {
            return sound.valid(A_YEAR.negated(), A_WEEK.negated());
        }
        if (on.onHost(HostFlaws.CERTIFICATE_NOT_YET, host)) {
            return sound.valid(A_WEEK, A_YEAR);
        }
        if (on.onHost(HostFlaws.CERTIFICATE_ENDS_SOON, host)) {
            return sound.valid(A_YEAR.negated().dividedBy(4), A_WEEK);
        }
        if (on.onHost(HostFlaws.CERTIFICATE_OTHER_NAME, host)) {
            return sound.naming("www.quayside.example");
        }
        if (on.onHost(HostFlaws.CERTIFICATE_SHORT_KEY, host)) {
            return sound.with(DemoAuthority.rsaKeys(SHORT_RSA_BITS));
        }
        return on.onHost(HostFlaws.CERTIFICATE_SHA1, host) ? sound.signedWith("SHA1withECDSA") : sound;
    }

    @Override
    public @Nullable String chooseEngineServerAlias(
            String keyType, Principal @Nullable [] issuers, @Nullable SSLEngine engine) {
        String host = Places.PORTAL;
        if (engine != null && engine.getHandshakeSession() instanceof ExtendedSSLSession session) {
            host = session.getRequestedServerNames().stream()
                    .filter(SNIHostName.class::isInstance)
                    .map(name -> ((SNIHostName) name).getAsciiName())
                    .findFirst()
                    .orElse(Places.PORTAL);
        }
        Credential credential = byHost.get(host);
        return credential != null && credential.key().getAlgorithm().equals(keyType) ? host : null;
    }

    @Override
    public X509Certificate @Nullable [] getCertificateChain(String alias) {
        Credential credential = byHost.get(alias);
        return credential == null ? null : credential.chain().toArray(X509Certificate[]::new);
    }

    @Override
    public @Nullable PrivateKey getPrivateKey(String alias) {
        Credential credential = byHost.get(alias);
        return credential == null ? null : credential.key();
    }

    @Override
    public String[] getServerAliases(String keyType, Principal @Nullable [] issuers) {
        return byHost.keySet().toArray(String[]::new);
    }

    @Override
    public @Nullable String chooseServerAlias(String keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }

    @Override
    public String @Nullable [] getClientAliases(String keyType, Principal @Nullable [] issuers) {
        return null;
    }

    @Override
    public @Nullable String chooseClientAlias(
            String[] keyType, Principal @Nullable [] issuers, @Nullable Socket socket) {
        return null;
    }
}
