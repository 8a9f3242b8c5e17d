package dev.launchready.probe;

import java.net.IDN;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

/** Whom a certificate is made out for (RFC 9525): subject alternative names alone, never the common name. */
public final class CertificateNames {
    private static final int DNS = 2;
    private static final int IP = 7;

    private CertificateNames() {}

    /** DNS names and IP addresses, as written in the certificate. */
    public static List<String> of(X509Certificate certificate) {
        List<String> names = new ArrayList<>(named(certificate, DNS));
        names.addAll(named(certificate, IP));
        return names;
    }

    /** Whether the certificate covers the host; a wildcard stands for exactly the left-most label (section 6.3). */
    public static boolean cover(X509Certificate certificate, String host) {
        if (AddressGuard.literal(host)) {
            return named(certificate, IP).stream().anyMatch(name -> sameAddress(name, host));
        }
        String wanted = ascii(host);
        return named(certificate, DNS).stream().anyMatch(name -> matches(ascii(name), wanted));
    }

    private static boolean matches(String name, String host) {
        if (!name.startsWith("*.")) {
            return name.equals(host);
        }
        int dot = host.indexOf('.');
        return dot > 0 && name.indexOf('*', 1) < 0 && host.substring(dot).equals(name.substring(1));
    }

    private static String ascii(String name) {
        String bare = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
        try {
            return IDN.toASCII(bare).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return bare.toLowerCase(Locale.ROOT);
        }
    }

    private static boolean sameAddress(String name, String host) {
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        try {
            return InetAddress.getByName(name).equals(InetAddress.getByName(bare));
        } catch (UnknownHostException e) {
            return false;
        }
    }

    private static List<String> named(X509Certificate certificate, int kind) {
        try {
            Collection<List<?>> all = certificate.getSubjectAlternativeNames();
            if (all == null) {
                return List.of();
            }
            return all.stream()
                    .filter(entry -> entry.get(0).equals(kind) && entry.get(1) instanceof String)
                    .map(entry -> (String) entry.get(1))
                    .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
