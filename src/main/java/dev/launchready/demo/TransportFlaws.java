package dev.launchready.demo;

import java.util.List;

/** What can be wrong on the way to a page: over plain HTTP, over other hosts, by redirects and old addresses. */
final class TransportFlaws {
    static final Flaw SIGN_IN_IN_CLEAR =
            redirect("sign-in-in-clear", "/login", "The sign-in page is served over plain HTTP.");
    static final Flaw PASSWORD_IN_CLEAR = redirect(
            "password-asked-in-clear", "staging.harbor.example", "A host asks for a password over plain HTTP.");
    static final Flaw COOKIE_IN_CLEAR =
            redirect("cookie-in-clear", "shop.harbor.example", "A host sets a cookie over plain HTTP.");
    static final Flaw PAGE_IN_CLEAR =
            redirect("page-in-clear", "news.harbor.example", "A host serves pages over plain HTTP.");
    static final Flaw API_IN_CLEAR =
            redirect("answered-in-clear", "api.harbor.example", "The API answers over plain HTTP as well.");
    static final Flaw REFRESH_ONLY =
            redirect("refresh-only", "blog.harbor.example", "A host leads to HTTPS by a page that reloads itself.");
    static final Flaw NEVER_SECURE = redirect(
                    "never-secure", "events.harbor.example", "A host leads from plain HTTP to plain HTTP for ever.")
            .changing("transport.canonical-host");
    static final Flaw DETOUR_IN_CLEAR =
            redirect("detour-in-clear", "go.harbor.example", "A host leads to another host over plain HTTP first.");
    static final Flaw OTHER_HOST_FIRST = redirect(
            "other-host-first", "clients.harbor.example", "A host leads from plain HTTP straight to another host.");
    static final Flaw TEMPORARY =
            redirect("temporary", "summer.harbor.example", "A redirect to HTTPS is a temporary one.");
    static final Flaw LINK_LOST = redirect(
                    "link-lost", "links.harbor.example", "A redirect to HTTPS forgets path and query.")
            .changing("transport.canonical-host");

    static final Flaw SECOND_SITE =
            canonical("second-site", "new.harbor.example", "The pages are served on a second host as well.");
    static final Flaw NEVER_LANDS = canonical("never-lands", "team.harbor.example", "A host leads to itself for ever.")
            .changing("transport.redirects");
    static final Flaw CANONICAL_LOST = canonical(
                    "link-lost", "welcome.harbor.example", "The way from a host to the portal forgets path and query.")
            .changing("transport.https-redirect");
    static final Flaw LONG_WAY = canonical("long-way", "m.harbor.example", "A host leads to the portal in four hops.");
    static final Flaw SECOND_SPELLING =
            canonical("second-spelling", "", "The pages are served with and without a slash at the end.");

    static final Flaw LOOP = link("never-ends", "/handbook", "A link leads back to itself for ever.");
    static final Flaw INTO_CLEAR = link("into-clear", "/newsletter", "A link leads over plain HTTP.");
    static final Flaw ENDS_OFF_SITE = link(
                    "ends-off-site", "partners.harbor.example", "A host of the portal leads to somebody else's.")
            .changing("transport.canonical-host");
    static final Flaw LONG_CHAIN = link("long-chain", "/community", "A link leads to its end in five hops.");
    static final Flaw DEAD_END = link("dead-end", "/careers", "A link leads to a page that is not there.");
    static final Flaw LINKS_IN_CLEAR = link("links-in-clear", "", "Every page links to the help page by plain HTTP.");

    static final Flaw LEGACY_GONE = old("gone", "/kurse.html", "An old address has gone without a trace.");
    static final Flaw LEGACY_STAYS = old("stays", "/start.php", "An old address still serves its page.");
    static final Flaw LEGACY_ELSEWHERE = old("elsewhere", "/team.html", "An old address leads to the front page.");
    static final Flaw LEGACY_DEAD = old("dead", "/faq.html", "An old address leads to a page that is not there.");
    static final Flaw LEGACY_LOOP = old("never-lands", "/index.asp", "An old address leads to itself for ever.");
    static final Flaw LEGACY_TEMPORARY = old("temporary", "/kontakt.html", "An old address leads on for today only.");

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
            SECOND_SITE,
            NEVER_LANDS,
            CANONICAL_LOST,
            LONG_WAY,
            SECOND_SPELLING,
            LOOP,
            INTO_CLEAR,
            ENDS_OFF_SITE,
            LONG_CHAIN,
            DEAD_END,
            LINKS_IN_CLEAR,
            LEGACY_GONE,
            LEGACY_STAYS,
            LEGACY_ELSEWHERE,
            LEGACY_DEAD,
            LEGACY_LOOP,
            LEGACY_TEMPORARY);

    private TransportFlaws() {}

    private static Flaw redirect(String reason, String at, String says) {
        return Flaw.of("transport.https-redirect/" + reason, at, says);
    }

    private static Flaw canonical(String reason, String at, String says) {
        return Flaw.of("transport.canonical-host/" + reason, at, says);
    }

    private static Flaw link(String reason, String at, String says) {
        return Flaw.of("transport.redirects/" + reason, at, says);
    }

    private static Flaw old(String reason, String at, String says) {
        return Flaw.of("transport.legacy-urls/" + reason, at, says);
    }
}
