package dev.launchready.demo;

import java.util.List;

/** What can be wrong on the way to the portal: redirects, hosts, certificates, names. */
final class TransportFlaws {
    static final Flaw SIGN_IN_IN_CLEAR = redirect("sign-in-in-clear", "The sign-in page is served over plain HTTP.");
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

    static final Flaw TWO_HOSTS = canonical("several-addresses#host", "The pages are served on the www host as well.");
    static final Flaw TWO_SLASHES =
            canonical("several-addresses#slash", "The pages are served with and without a slash.");
    static final Flaw CANONICAL_LOST = canonical("link-lost", "The way to the one host forgets path and query.");
    static final Flaw CANONICAL_FAR = canonical("too-many-hops", "The www host leads to the one host in three hops.");
    static final Flaw CANONICAL_TEMPORARY = canonical("temporary", "The way to the one host is a temporary one.");

    static final Flaw LOOP = help("loop", "The help page leads back to itself.");
    static final Flaw LONG_CHAIN = help("chain-too-long", "The help page is reached after six hops.");
    static final Flaw OFF_SITE = help("off-site", "The way to the help page leads over the host of somebody else.");
    static final Flaw DOWNGRADE = help("downgrade", "The way to the help page leads over plain HTTP.");

    static final Flaw LEGACY_LOST = legacy("lost", "The old sign-in page has gone without a trace.");
    static final Flaw LEGACY_ELSEWHERE = legacy("other-place", "The old sign-in page leads to the front page.");

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
            TWO_HOSTS,
            TWO_SLASHES,
            CANONICAL_LOST,
            CANONICAL_FAR,
            CANONICAL_TEMPORARY,
            LOOP,
            LONG_CHAIN,
            OFF_SITE,
            DOWNGRADE,
            LEGACY_LOST,
            LEGACY_ELSEWHERE);

    private TransportFlaws() {}

    private static Flaw redirect(String reason, String says) {
        return Flaw.of("transport.https-redirect/" + reason, says);
    }

    private static Flaw canonical(String reason, String says) {
        return Flaw.of("transport.canonical-host/" + reason, says);
    }

    private static Flaw help(String reason, String says) {
        return Flaw.of("transport.redirects/" + reason, says);
    }

    private static Flaw legacy(String reason, String says) {
        return Flaw.of("transport.legacy-urls/" + reason, says);
    }
}
