package dev.launchready.check.transport;

import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.transport.Dialect.Site;
import dev.launchready.check.transport.Dialect.Visit;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The dialects in which servers and frameworks speak of https, hosts, slashes and moves. */
final class TransportDialects {
    private static final String HSTS = "Strict-Transport-Security";
    private static final String YEAR = "max-age=31536000";
    private static final String REDIRECT = "transport.https-redirect";
    private static final String CANONICAL = "transport.canonical-host";
    private static final String WAYS = "transport.redirects";
    private static final String LEGACY = "transport.legacy-urls";
    private static final String STRICT = "transport.hsts";
    private static final String MIXED = "transport.mixed-content";

    private static final String FORM =
            "<h1>Sign in</h1><form method=post action=/login><input name=mail><input type=password name=word></form>";
    private static final Map<String, String> PAGES = Map.of(
            "/", "<h1>Harbor</h1><p>Welcome to the portal</p><a href=/terms>Terms</a> <a href=/login>Log in</a>",
            "/terms", "<h1>Terms</h1><p>These are the terms that apply to everyone who uses the portal</p>",
            "/login", FORM);

    private TransportDialects() {}

    static List<Dialect> all() {
        return List.of(
                nginx(),
                express(),
                apexToWww(),
                wwwToApex(),
                metaRefresh(),
                closedPort(),
                refusedApi(),
                shell(),
                softErrors(),
                slashAdded(),
                slashTaken(),
                caseBlind(),
                oddStrictTransport(),
                contentManagement(),
                proxyInFront());
    }

    /** {@code return 301 https://$host$request_uri}; flawed, it forgets the request. */
    private static Dialect nginx() {
        return Dialect.of("nginx", strict(redirecting(301)), strict(over(visit -> to(302, visit.here() + "/"))))
                .flawedly(REDIRECT, "WARN link-lost temporary")
                .flawedly(CANONICAL, "WARN link-lost");
    }

    /** An application behind a proxy: flawed, it does not know that it was asked by https, and serves both doors. */
    private static Dialect express() {
        Site sound = strict(redirecting(302));
        Site flawed = strict(visit -> switch (visit.path()) {
            case "/account" -> to(302, visit.http("") + "/login");
            case "/" -> html(PAGES.get("/") + "<a href=/account>Account</a>");
            default -> pages(visit);
        });
        return Dialect.of("express", sound, flawed)
                .soundly(REDIRECT, "WARN temporary")
                .flawedly(REDIRECT, "FAIL page-in-clear sign-in-in-clear")
                .flawedly(WAYS, "FAIL into-clear");
    }

    private static Dialect apexToWww() {
        Site sound = strict(over(visit -> to(301, visit.here() + visit.target()), moving("", "www")));
        Site flawed = strict(over(
                visit -> visit.sub().isEmpty()
                        ? to(301, visit.http("www") + visit.target())
                        : to(301, visit.here() + visit.target()),
                moving("", "www")));
        return Dialect.of("apexwww", sound, flawed)
                .at("www", "")
                .soundly(STRICT, "WARN without-subdomains")
                .flawedly(STRICT, "WARN without-subdomains")
                .flawedly(REDIRECT, "FAIL detour-in-clear");
    }

    private static Dialect wwwToApex() {
        Site sound = strict(over(visit -> to(308, visit.here() + visit.target()), moving("www", "")));
        return Dialect.of("wwwapex", sound, strict(redirecting(308)))
                .at("", "www")
                .soundly(STRICT, "WARN without-subdomains")
                .flawedly(STRICT, "WARN without-subdomains")
                .flawedly(CANONICAL, "FAIL second-site");
    }

    private static Dialect metaRefresh() {
        Site sound = strict(over(visit -> html(refresh(visit), 301).with("Location", visit.here() + visit.target())));
        return Dialect.of("refresh", sound, strict(over(visit -> html(refresh(visit)))))
                .flawedly(REDIRECT, "FAIL refresh-only");
    }

