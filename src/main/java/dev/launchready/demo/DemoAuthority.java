package dev.launchready.demo;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.AccessDescription;
import org.bouncycastle.asn1.x509.AuthorityInformationAccess;
import org.bouncycastle.asn1.x509.BasicConstraints;
import org.bouncycastle.asn1.x509.ExtendedKeyUsage;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.bouncycastle.asn1.x509.KeyUsage;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509ExtensionUtils;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.jspecify.annotations.Nullable;

/** A certificate authority of the demo's own: a root, and an intermediate that signs the hosts' certificates. */
final class DemoAuthority {
    private static final String STRONG = "SHA256withECDSA";
    private static final Duration AUTHORITY_LIFE = Duration.ofDays(3650);
    private static final Duration ALREADY = Duration.ofDays(1);
    private static final SecureRandom RANDOM = new SecureRandom();

    private static final AuthorityInformationAccess ISSUER_PLACE = new AuthorityInformationAccess(
            AccessDescription.id_ad_caIssuers,
            new GeneralName(GeneralName.uniformResourceIdentifier, "http://ca.harbor.example/issuing.cer"));

    private final Signer root;
    private final Signer intermediate;

    private DemoAuthority(String name) {
        root = authority("CN=" + name + " Root,O=" + name, null);
        intermediate = authority("CN=" + name + " Issuing CA 1,O=" + name, root);
    }

    /** The authority that the portal file trusts; its keys are made once for the life of the JVM. */
    static DemoAuthority trusted() {
        return Trusted.AUTHORITY;
    }

    /** Another authority, which nobody trusts. */
    static DemoAuthority stranger() {
        return Stranger.AUTHORITY;
    }

    String rootPem() {
        StringWriter text = new StringWriter();
        try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
            writer.writeObject(root.certificate());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }

    /** Issues a certificate as ordered, with the intermediate behind it. */
    Credential issue(Order order) {
        X509Certificate leaf = leaf(order, intermediate.name(), intermediate.keys());
        return new Credential(order.keys().getPrivate(), List.of(leaf, intermediate.certificate()));
    }

    /** A certificate signed by a host's certificate, which may sign none (RFC 5280 section 4.2.1.9). */
    Credential issueByHost(Order order) {
        Order host = Order.sound("www.quayside.example").with(ellipticKeys());
        Credential issuer = issue(host);
        X509Certificate leaf = leaf(order, new X500Name("CN=www.quayside.example"), host.keys());
        return new Credential(
                order.keys().getPrivate(),
                List.of(leaf, issuer.chain().get(0), issuer.chain().get(1)));
    }

    /** A certificate that vouches for itself. */
    static Credential selfSigned(Order order) {
        X509Certificate leaf = leaf(order, new X500Name("CN=" + order.names().get(0)), order.keys());
        return new Credential(order.keys().getPrivate(), List.of(leaf));
    }

    static KeyPair ellipticKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"), RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair rsaKeys(int bits) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(bits, RANDOM);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * What a certificate shall be like.
     *
     * @param names DNS names that it covers, the first as its subject
     * @param from and {@code until}: its validity, counted from now
     * @param signature the algorithm, as in {@code SHA256withECDSA}
     */
    record Order(List<String> names, KeyPair keys, Duration from, Duration until, String signature) {
        private static final Duration USUAL_LIFE = Duration.ofDays(90);

        static Order sound(String name) {
            return new Order(List.of(name), LeafKeys.STRONG_KEYS, ALREADY.negated(), USUAL_LIFE, STRONG);
        }

        Order naming(String other) {
            return new Order(List.of(other), keys, from, until, signature);
        }

        Order with(KeyPair otherKeys) {
            return new Order(names, otherKeys, from, until, signature);
        }

        Order valid(Duration newFrom, Duration newUntil) {
            return new Order(names, keys, newFrom, newUntil, signature);
        }

