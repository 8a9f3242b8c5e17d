package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the origins that may call the API. */
final class CorsFlaws {
    static final Flaw REFLECTED = Flaw.of(
            "cors.untrusted-origin/reflected-with-credentials",
            "The API lets in whatever origin asks, with credentials.");
    static final Flaw NULL_ORIGIN = Flaw.of(
            "cors.untrusted-origin/null-with-credentials", "The API lets in the origin null, with credentials.");
    static final Flaw PREFIX = Flaw.of(
            "cors.untrusted-origin/prefix-match", "The API lets in every origin that begins like the portal's.");
    static final Flaw SUFFIX = Flaw.of(
            "cors.untrusted-origin/suffix-match", "The API lets in every origin that ends like the portal's domain.");
    static final Flaw UNESCAPED_DOT = Flaw.of(
            "cors.untrusted-origin/unescaped-dot", "A dot in the API's pattern of origins stands for any character.");
    static final Flaw DOWNGRADE =
            Flaw.of("cors.untrusted-origin/plain-http", "The API lets in the portal's origin over plain HTTP.");

    static final List<Flaw> ALL = List.of(REFLECTED, NULL_ORIGIN, PREFIX, SUFFIX, UNESCAPED_DOT, DOWNGRADE);

    private CorsFlaws() {}
}