    private static Dialect closedPort() {
        return Dialect.of("closed", strict(TransportDialects::pages), strict(TransportDialects::pages))
                .closedWhileSound()
                .flawedly(REDIRECT, "FAIL page-in-clear sign-in-in-clear");
    }

    /** An API has no use for a redirect; flawed, it works in clear just as well. */
    private static Dialect refusedApi() {
        Site api = visit -> Reply.json(401, "{\"error\":\"sign in first\"}");
        Site sound = strict(visit -> visit.sub().equals("api")
                ? (visit.secure() ? api.answer(visit) : Reply.empty(426))
                : redirecting(301).answer(visit));
        Site flawed = strict(visit ->
                visit.sub().equals("api") ? api.answer(visit) : redirecting(301).answer(visit));
        return Dialect.of("apihost", sound, flawed).at("portal", "api").flawedly(REDIRECT, "FAIL answered-in-clear");
    }

    private static Dialect shell() {
        Site secure = visit -> visit.path().equals("/app.js")
                ? Reply.of(200, "text/javascript", "const routes=[\"/\",\"/signin\"];fetch('/api/me')")
                : html("<script src=/app.js></script><div id=root></div>");
        Site calling = visit -> visit.path().equals("/app.js")
                ? Reply.of(200, "text/javascript", "const routes=[\"/signin\"];fetch('" + visit.http("") + "/api/me')")
                : secure.answer(visit);
        return Dialect.of("shell", strict(over(toHttps(), secure)), strict(calling))
                .flawedly(REDIRECT, "FAIL page-in-clear sign-in-in-clear")
                .flawedly(MIXED, "FAIL call-in-clear");
    }

    /** Says 200 whatever is missing; flawed, an old address is missing as well. */
    private static Dialect softErrors() {
        Site sorry = visit -> PAGES.containsKey(visit.path())
                ? pages(visit)
                : html("<h1>Oops</h1><p>There is no " + visit.path() + " on this server</p>");
        Site sound = visit -> visit.path().equals("/old") ? to(301, visit.here() + "/terms") : sorry.answer(visit);
        return Dialect.of("softerrors", strict(over(toHttps(), sound)), strict(over(toHttps(), sorry)))
                .moving("/old", "/terms")
                .soundly(LEGACY, "PASS lands")
                .flawedly(LEGACY, "FAIL stays");
    }

    /** As Django does; flawed, a proxy in front takes the slash away again. */
    private static Dialect slashAdded() {
        Site adding = visit -> {
            boolean slashed = visit.path().endsWith("/");
            String page = slashed && visit.path().length() > 1
                    ? visit.path().substring(0, visit.path().length() - 1)
                    : visit.path();
            return slashed || !PAGES.containsKey(page)
                    ? PAGES.containsKey(page) ? html(PAGES.get(page)) : html("<h1>Not found</h1>", 404)
                    : to(301, page + "/");
        };
        Site fighting = visit -> visit.path().equals("/terms/") ? to(301, "/terms") : adding.answer(visit);
        return Dialect.of("slashadded", strict(over(toHttps(), adding)), strict(over(toHttps(), fighting)))
                .flawedly(WAYS, "FAIL never-ends");
    }

    /** As Next.js does; flawed, both spellings show the page. */
    private static Dialect slashTaken() {
        Site taking = visit -> visit.path().length() > 1 && visit.path().endsWith("/")
                ? to(308, visit.path().substring(0, visit.path().length() - 1))
                : pages(visit);
        Site both = visit -> PAGES.containsKey(bare(visit)) ? html(PAGES.get(bare(visit))) : pages(visit);
        return Dialect.of("slashtaken", strict(over(toHttps(), taking)), strict(over(toHttps(), both)))
                .flawedly(CANONICAL, "WARN second-spelling");
    }

