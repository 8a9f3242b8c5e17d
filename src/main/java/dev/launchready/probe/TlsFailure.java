package dev.launchready.probe;

import java.io.IOException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertPathValidatorException;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.Locale;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Says in a sentence why a TLS connection did not come about. */
public final class TlsFailure {
    private TlsFailure() {}

    /** @param place host and port, for the sentence */
    public static ProbeException.Tls of(IOException failure, String place) {
        return new ProbeException.Tls(sentence(failure, place), failure);
    }

    private static String sentence(IOException failure, String place) {
        if (caused(failure, CertificateExpiredException.class)) {
            return "The certificate of " + place + " has expired.";
        }
        if (caused(failure, CertificateNotYetValidException.class)) {
            return "The certificate of " + place + " is not valid yet.";
        }
        if (failure instanceof SSLPeerUnverifiedException) {
            return "The certificate of " + place + " is made out for another name.";
        }
        if (caused(failure, CertPathBuilderException.class)) {
            return "The certificate of " + place
                    + " does not lead to a trusted root; if it is from an authority of your"
                    + " own, name that one under portal.trust.";
        }
        if (caused(failure, CertPathValidatorException.class) || caused(failure, CertificateException.class)) {
            return "The certificate chain of " + place + " is not valid.";
        }
        return handshake(String.valueOf(failure.getMessage()).toLowerCase(Locale.ROOT), place);
    }

    private static String handshake(String message, String place) {
        if (message.contains("unsupported or unrecognized ssl message") || message.contains("plaintext")) {
            return place + " answers with something that is not TLS.";
        }
        if (message.contains("protocol_version") || message.contains("protocol version")) {
            return place + " offers no version of TLS from 1.2 on.";
        }
        if (message.contains("handshake_failure") || message.contains("insufficient_security")) {
            return place + " refused the TLS handshake: no version or cipher suite in common.";
        }
        if (message.contains("unrecognized_name")) {
            return place + " does not know that name (TLS alert unrecognized_name).";
        }
        if (message.contains("bad_certificate") || message.contains("certificate_required")) {
            return place + " asks for a client certificate.";
        }
        if (message.contains("terminated the handshake") || message.contains("closed")) {
            return place + " closed the connection during the TLS handshake.";
        }
        return "The TLS handshake with " + place + " failed.";
    }

    private static boolean caused(Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable each = failure; each != null; each = each.getCause()) {
            if (kind.isInstance(each)) {
                return true;
            }
        }
        return false;
    }
}