        Order signedWith(String algorithm) {
            return new Order(names, keys, from, until, algorithm);
        }
    }

    /** @param chain as the server sends it, leaf first */
    record Credential(PrivateKey key, List<X509Certificate> chain) {
        Credential {
            chain = List.copyOf(chain);
        }

        Credential withoutIntermediate() {
            return new Credential(key, chain.subList(0, 1));
        }
    }

    private record Signer(X500Name name, KeyPair keys, X509Certificate certificate) {}

    private static Signer authority(String name, @Nullable Signer parent) {
        KeyPair keys = ellipticKeys();
        X500Name subject = new X500Name(name);
        X500Name issuer = parent == null ? subject : parent.name();
        PrivateKey signing = parent == null ? keys.getPrivate() : parent.keys().getPrivate();
        PublicKey issuing = parent == null ? keys.getPublic() : parent.keys().getPublic();
        try {
            JcaX509v3CertificateBuilder builder = builder(issuer, subject, keys, ALREADY.negated(), AUTHORITY_LIFE);
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(parent == null ? 1 : 0));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.keyCertSign | KeyUsage.cRLSign));
            return new Signer(subject, keys, signed(builder, keys.getPublic(), issuing, signing, STRONG));
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static X509Certificate leaf(Order order, X500Name issuer, KeyPair signer) {
        X500Name subject = new X500Name("CN=" + order.names().get(0));
        List<GeneralName> names = new ArrayList<>();
        order.names().forEach(name -> names.add(new GeneralName(GeneralName.dNSName, name)));
        try {
            JcaX509v3CertificateBuilder builder = builder(issuer, subject, order.keys(), order.from(), order.until());
            builder.addExtension(Extension.basicConstraints, true, new BasicConstraints(false));
            builder.addExtension(Extension.keyUsage, true, new KeyUsage(KeyUsage.digitalSignature));
            builder.addExtension(
                    Extension.extendedKeyUsage, false, new ExtendedKeyUsage(KeyPurposeId.id_kp_serverAuth));
            builder.addExtension(Extension.authorityInfoAccess, false, ISSUER_PLACE);
            builder.addExtension(
                    Extension.subjectAlternativeName, false, new GeneralNames(names.toArray(GeneralName[]::new)));
            return signed(
                    builder, order.keys().getPublic(), signer.getPublic(), signer.getPrivate(), order.signature());
        } catch (CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JcaX509v3CertificateBuilder builder(
            X500Name issuer, X500Name subject, KeyPair keys, Duration from, Duration until) {
        Instant now = Instant.now();
        return new JcaX509v3CertificateBuilder(
                issuer,
                new BigInteger(120, RANDOM),
                Date.from(now.plus(from)),
                Date.from(now.plus(until)),
                subject,
                keys.getPublic());
    }

    private static X509Certificate signed(
            JcaX509v3CertificateBuilder builder,
            PublicKey own,
            PublicKey issuing,
            PrivateKey signing,
            String algorithm) {
        try {
            JcaX509ExtensionUtils identifiers = new JcaX509ExtensionUtils();
            builder.addExtension(Extension.subjectKeyIdentifier, false, identifiers.createSubjectKeyIdentifier(own));
            builder.addExtension(
                    Extension.authorityKeyIdentifier, false, identifiers.createAuthorityKeyIdentifier(issuing));
            return new JcaX509CertificateConverter()
                    .getCertificate(builder.build(new JcaContentSignerBuilder(algorithm).build(signing)));
        } catch (GeneralSecurityException | OperatorCreationException | CertIOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static final class Trusted {
        static final DemoAuthority AUTHORITY = new DemoAuthority("Harbor Demo");
    }

    private static final class Stranger {
        static final DemoAuthority AUTHORITY = new DemoAuthority("Nobody Knows");
    }

    private static final class LeafKeys {
        static final KeyPair STRONG_KEYS = ellipticKeys();
    }
}
