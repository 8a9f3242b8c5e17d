package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the headers of the portal's answers. */
final class HeaderFlaws {
    static final Flaw NO_CSP = Flaw.of("headers.security/csp-missing", "The pages carry no Content-Security-Policy.");
    static final Flaw CSP_UNSAFE_INLINE =
            Flaw.of("headers.security/csp-unsafe-inline", "The policy of the pages allows any inline script.");
    static final Flaw FRAMEABLE =
            Flaw.of("headers.security/framing-allowed", "Any site may show the pages in a frame.");
    static final Flaw NO_NOSNIFF =
            Flaw.of("headers.security/nosniff-missing", "Browsers may guess the type of the answers.");
    static final Flaw NO_REFERRER_POLICY =
            Flaw.of("headers.security/referrer-policy-missing", "The pages set no Referrer-Policy.");

    static final List<Flaw> ALL = List.of(NO_CSP, CSP_UNSAFE_INLINE, FRAMEABLE, NO_NOSNIFF, NO_REFERRER_POLICY);

    private HeaderFlaws() {}
}
