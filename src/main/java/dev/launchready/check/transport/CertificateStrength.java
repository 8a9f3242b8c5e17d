package dev.launchready.check.transport;

import dev.launchready.probe.tls.TlsProbe.CertificateFacts;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Keys and signatures of a chain that are too weak to be relied on. */
final class CertificateStrength {
    /** NIST SP 800-57 part 1, table 2, and the CA/Browser Forum's Baseline Requirements, section 6.1.5. */
    private static final int MIN_MODULUS_BITS = 2048;

    private static final int MIN_CURVE_BITS = 256;

    private CertificateStrength() {}

    static Optional<CertificateFacts> weakKey(List<CertificateFacts> chain) {
        return chain.stream()
                .filter(certificate -> {
                    String algorithm = certificate.keyAlgorithm().toUpperCase(Locale.ROOT);
                    boolean modulus = algorithm.equals("RSA") || algorithm.equals("DSA");
                    return (modulus && certificate.keyBits() < MIN_MODULUS_BITS)
                            || (algorithm.startsWith("EC") && certificate.keyBits() < MIN_CURVE_BITS);
                })
                .findFirst();
    }

    /** A root's signature of itself proves nothing, and so may be weak. */
    static Optional<CertificateFacts> weakSignature(List<CertificateFacts> chain) {
        return chain.stream()
                .filter(certificate -> chain.size() == 1 || !certificate.selfSigned())
                .filter(certificate ->
                        certificate.signature().toUpperCase(Locale.ROOT).matches("(SHA-?1|MD[25])(WITH|RSA).*"))
                .findFirst();
    }
}
