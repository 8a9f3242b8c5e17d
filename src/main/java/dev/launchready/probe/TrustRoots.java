package dev.launchready.probe;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** The roots that are trusted: the system's, and those that the person named. */
public record TrustRoots(List<X509Certificate> certificates) {

    public TrustRoots {
        certificates = List.copyOf(certificates);
    }

    /**
     * The JDK's roots and every certificate of the files.
     *
     * @param files certificates in PEM form
     * @throws IllegalArgumentException with a sentence for a person when a file cannot be read or holds no certificate
     */
    public static TrustRoots with(List<Path> files) {
        List<X509Certificate> roots = new ArrayList<>(List.of(manager(null).getAcceptedIssuers()));
        for (Path file : files) {
            roots.addAll(read(file));
        }
        return new TrustRoots(roots);
    }

    /** Judges server chains by these roots as the JDK does (RFC 5280), dates included. */
    public X509TrustManager manager() {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (int at = 0; at < certificates.size(); at++) {
                store.setCertificateEntry("root-" + at, certificates.get(at));
            }
            return manager(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new IllegalStateException("an empty key store in memory can always be made", e);
        }
    }

    private static X509TrustManager manager(@Nullable KeyStore store) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
            factory.init(store);
            for (TrustManager each : factory.getTrustManagers()) {
                if (each instanceof X509TrustManager found) {
                    return found;
                }
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no PKIX trust manager", e);
        }
        throw new IllegalStateException("this Java runtime has no X.509 trust manager");
    }

    private static List<X509Certificate> read(Path file) {
        List<X509Certificate> found = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file)) {
            for (Certificate each : CertificateFactory.getInstance("X.509").generateCertificates(in)) {
                if (each instanceof X509Certificate certificate) {
                    found.add(certificate);
                }
            }
        } catch (IOException e) {
            throw new IllegalArgumentException("The file " + file + " under portal.trust cannot be read.", e);
        } catch (CertificateException e) {
            throw new IllegalArgumentException("The file " + file + " under portal.trust is no PEM certificate.", e);
        }
        if (found.isEmpty()) {
            throw new IllegalArgumentException("The file " + file + " under portal.trust holds no certificate.");
        }
        return found;
    }
}
