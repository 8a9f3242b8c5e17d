package dev.launchready.probe;

import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.X509v3CertificateBuilder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/** A certificate authority for tests: makes roots, intermediates and server certificates, sound and faulty. */
public final class TestAuthority {
    private static final AtomicLong SERIAL = new AtomicLong(1000);

    private final Issued self;
    private final Issued issuer;

    private TestAuthority(Issued self, Issued issuer) {
        this.self = self;
        this.issuer = issuer;
    }

    /** A key with its certificate and those above it, leaf first, the root left out. */
    public record Issued(KeyPair keys, X509Certificate certificate, List<X509Certificate> chain) {
        /** A server's TLS context with this certificate and what the list says to send. */
        public SSLContext serving(List<X509Certificate> sent) {
            try {
                KeyStore store = KeyStore.getInstance("PKCS12");
                store.load(null, null);
                store.setKeyEntry("key", keys.getPrivate(), new char[0], sent.toArray(Certificate[]::new));
                KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
                factory.init(store, new char[0]);
                SSLContext context = SSLContext.getInstance("TLS");
                context.init(factory.getKeyManagers(), null, null);
                return context;
            } catch (GeneralSecurityException | IOException e) {
                throw new IllegalStateException(e);
            }
        }

        public SSLContext serving() {
            return serving(chain);
        }
    }

    /** How a server certificate is to be; start from {@link #leaf}. */
    public record Wish(
            String subject, List<GeneralName> names, Instant from, Instant to, String key, String signature) {
        public Wish valid(Instant newFrom, Instant newTo) {
            return new Wish(subject, names, newFrom, newTo, key, signature);
        }

        /** @param newKey {@code EC-256} or {@code RSA-2048}, with any size */
        public Wish keyed(String newKey, String newSignature) {
            return new Wish(subject, names, from, to, newKey, newSignature);
        }
    }

    /** A root of its own. */
    public static TestAuthority root(String name) {
        return root(name, "EC-256", "SHA256withECDSA");
    }

    /** A root of its own with a key such as {@code RSA-2048}. */
    public static TestAuthority root(String name, String key, String signature) {
        KeyPair keys = keys(key);
        Wish wish = authorityWish(name).keyed(key, signature);
        Issued self = issue(wish, keys, keys, new X500Name("CN=" + name), List.of(), true);
        return new TestAuthority(self, self);
    }

    /** The same root with an intermediate that issues in its place. */
    public TestAuthority withIntermediate(String name) {
        KeyPair keys = keys("EC-256");
        Issued between = issue(authorityWish(name), keys, issuer.keys(), subject(issuer), List.of(), true);
        return new TestAuthority(self, between);
    }

    /** A wish for a sound certificate for these DNS names and IP addresses; its signature is one of an EC authority's. */
    public static Wish leaf(String... names) {
        List<GeneralName> all = new ArrayList<>();
        for (String name : names) {
            boolean address = AddressGuard.literal(name);
            all.add(new GeneralName(address ? GeneralName.iPAddress : GeneralName.dNSName, name));
        }
        Instant now = Instant.now();
        return new Wish(
                names[0],
                all,
                now.minus(Duration.ofDays(1)),
                now.plus(Duration.ofDays(90)),
                "EC-256",
                "SHA256withECDSA");
    }

    public Issued issue(String... names) {
        return issue(leaf(names));
    }

    public Issued issue(Wish wish) {
        List<X509Certificate> above = issuer == self ? List.of() : List.of(issuer.certificate());
        return issue(wish, keys(wish.key()), issuer.keys(), subject(issuer), above, false);
    }

    /** A certificate issued by somebody who was never made an authority. */
    public static Issued forged(Issued signer, String... names) {
        Wish wish = leaf(names);
        return issue(wish, keys(wish.key()), signer.keys(), subject(signer), signer.chain(), false);
    }

    /** A certificate that signs itself. */
    public static Issued selfSigned(String... names) {
        Wish wish = leaf(names);
        KeyPair keys = keys(wish.key());
        return issue(wish, keys, keys, new X500Name("CN=" + wish.subject()), List.of(), false);
    }

    public X509Certificate rootCertificate() {
        return self.certificate();
    }

    /** Writes the root as a PEM file. */
    public Path pem(Path folder) throws IOException, GeneralSecurityException {
        String text = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(self.certificate().getEncoded());
        return Files.writeString(
                folder.resolve("root-" + self.certificate().getSerialNumber() + ".pem"),
                "-----BEGIN CERTIFICATE-----\n" + text + "\n-----END CERTIFICATE-----\n");
    }

    private static Wish authorityWish(String name) {
        Instant now = Instant.now();
        return new Wish(
                name,
                List.of(),
                now.minus(Duration.ofDays(1000)),
                now.plus(Duration.ofDays(1000)),
                "EC-256",
                "SHA256withECDSA");
    }

    private static X500Name subject(Issued issued) {
        return X500Name.getInstance(
                issued.certificate().getSubjectX500Principal().getEncoded());
    }

    private static Issued issue(
            Wish wish, KeyPair keys, KeyPair signer, X500Name issuer, List<X509Certificate> above, boolean authority) {
        X509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(
                issuer,
                BigInteger.valueOf(SERIAL.incrementAndGet()),
                Date.from(wish.from()),
                Date.from(wish.to()),
                new X500Name("CN=" + wish.subject()),
                keys.getPublic());
        try {
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(authority));
            if (!wish.names().isEmpty()) {
                GeneralName[] names = wish.names().toArray(GeneralName[]::new);
                builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(names));
            }
            if (!above.isEmpty()) {
                GeneralName place =
                        new GeneralName(GeneralName.uniformResourceIdentifier, "http://authority.example/issuer.crt");
                builder.addExtension(
                        Extension.authorityInfoAccess,
                        false,
                        new AuthorityInformationAccess(
                                new AccessDescription(AccessDescription.id_ad_caIssuers, place)));
            }
            X509Certificate made = new JcaX509CertificateConverter()
                    .getCertificate(
                            builder.build(new JcaContentSignerBuilder(wish.signature()).build(signer.getPrivate())));
            List<X509Certificate> chain = new ArrayList<>(List.of(made));
            chain.addAll(above);
            return new Issued(keys, made, List.copyOf(chain));
        } catch (IOException | OperatorCreationException | GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static KeyPair keys(String kind) {
        int bits = Integer.parseInt(kind.substring(kind.indexOf('-') + 1));
        try {
            if (kind.startsWith("EC")) {
                KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
                generator.initialize(new ECGenParameterSpec("secp" + bits + "r1"));
                return generator.generateKeyPair();
            }
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