    /** As IIS does; sound, a page names its own address. */
    private static Dialect caseBlind() {
        Site blind = visit -> {
            String path = visit.path().toLowerCase(Locale.ROOT);
            return PAGES.containsKey(path) ? html(PAGES.get(path)) : html("<h1>Not found</h1>", 404);
        };
        Site naming = visit -> {
            String path = visit.path().toLowerCase(Locale.ROOT);
            return PAGES.containsKey(path)
                    ? html("<link rel=canonical href='" + visit.here() + path + "'>" + PAGES.get(path))
                    : html("<h1>Not found</h1>", 404);
        };
        return Dialect.of("caseblind", strict(over(toHttps(), naming)), strict(over(toHttps(), blind)))
                .flawedly(CANONICAL, "WARN second-spelling");
    }

    private static Dialect oddStrictTransport() {
        Site plain = redirecting(301);
        return Dialect.of(
                        "oddstrict",
                        visit -> plain.answer(visit).with(HSTS, " MAX-AGE=\"31536000\" ; IncludeSubdomains ; x=y ;"),
                        visit -> plain.answer(visit).with(HSTS, "max-age=31536000, includeSubDomains"))
                .flawedly(STRICT, "FAIL ignored");
    }

    private static Dialect contentManagement() {
        Site sound = visit -> visit.path().equals("/")
                ? html("<link rel=stylesheet href='/wp-content/a.css'><a href='http://elsewhere.net/'>x</a>"
                        + PAGES.get("/"))
                : visit.path().endsWith("a.css")
                        ? Reply.of(200, "text/css", "/* http://elsewhere.net */ body{background:url(/b.png)}")
                        : pages(visit);
        Site flawed = visit -> visit.path().equals("/")
                ? html("<link rel=stylesheet href='" + visit.http("") + "/wp-content/a.css'>"
                        + "<img src='http://elsewhere.net/a.png'><a href='" + visit.http("") + "/terms'>T</a>"
                        + PAGES.get("/"))
                : sound.answer(visit);
        return Dialect.of("content", strict(over(toHttps(), sound)), strict(over(toHttps(), flawed)))
                .flawedly(MIXED, "FAIL active passive")
                .flawedly(WAYS, "WARN links-in-clear");
    }

    /** A proxy that asks the origin by http, which redirects for ever. */
    private static Dialect proxyInFront() {
        Site flawed = strict(visit -> visit.path().equals("/login") || !visit.secure()
                ? to(301, visit.secure() ? visit.http("") + visit.target() : visit.here() + visit.target())
                : pages(visit));
        return Dialect.of("proxy", strict(redirecting(301)), flawed).flawedly(WAYS, "FAIL into-clear never-ends");
    }

    private static Site redirecting(int status) {
        return over(visit -> to(status, visit.here() + visit.target()));
    }

    private static Site toHttps() {
        return visit -> to(301, visit.here() + visit.target());
    }

    private static Site over(Site plain) {
        return over(plain, TransportDialects::pages);
    }

    private static Site over(Site plain, Site secure) {
        return visit -> visit.secure() ? secure.answer(visit) : plain.answer(visit);
    }

    private static Site moving(String from, String to) {
        return visit -> visit.sub().equals(from) ? to(301, visit.https(to) + visit.target()) : pages(visit);
    }

    private static Site strict(Site site) {
        return visit -> visit.secure() ? site.answer(visit).with(HSTS, YEAR) : site.answer(visit);
    }

    private static Reply pages(Visit visit) {
        return PAGES.containsKey(visit.path()) ? html(PAGES.get(visit.path())) : html("<h1>Not found</h1>", 404);
    }

    private static String bare(Visit visit) {
        String path = visit.path();
        return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
    }

    private static String refresh(Visit visit) {
        return "<meta http-equiv=refresh content='0;url=" + visit.here() + visit.target() + "'>";
    }

    private static Reply html(String body) {
        return html(body, 200);
    }

    private static Reply html(String body, int status) {
        return Reply.of(status, "text/html; charset=utf-8", "<!doctype html><html><body>" + body + "</body></html>");
    }

    private static Reply to(int status, String location) {
        return Reply.empty(status).with("Location", location);
    }
}
