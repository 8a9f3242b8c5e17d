package dev.launchready.probe.tls;

import dev.launchready.probe.TrustRoots;
import dev.launchready.probe.tls.TlsProbe.TrustFault;
import java.security.GeneralSecurityException;
import java.security.cert.CertPathValidator;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertPathValidatorException.BasicReason;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.PKIXParameters;
import java.security.cert.TrustAnchor;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.security.auth.x500.X500Principal;

/** Looks for a path from a leaf to a trusted root (RFC 5280 section 6), dates, strength and names left to others. */
final class TlsTrust {
    private static final String AUTHORITY_INFORMATION_ACCESS = "1.3.6.1.5.5.7.1.1";
    private static final Set<CertPathValidatorException.Reason> APART =
            Set.of(BasicReason.EXPIRED, BasicReason.NOT_YET_VALID, BasicReason.ALGORITHM_CONSTRAINED);
    /** No real chain is longer. */
    private static final int LONGEST = 10;

    private final List<X509Certificate> roots;

    TlsTrust(TrustRoots roots) {
        this.roots = roots.certificates();
    }

    /** Why the chain leads to no trusted root; empty where it does. */
    Optional<TrustFault> fault(List<X509Certificate> sent) {
        List<X509Certificate> path = new ArrayList<>(List.of(sent.get(0)));
        while (path.size() < LONGEST) {
            X509Certificate top = path.get(path.size() - 1);
            Optional<X509Certificate> root = roots.stream()
                    .filter(each -> each.equals(top) || signed(top, each))
                    .findFirst();
            if (root.isPresent()) {
                return sound(path, root.get()) ? Optional.empty() : Optional.of(TrustFault.OTHER);
            }
            Optional<X509Certificate> above = sent.stream()
                    .filter(each -> !path.contains(each) && signed(top, each))
                    .findFirst();
            if (above.isEmpty()) {
                return Optional.of(unrooted(path));
            }
            path.add(above.get());
        }
        return Optional.of(TrustFault.OTHER);
    }

    private TrustFault unrooted(List<X509Certificate> path) {
        X509Certificate top = path.get(path.size() - 1);
        if (selfSigned(top)) {
            return path.size() == 1 ? TrustFault.SELF_SIGNED : TrustFault.UNKNOWN_ROOT;
        }
        return fetchable(top) || kin(top) ? TrustFault.INCOMPLETE_CHAIN : TrustFault.UNKNOWN_ROOT;
    }

    /** The certificate says where the one above it can be had: it was left out, and some clients would fetch it. */
    private static boolean fetchable(X509Certificate certificate) {
        return certificate.getExtensionValue(AUTHORITY_INFORMATION_ACCESS) != null;
    }

    /** The issuer bears the organisation's name of a trusted root. */
    private boolean kin(X509Certificate certificate) {
        Optional<String> organisation = organisation(certificate.getIssuerX500Principal());
        return organisation.isPresent()
                && roots.stream().anyMatch(root -> organisation.equals(organisation(root.getSubjectX500Principal())));
    }

    private static Optional<String> organisation(X500Principal name) {
        return Stream.of(name.getName(X500Principal.RFC2253).split("(?<!\\\\),", -1))
                .filter(part -> part.startsWith("O="))
                .findFirst();
    }

    static boolean selfSigned(X509Certificate certificate) {
        return signed(certificate, certificate);
    }

    private static boolean signed(X509Certificate certificate, X509Certificate issuer) {
        if (!certificate.getIssuerX500Principal().equals(issuer.getSubjectX500Principal())) {
            return false;
        }
        try {
            certificate.verify(issuer.getPublicKey());
            return true;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private enum Verdict {
        SOUND,
        UNSOUND,
        /** What has run out or is weak hides the rest, and is judged apart. */
        UNSAID
    }

    /** Constraints hold along the path, at whatever moment can show it. */
    private static boolean sound(List<X509Certificate> path, X509Certificate root) {
        List<X509Certificate> below =
                path.stream().filter(each -> !each.equals(root)).toList();
        if (below.stream().skip(1).anyMatch(each -> each.getBasicConstraints() < 0)) {
            return false;
        }
        Set<Verdict> verdicts = below.stream()
                .flatMap(each -> Stream.of(each.getNotBefore(), each.getNotAfter()))
                .map(moment -> verdict(below, root, moment))
                .collect(Collectors.toSet());
        return verdicts.contains(Verdict.SOUND) || !verdicts.contains(Verdict.UNSOUND);
    }

    private static Verdict verdict(List<X509Certificate> path, X509Certificate root, Date moment) {
        try {
            PKIXParameters parameters = new PKIXParameters(Set.of(new TrustAnchor(root, null)));
            parameters.setRevocationEnabled(false);
            parameters.setDate(moment);
            CertPathValidator.getInstance("PKIX")
                    .validate(CertificateFactory.getInstance("X.509").generateCertPath(path), parameters);
            return Verdict.SOUND;
        } catch (CertPathValidatorException e) {
            return APART.contains(e.getReason()) ? Verdict.UNSAID : Verdict.UNSOUND;
        } catch (CertificateException e) {
            return Verdict.UNSOUND;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("this Java runtime has no PKIX validator", e);
        }
    }
}
