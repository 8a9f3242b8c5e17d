package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the old host: its certificate and its name. */
final class HostFlaws {
    static final Flaw CERTIFICATE_EXPIRED =
            certificate("expired", "The certificate of the old host ran out a week ago.");
    static final Flaw CERTIFICATE_NOT_YET =
            certificate("not-yet-valid", "The certificate of the old host begins next week.");
    static final Flaw CERTIFICATE_ENDS_SOON =
            certificate("ends-soon", "The certificate of the old host runs out within a week.");
    static final Flaw CERTIFICATE_OTHER_NAME =
            certificate("other-name", "The old host shows the certificate of another site.");
    static final Flaw CERTIFICATE_SELF_SIGNED =
            certificate("self-signed", "The certificate of the old host vouches for itself.");
    static final Flaw CERTIFICATE_UNKNOWN_ROOT =
            certificate("unknown-root", "The certificate of the old host comes from an unknown authority.");
    static final Flaw CERTIFICATE_INCOMPLETE =
            certificate("incomplete-chain", "The old host does not send its intermediate certificate.");
    static final Flaw CERTIFICATE_NO_AUTHORITY =
            certificate("not-trusted", "The certificate of the old host was signed by one that may sign none.");
    static final Flaw CERTIFICATE_SHORT_KEY =
            certificate("weak-key", "The certificate of the old host has an RSA key of 1024 bits.");
    static final Flaw CERTIFICATE_SHA1 =
            certificate("weak-signature", "The certificate of the old host is signed with SHA-1.");
    static final Flaw NO_HANDSHAKE =
            certificate("no-handshake", "The old host has no certificate at all, so that no handshake comes about.");
    static final Flaw NO_HTTPS = certificate("no-https", "The old host is there by plain HTTP alone.");

    static final Flaw HOST_UNKNOWN = host("no-such-name", "The old host is in use, but no longer in the DNS.");
    static final Flaw HOST_WITHOUT_ADDRESS = host("no-address", "The old host has a text record, but no address.");
    static final Flaw HOST_ALIAS_LOST =
            host("alias-leads-nowhere", "The old host is an alias of a name that has gone.");
    static final Flaw HOST_PRIVATE =
            host("private-address", "The old host has an address of the office's own network.");
    static final Flaw HOST_IPV6_ONLY = host("ipv6-only", "The old host has an IPv6 address alone.");
    static final Flaw HOST_SERVFAIL = host("no-answer", "The name server fails when asked for the old host.");

    static final List<Flaw> ALL = List.of(
            CERTIFICATE_EXPIRED,
            CERTIFICATE_NOT_YET,
            CERTIFICATE_ENDS_SOON,
            CERTIFICATE_OTHER_NAME,
            CERTIFICATE_SELF_SIGNED,
            CERTIFICATE_UNKNOWN_ROOT,
            CERTIFICATE_INCOMPLETE,
            CERTIFICATE_NO_AUTHORITY,
            CERTIFICATE_SHORT_KEY,
            CERTIFICATE_SHA1,
            NO_HANDSHAKE,
            NO_HTTPS,
            HOST_UNKNOWN,
            HOST_WITHOUT_ADDRESS,
            HOST_ALIAS_LOST,
            HOST_PRIVATE,
            HOST_IPV6_ONLY,
            HOST_SERVFAIL);

    private HostFlaws() {}

    private static Flaw certificate(String reason, String says) {
        return Flaw.of("transport.certificate/" + reason, says);
    }

    private static Flaw host(String reason, String says) {
        return Flaw.of("dns.hosts/" + reason, says);
    }
}
