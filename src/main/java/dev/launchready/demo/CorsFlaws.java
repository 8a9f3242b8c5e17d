package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the origins that may call the API. */
final class CorsFlaws {
    static final Flaw REFLECTED =
            untrusted("reflected-with-credentials", "The API lets in any origin, with credentials.");
    static final Flaw REFLECTED_OPEN =
            untrusted("reflected-with-credentials-open", "The front page lets in any origin, with credentials.");
    static final Flaw REFLECTED_BARE =
            untrusted("reflected-without-credentials", "The API writes any origin back, though without credentials.");
    static final Flaw NULL_ORIGIN =
            untrusted("null-origin-with-credentials", "The API lets in the origin null, with credentials.");
    static final Flaw NULL_OPEN =
            untrusted("null-origin-with-credentials-open", "The front page lets in the origin null, with credentials.");
    static final Flaw NULL_BARE = untrusted(
            "null-origin-without-credentials", "The API lets in the origin null, though without credentials.");
    static final Flaw PREFIX = untrusted(
            "lookalike-origin-with-credentials#prefix", "The API lets in every origin that begins like the portal's.");
    static final Flaw SUFFIX = untrusted(
            "lookalike-origin-with-credentials#suffix",
            "The API lets in every origin that ends like the portal's domain.");
    static final Flaw UNESCAPED_DOT = untrusted(
            "lookalike-origin-with-credentials#unescaped-dot",
            "A dot in the API's pattern of origins stands for any character.");
    static final Flaw SUFFIX_OPEN = untrusted(
            "lookalike-origin-with-credentials-open",
            "The front page lets in every origin that ends like the portal's domain.");
    static final Flaw SUFFIX_BARE = untrusted(
            "lookalike-origin-without-credentials",
            "The API lets in every origin that ends like the portal's domain, though without credentials.");
    static final Flaw ODD_CHARACTER =
            untrusted("odd-origin-with-credentials", "The API's pattern of origins ends at the first odd character.");
    static final Flaw DOWNGRADE =
            untrusted("downgraded-origin-with-credentials", "The API lets in the portal's origin over plain HTTP.");
    static final Flaw SUBDOMAIN =
            untrusted("subdomain-origin-with-credentials", "The API lets in every name below the portal's domain.");
    static final Flaw DEVELOPMENT =
            untrusted("development-origin-with-credentials", "The API lets in the developers' own machines.");
    static final Flaw OTHER_SITE = untrusted(
            "other-site-with-credentials", "Every answer of the API names another site as the one that may read it.");
    static final Flaw PREFLIGHT = untrusted(
            "preflight-with-credentials", "The preflight lets in any origin, though the answers themselves do not.");

    static final List<Flaw> ALL = List.of(
            REFLECTED,
            REFLECTED_OPEN,
            REFLECTED_BARE,
            NULL_ORIGIN,
            NULL_OPEN,
            NULL_BARE,
            PREFIX,
            SUFFIX,
            UNESCAPED_DOT,
            SUFFIX_OPEN,
            SUFFIX_BARE,
            ODD_CHARACTER,
            DOWNGRADE,
            SUBDOMAIN,
            DEVELOPMENT,
            OTHER_SITE,
            PREFLIGHT);

    private CorsFlaws() {}

    private static Flaw untrusted(String reason, String says) {
        return Flaw.of("cors.untrusted-origin/" + reason, says);
    }
}
