package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the hosts themselves: their certificates and their names. */
final class HostFlaws {
    static final Flaw CERTIFICATE_EXPIRED = certificate(
                    "expired", "booking.harbor.example", "A certificate ran out a week ago.")
            .changing("transport.canonical-host", "transport.hsts");
    static final Flaw CERTIFICATE_NOT_YET = certificate(
                    "not-yet-valid", "spring.harbor.example", "A certificate begins next week.")
            .changing("transport.canonical-host", "transport.hsts");
    static final Flaw CERTIFICATE_ENDS_SOON =
            certificate("ends-soon", "academy.harbor.example", "A certificate runs out within a week.");
    static final Flaw CERTIFICATE_OTHER_NAME = certificate(
                    "other-name", "jobs.harbor.example", "A host shows the certificate of another site.")
            .changing("transport.canonical-host", "transport.hsts");
    static final Flaw CERTIFICATE_SELF_SIGNED = certificate(
                    "self-signed", "backup.harbor.example", "A certificate vouches for itself.")
            .changing("transport.canonical-host", "transport.hsts");
    static final Flaw CERTIFICATE_UNKNOWN_ROOT = certificate(
                    "unknown-root", "vpn.harbor.example", "A certificate comes from an unknown authority.")
            .changing("transport.canonical-host", "transport.hsts");
    static final Flaw CERTIFICATE_INCOMPLETE = certificate(
                    "incomplete-chain", "files.harbor.example", "A host does not send its intermediate certificate.")
            .changing("transport.canonical-host", "transport.hsts");
    static final Flaw CERTIFICATE_NO_AUTHORITY = certificate(
                    "not-trusted", "sync.harbor.example", "A certificate was signed by one that may sign none.")
            .changing("transport.canonical-host", "transport.hsts");
    static final Flaw CERTIFICATE_SHORT_KEY =
            certificate("weak-key", "legacy.harbor.example", "A certificate has an RSA key of 1024 bits.");
    static final Flaw CERTIFICATE_SHA1 =
            certificate("weak-signature", "archive.harbor.example", "A certificate is signed with SHA-1.");
    static final Flaw NO_HANDSHAKE = certificate(
                    "no-handshake",
                    "chat.harbor.example",
                    "A host has no certificate at all, so that no handshake comes about.")
            .changing("transport.canonical-host", "transport.hsts");
    static final Flaw NO_HTTPS = certificate("no-https", "fax.harbor.example", "A host is there by plain HTTP alone.")
            .changing("transport.hsts", "transport.https-redirect");

    static final Flaw HOST_UNKNOWN =
            host("no-such-name", "intro.harbor.example", "A host is in use, but no longer in the DNS.");
    static final Flaw HOST_WITHOUT_ADDRESS =
            host("no-address", "board.harbor.example", "A host has a text record, but no address.");
    static final Flaw HOST_ALIAS_LOST =
            host("alias-leads-nowhere", "pages.harbor.example", "A host is an alias of a name that has gone.");
    static final Flaw HOST_PRIVATE =
            host("private-address", "office.harbor.example", "A host has an address of the office's own network.");
    static final Flaw HOST_IPV6_ONLY = host("ipv6-only", "six.harbor.example", "A host has an IPv6 address alone.");
    static final Flaw HOST_SERVFAIL =
            host("no-answer", "pier.harbor.example", "The name server fails when asked for a host.");

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

    private static Flaw certificate(String reason, String at, String says) {
        return Flaw.of("transport.certificate/" + reason, at, says);
    }

    private static Flaw host(String reason, String at, String says) {
        return Flaw.of("dns.hosts/" + reason, at, says);
    }
}
