package dev.launchready.probe.tls;

import dev.launchready.model.Evidence;
import dev.launchready.probe.ProbeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The port to TLS handshakes: looks at a certificate without first asking whether it is to be trusted. */
public interface TlsProbe {

    /**
     * One handshake with the host's name as SNI.
     *
     * @throws ProbeException when there is nobody to shake hands with, or no handshake comes about
     */
    TlsFacts handshake(String host, int port) throws ProbeException, InterruptedException;

    /**
     * What a handshake showed, each fault apart from the others.
     *
     * @param chain as sent by the server, leaf first
     * @param trust empty when a path to a trusted root was found (dates not considered), else why not
     * @param nameMatches whether the leaf covers the host (RFC 9525)
     */
    record TlsFacts(
            String host,
            int port,
            String protocol,
            String cipher,
            List<CertificateFacts> chain,
            Optional<TrustFault> trust,
            boolean nameMatches,
            Evidence.TlsSession evidence) {
        public TlsFacts {
            chain = List.copyOf(chain);
        }
    }

    enum TrustFault {
        SELF_SIGNED,
        UNKNOWN_ROOT,
        /** An intermediate is missing from what the server sends. */
        INCOMPLETE_CHAIN,
        OTHER
    }

    /**
     * @param keyBits of the modulus (RSA) or the curve (EC)
     * @param signature the algorithm's name as in {@code SHA256withRSA}
     */
    record CertificateFacts(
            String subject,
            String issuer,
            List<String> names,
            Instant notBefore,
            Instant notAfter,
            String keyAlgorithm,
            int keyBits,
            String signature,
            boolean selfSigned) {
        public CertificateFacts {
            names = List.copyOf(names);
        }
    }
}
