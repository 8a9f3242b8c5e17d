package dev.launchready.demo;

import java.util.List;

/** What can be wrong on the way to the portal: redirects, hosts, certificates, names. */
final class TransportFlaws {
    static final Flaw SIGN_IN_IN_CLEAR =
            redirect("sign-in-in-clear", "The old host shows the sign-in page over plain HTTP.");
    static final Flaw PASSWORD_IN_CLEAR =
            redirect("password-asked-in-clear", "The old host asks for a password over plain HTTP.");
    static final Flaw COOKIE_IN_CLEAR = redirect("cookie-in-clear", "The old host sets a cookie over plain HTTP.");
    static final Flaw PAGE_IN_CLEAR = redirect("page-in-clear", "The old host serves pages over plain HTTP.");
    static final Flaw API_IN_CLEAR = redirect("answered-in-clear", "The API answers over plain HTTP as well.");
    static final Flaw REFRESH_ONLY =
            redirect("refresh-only", "The old host leads to HTTPS by a page that reloads itself.");
    static final Flaw NEVER_SECURE =
            redirect("never-secure", "The old host leads from plain HTTP to plain HTTP for ever.");
    static final Flaw DETOUR_IN_CLEAR =
            redirect("detour-in-clear", "The old host leads to another host over plain HTTP first.");
    static final Flaw OTHER_HOST_FIRST =
            redirect("other-host-first", "The old host leads from plain HTTP straight to another host.");
    static final Flaw TEMPORARY = redirect("temporary", "The old host's redirect to HTTPS is a temporary one.");
    static final Flaw LINK_LOST = redirect("link-lost", "The old host's redirect to HTTPS forgets path and query.");

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
            SIGN_IN_IN_CLEAR,
            PASSWORD_IN_CLEAR,
            COOKIE_IN_CLEAR,
            PAGE_IN_CLEAR,
            API_IN_CLEAR,
            REFRESH_ONLY,
            NEVER_SECURE,
            DETOUR_IN_CLEAR,
            OTHER_HOST_FIRST,
            TEMPORARY,
            LINK_LOST,
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

    private static Flaw redirect(String reason, String says) {
        return Flaw.of("transport.https-redirect/" + reason, says);
    }
}
