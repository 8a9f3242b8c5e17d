package dev.launchready.demo;

import java.util.List;

/** What can be wrong on the way to the portal: redirects, hosts, certificates, names. */
final class TransportFlaws {
    static final Flaw PLAIN_HTTP =
            Flaw.of("transport.https-redirect/no-redirect", "The portal's pages are served over plain HTTP.");
    static final Flaw REDIRECT_ELSEWHERE = Flaw.of(
            "transport.https-redirect/other-host", "Plain HTTP is redirected to HTTPS on a host of somebody else.");
    static final Flaw REDIRECT_TEMPORARY =
            Flaw.of("transport.https-redirect/temporary", "The redirect from HTTP to HTTPS is a temporary one.");
    static final Flaw REDIRECT_LOSES_PATH = Flaw.of(
            "transport.https-redirect/path-lost", "The redirect from HTTP to HTTPS always leads to the front page.");

    static final Flaw CERTIFICATE_EXPIRED =
            Flaw.of("transport.certificate/expired", "The certificate of the old host ran out a week ago.");
    static final Flaw CERTIFICATE_NOT_YET =
            Flaw.of("transport.certificate/not-yet-valid", "The certificate of the old host begins next week.");
    static final Flaw CERTIFICATE_ENDS_SOON =
            Flaw.of("transport.certificate/expires-soon", "The certificate of the old host runs out within a week.");
    static final Flaw CERTIFICATE_OTHER_NAME =
            Flaw.of("transport.certificate/wrong-name", "The old host shows the certificate of another site.");
    static final Flaw CERTIFICATE_SELF_SIGNED =
            Flaw.of("transport.certificate/self-signed", "The old host vouches for itself.");
    static final Flaw CERTIFICATE_UNKNOWN_ROOT = Flaw.of(
            "transport.certificate/unknown-root", "The certificate of the old host comes from an unknown authority.");
    static final Flaw CERTIFICATE_INCOMPLETE = Flaw.of(
            "transport.certificate/incomplete-chain", "The old host does not send its intermediate certificate.");
    static final Flaw CERTIFICATE_SHORT_KEY =
            Flaw.of("transport.certificate/weak-key", "The certificate of the old host has an RSA key of 1024 bits.");
    static final Flaw CERTIFICATE_SHA1 =
            Flaw.of("transport.certificate/weak-signature", "The certificate of the old host is signed with SHA-1.");

    static final Flaw HOST_UNKNOWN =
            Flaw.of("dns.hosts/does-not-resolve", "The old host is in use, but no longer in the DNS.");
    static final Flaw HOST_SERVFAIL =
            Flaw.of("dns.hosts/resolver-failed", "The name server fails when asked for the old host.");

    static final List<Flaw> ALL = List.of(
            PLAIN_HTTP,
            REDIRECT_ELSEWHERE,
            REDIRECT_TEMPORARY,
            REDIRECT_LOSES_PATH,
            CERTIFICATE_EXPIRED,
            CERTIFICATE_NOT_YET,
            CERTIFICATE_ENDS_SOON,
            CERTIFICATE_OTHER_NAME,
            CERTIFICATE_SELF_SIGNED,
            CERTIFICATE_UNKNOWN_ROOT,
            CERTIFICATE_INCOMPLETE,
            CERTIFICATE_SHORT_KEY,
            CERTIFICATE_SHA1,
            HOST_UNKNOWN,
            HOST_SERVFAIL);

    private TransportFlaws() {}
}
