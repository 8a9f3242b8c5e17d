package dev.launchready.demo;

import java.util.List;

/** What can be wrong with the origins that may call the API. */
final class CorsFlaws {
    static final Flaw REFLECTED =
            untrusted("reflected-with-credentials", "/api/search", "The search lets in any origin, with credentials.");
    static final Flaw REFLECTED_OPEN = untrusted(
            "reflected-with-credentials-open", "/api/health", "The health page lets in any origin, with credentials.");
    static final Flaw REFLECTED_BARE = untrusted(
            "reflected-without-credentials",
            "/api/files",
            "The files write any origin back, though without credentials.");
    static final Flaw NULL_ORIGIN = untrusted(
            "null-origin-with-credentials", "/api/notes", "The notes let in the origin null, with credentials.");
    static final Flaw NULL_OPEN = untrusted(
            "null-origin-with-credentials-open", "/", "The front page lets in the origin null, with credentials.");
    static final Flaw NULL_BARE = untrusted(
            "null-origin-without-credentials",
            "/api/invoices",
            "The invoices let in the origin null, though without credentials.");
    static final Flaw PREFIX = untrusted(
            "lookalike-origin-with-credentials#prefix",
            "/api/me",
            "The API lets in every origin that begins like the portal's.");
    static final Flaw SUFFIX = untrusted(
            "lookalike-origin-with-credentials#suffix",
            "/api/me",
            "The API lets in every origin that ends like the portal's domain.");
    static final Flaw UNESCAPED_DOT = untrusted(
            "lookalike-origin-with-credentials#unescaped-dot",
            "/api/me",
            "A dot in the API's pattern of origins stands for any character.");
    static final Flaw SUFFIX_OPEN = untrusted(
            "lookalike-origin-with-credentials-open",
            "/",
            "The front page lets in every origin that ends like the portal's domain.");
    static final Flaw SUFFIX_BARE = untrusted(
            "lookalike-origin-without-credentials",
            "/api/projects",
            "The projects let in every origin that ends like the portal's domain, though without credentials.");
    static final Flaw ODD_CHARACTER = untrusted(
            "odd-origin-with-credentials", "/api/me", "The API's pattern of origins ends at the first odd character.");
    static final Flaw DOWNGRADE = untrusted(
            "downgraded-origin-with-credentials", "/api/me", "The API lets in the portal's origin over plain HTTP.");
    static final Flaw SUBDOMAIN = untrusted(
            "subdomain-origin-with-credentials", "/api/me", "The API lets in every name below the portal's domain.");
    static final Flaw DEVELOPMENT = untrusted(
            "development-origin-with-credentials", "/api/me", "The API lets in the developers' own machines.");
    static final Flaw OTHER_SITE = untrusted(
            "other-site-with-credentials",
            "/api/admin/users",
            "An answer of the API names another site as the one that may read it.");
    static final Flaw PREFLIGHT = untrusted(
            "preflight-with-credentials",
            "",
            "The preflight of every change lets in any origin, though the answers themselves do not.");

    static final Flaw WILDCARD = wildcard(
            "wildcard-with-credentials",
            "/api/admin/revenue",
            "An answer lets in everybody and says that credentials may come along.");
    static final Flaw WILDCARD_AUTHORIZED = wildcard(
            "wildcard-with-authorization",
            "/api/invoices/*",
            "Any site may send a token to the invoices, and read the answer.");

    static final Flaw OWN_REFUSED =
            trusted("own-origin-refused", "/api/notes", "The notes do not let in the portal's own pages.");
    static final Flaw PREFLIGHT_REFUSED = trusted(
            "preflight-refused", "/api/notes", "The preflight of the notes does not let in the portal's own pages.");
    static final Flaw METHOD_REFUSED = trusted("method-refused", "/api/projects/*", "The preflight leaves out DELETE.");
    static final Flaw HEADER_REFUSED =
            trusted("header-refused", "/api/projects", "The preflight leaves out the header with the token.");
    static final Flaw VARY_MISSING =
            trusted("vary-missing", "/api/projects", "Caches are not told that the answer differs by origin.");
    static final Flaw NO_CORS =
            trusted("api-without-cors", "", "The API lets in no origin at all, not even the portal's own.");

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
            PREFLIGHT,
            WILDCARD,
            WILDCARD_AUTHORIZED,
            OWN_REFUSED,
            PREFLIGHT_REFUSED,
            METHOD_REFUSED,
            HEADER_REFUSED,
            VARY_MISSING,
            NO_CORS);

    private CorsFlaws() {}

    private static Flaw untrusted(String reason, String at, String says) {
        return Flaw.of("cors.untrusted-origin/" + reason, at, says);
    }

    private static Flaw wildcard(String reason, String at, String says) {
        return Flaw.of("cors.credentialed-wildcard/" + reason, at, says);
    }

    private static Flaw trusted(String reason, String at, String says) {
        return Flaw.of("cors.trusted-origins/" + reason, at, says);
    }
}
