package dev.launchready.check.headers;

import static dev.launchready.check.headers.HeaderDialects.GOOD_POLICY;
import static dev.launchready.check.headers.HeaderDialects.PASS;
import static dev.launchready.check.headers.HeaderDialects.caching;
import static dev.launchready.check.headers.HeaderDialects.careful;
import static dev.launchready.check.headers.HeaderDialects.carefulAt;
import static dev.launchready.check.headers.HeaderDialects.carefulBut;
import static dev.launchready.check.headers.HeaderDialects.dialect;
import static dev.launchready.check.headers.HeaderDialects.site;
import static dev.launchready.check.headers.HeaderDialects.under;
import static dev.launchready.check.headers.HeaderDialects.without;

import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.headers.HeaderDialects.Dialect;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** The portals of the family, each in the dialect of a stack. */
final class HeaderCorpus {
    private static final String ALL_MISSING = "csp-missing extras-missing framable nosniff-missing sign-in-framable";
    private static final String META = "<meta http-equiv='Content-Security-Policy' content=\"";

    private HeaderCorpus() {}

    static List<Dialect> all() {
        List<Dialect> all = new ArrayList<>(policies());
        all.addAll(framing());
        all.addAll(shapes());
        all.addAll(caches());
        all.addAll(makers());
        return all;
    }

    private static List<Dialect> policies() {
        return List.of(
                dialect("helmet, everything set", ask -> careful(site(ask)), PASS, PASS, PASS),
                dialect("express without helmet", HeaderDialects::site, ALL_MISSING, PASS, PASS),
                dialect("next.js, a nonce for each answer", nonces(false), PASS, PASS, PASS),
                dialect("next.js, a page built once with its nonce", nonces(true), "csp-static-nonce", PASS, PASS),
                dialect(
                        "a policy with unsafe-inline",
                        under("default-src 'self' 'unsafe-inline'; frame-ancestors 'none'"),
                        "csp-script-inline",
                        PASS,
                        PASS),
                dialect(
                        "unsafe-inline beside a hash for old browsers",
                        under(
                                "script-src 'self' 'unsafe-inline' 'sha256-abc='; object-src 'none'; base-uri 'none'; frame-ancestors 'self'"),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "https: for scripts",
                        under("default-src https: data:; frame-ancestors 'none'; object-src 'none'"),
                        "csp-script-anywhere",
                        PASS,
                        PASS),
                dialect(
                        "an upgrade policy alone",
                        under("upgrade-insecure-requests; frame-ancestors 'none'"),
                        "csp-scripts-unrestricted",
                        PASS,
                        PASS),
                dialect("report only", reportOnly(), "csp-report-only", PASS, PASS),
                dialect(
                        "eval for a template library",
                        under("script-src 'self' 'unsafe-eval'; object-src 'none'; frame-ancestors 'none'"),
                        "csp-eval",
                        PASS,
                        PASS),
                dialect(
                        "jsdelivr",
                        under("script-src 'self' cdn.jsdelivr.net; object-src 'none'; frame-ancestors 'none'"),
                        "csp-shared-script-host",
                        PASS,
                        PASS),
                dialect(
                        "self without quotes",
                        under("script-src self; object-src 'none'; frame-ancestors 'none'"),
                        "csp-slip",
                        PASS,
                        PASS),
                dialect(
                        "two policies, the second strict",
                        carefulBut(reply -> reply.with("Content-Security-Policy", "script-src https: 'unsafe-inline'")),
                        PASS,
                        PASS,
                        PASS));
    }

    private static List<Dialect> framing() {
        return List.of(
                dialect(
                        "spa with a meta policy, framing by header",
                        meta(GOOD_POLICY, "X-Frame-Options", "DENY"),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "spa with a meta policy that means to forbid frames",
                        meta(GOOD_POLICY, "X-Other", "1"),
                        "framable sign-in-framable",
                        PASS,
                        PASS),
                dialect(
                        "legacy x-frame-options alone",
                        ask -> without(careful(site(ask)), "Content-Security-Policy")
                                .with("Content-Security-Policy", "default-src 'self'")
                                .with("X-Frame-Options", "SAMEORIGIN"),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "allow-from",
                        ask -> without(careful(site(ask)), "Content-Security-Policy")
                                .with("Content-Security-Policy", "default-src 'self'")
                                .with("X-Frame-Options", "ALLOW-FROM https://partner.example"),
                        "framable sign-in-framable",
                        PASS,
                        PASS),
                dialect(
                        "frame-ancestors * beside deny",
                        ask -> without(careful(site(ask)), "Content-Security-Policy")
                                .with("Content-Security-Policy", "default-src 'self'; frame-ancestors *")
                                .with("X-Frame-Options", "DENY"),
                        "framable sign-in-framable",
                        PASS,
                        PASS));
    }

    private static List<Dialect> shapes() {
        return List.of(
                dialect(
                        "front page redirects to sign-in, redirect bare",
                        ask -> ask.path().equals("/")
                                ? Reply.empty(302).with("Location", "/login")
                                : careful(site(ask)),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "errors bare, pages careful",
                        ask -> site(ask).status() >= 400 ? site(ask) : careful(site(ask)),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "api without policy, pages careful",
                        ask -> ask.path().startsWith("/api/")
                                ? site(ask).with("X-Content-Type-Options", "nosniff")
                                : careful(site(ask)),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "cdn assets without nosniff",
                        ask -> ask.path().startsWith("/app.") ? site(ask) : careful(site(ask)),
                        "nosniff-missing",
                        PASS,
                        PASS),
                dialect(
                        "shell for every path",
                        ask -> site(ask).status() == 404
                                ? careful(Reply.html(HeaderDialects.FRONT))
                                : careful(site(ask)),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "json called html",
                        carefulAt(
                                "/api/health",
                                reply -> without(reply, "Content-Type").with("Content-Type", "text/html")),
                        "json-as-html",
                        PASS,
                        PASS),
                dialect(
                        "referrer to everybody",
                        carefulBut(reply -> without(reply, "Referrer-Policy").with("Referrer-Policy", "unsafe-url")),
                        "referrer-leaks",
                        PASS,
                        PASS),
                dialect(
                        "a static page alone, bare",
                        HeaderCorpus::leaflet,
                        "csp-missing-inert nosniff-missing",
                        PASS,
                        PASS));
    }

    private static List<Dialect> caches() {
        String session = "sid=s%3A8f3a91c07b5e4d2290aa; Path=/; HttpOnly; SameSite=Lax";
        AtomicInteger visitor = new AtomicInteger();
        return List.of(
                dialect(
                        "sign-in sets a session and is public",
                        carefulAt(
                                "/login",
                                reply -> reply.with("Cache-Control", "public, max-age=600")
                                        .with("Set-Cookie", session.replace("8f3a", "8f" + visitor.incrementAndGet()))),
                        PASS,
                        "cookie-cacheable",
                        PASS),
                dialect(
                        "an edge hands everybody the same session",
                        carefulAt(
                                "/login",
                                reply -> reply.with("Cache-Control", "public, s-maxage=600")
                                        .with("X-Cache", "HIT")
                                        .with("Age", "42")
                                        .with("Set-Cookie", session)),
                        PASS,
                        "cookie-from-cache",
                        PASS),
                dialect(
                        "session with no-store",
                        carefulAt(
                                "/login",
                                reply -> reply.with("Cache-Control", "no-store").with("Set-Cookie", session)),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "session without any word on caching",
                        carefulAt("/login", reply -> reply.with("Set-Cookie", session + visitor)),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "a load balancer's cookie on cached pages",
                        ask -> (ask.path().startsWith("/api/")
                                        ? careful(site(ask))
                                        : caching("public, max-age=60").apply(ask))
                                .with("Set-Cookie", "AWSALB=abcdefghijklmnopqrstuvwxyz012345; Path=/"),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "every answer public for an hour",
                        caching("public, max-age=3600"),
                        PASS,
                        "guarded-cacheable private-cacheable",
                        PASS),
                dialect(
                        "private route from the edge",
                        carefulAt(
                                "/api/me",
                                reply -> Reply.json(200, "{\"name\":\"Alice\"}")
                                        .with("X-Content-Type-Options", "nosniff")
                                        .with("CF-Cache-Status", "HIT")
                                        .with("Age", "12")),
                        PASS,
                        "guarded-from-cache",
                        PASS),
                dialect(
                        "an edge gives away what Alice has read",
                        HeaderCorpus::forgetfulEdge,
                        PASS,
                        "leaked-from-cache",
                        PASS),
                dialect(
                        "form token on a public page",
                        ask -> ask.path().equals("/login")
                                ? careful(
                                                Reply.html(
                                                        HeaderDialects.SIGN_IN.replace(
                                                                "<input name=email>",
                                                                "<input type=hidden name=csrf value=Zm9vYmFyYmF6cXV4Zm9v><input name=email>")))
                                        .with("Cache-Control", "public, s-maxage=300")
                                : careful(site(ask)),
                        PASS,
                        "token-cacheable",
                        PASS));
    }

    private static List<Dialect> makers() {
        return List.of(
                dialect(
                        "nginx with its version",
                        carefulBut(reply -> reply.with("Server", "nginx/1.22.1")),
                        PASS,
                        PASS,
                        "version-shown"),
                dialect("nginx without", carefulBut(reply -> reply.with("Server", "nginx")), PASS, PASS, PASS),
                dialect(
                        "php with its version",
                        carefulBut(reply -> reply.with("X-Powered-By", "PHP/8.1.2")),
                        PASS,
                        PASS,
                        "version-shown"),
                dialect(
                        "express by name",
                        carefulBut(reply -> reply.with("X-Powered-By", "Express")),
                        PASS,
                        PASS,
                        PASS),
                dialect(
                        "a node stack in the error page",
                        ask -> site(ask).status() == 404
                                ? Reply.of(
                                        404,
                                        "text/html",
                                        "<pre>Error: no such page<br> at Layer.handle (/app/node_modules/express/lib/router/layer.js:95:5)</pre>")
                                : careful(site(ask)),
                        PASS,
                        PASS,
                        "stack-trace"),
                dialect(
                        "a node application that throws for strangers",
                        ask -> ask.origin().isEmpty()
                                ? careful(site(ask))
                                : Reply.of(
                                        500,
                                        "text/html",
                                        "<pre>Error: Not allowed by CORS<br> at origin (/srv/portal/app.js:27:14)</pre>"),
                        PASS,
                        PASS,
                        "stack-trace"),
                dialect(
                        "django in debug mode",
                        ask -> site(ask).status() == 404
                                ? Reply.of(
                                        404,
                                        "text/html",
                                        "<p>You're seeing this error because you have <code>DEBUG = True</code> in your Django settings file.</p>")
                                : careful(site(ask)),
                        PASS,
                        PASS,
                        "debug-page"),
                dialect(
                        "an error page with status 200 and a trace",
                        ask -> site(ask).status() == 404
                                ? careful(
                                        Reply.html(
                                                "<pre>Traceback (most recent call last):\n  File \"/srv/app.py\", line 3</pre>"))
                                : careful(site(ask)),
                        PASS,
                        PASS,
                        "stack-trace"),
                dialect(
                        "tomcat in the error page",
                        ask -> site(ask).status() == 404
                                ? Reply.of(404, "text/html", "<h1>HTTP Status 404</h1><h3>Apache Tomcat/9.0.71</h3>")
                                : careful(site(ask)),
                        PASS,
                        PASS,
                        "version-shown"),
                dialect(
                        "symfony's profiler",
                        carefulBut(reply -> reply.with("X-Debug-Token-Link", "/_profiler/abc123")),
                        PASS,
                        PASS,
                        "debug-header"),
                dialect(
                        "wordpress by its generator",
                        carefulAt(
                                "/",
                                reply -> new Reply(
                                        200,
                                        reply.headers(),
                                        reply.body()
                                                .replace(
                                                        "<title>",
                                                        "<meta name=generator content='WordPress 6.4.2'><title>"))),
                        PASS,
                        PASS,
                        "version-shown"));
    }

    private static Function<Ask, Reply> nonces(boolean same) {
        AtomicInteger count = new AtomicInteger();
        return ask -> {
            String nonce = same ? "bm9uY2U=" : "bm9uY2U" + count.incrementAndGet();
            Reply reply = site(ask);
            return careful(new Reply(
                            reply.status(),
                            reply.headers(),
                            reply.body().replace("<script", "<script nonce='" + nonce + "'")))
                    .headers()
                    .stream()
                    .map(line -> line.name().equals("Content-Security-Policy")
                            ? new dev.launchready.check.DialectServer.Line(
                                    line.name(),
                                    "script-src 'nonce-" + nonce
                                            + "' 'strict-dynamic' https: 'unsafe-inline'; object-src 'none';"
                                            + " base-uri 'none'; frame-ancestors 'none'")
                            : line)
                    .collect(java.util.stream.Collectors.collectingAndThen(
                            java.util.stream.Collectors.toList(),
                            lines -> new Reply(reply.status(), lines, reply.body())));
        };
    }

    private static Function<Ask, Reply> reportOnly() {
        return ask -> without(careful(site(ask)), "Content-Security-Policy")
                .with("Content-Security-Policy-Report-Only", GOOD_POLICY)
                .with("X-Frame-Options", "DENY");
    }

    private static Function<Ask, Reply> meta(String policy, String header, String value) {
        return ask -> {
            Reply reply = without(careful(site(ask)), "Content-Security-Policy").with(header, value);
            return new Reply(
                    reply.status(), reply.headers(), reply.body().replace("<head>", "<head>" + META + policy + "\">"));
        };
    }

    /** An edge that keeps what Alice has read under its bare address; another query goes past it. */
    private static Reply forgetfulEdge(Ask ask) {
        boolean kept =
                ask.path().equals("/api/invoices/inv_1001") && !ask.target().contains("lr=");
        Reply own = Reply.json(200, "{\"email\":\"" + DialectRun.ALICE + "\"}")
                .with("X-Content-Type-Options", "nosniff")
                .with("Cache-Control", "no-store");
        return kept && !ask.signedIn() ? own.with("X-Cache", "HIT") : kept ? own : careful(site(ask));
    }

    private static Reply leaflet(Ask ask) {
        if (ask.path().startsWith("/api/")) {
            return careful(site(ask));
        }
        return ask.path().equals("/")
                ? Reply.html("<!doctype html><title>Welcome</title><h1>Welcome</h1><p>It works.</p>")
                : Reply.of(404, "text/html", "<h1>Not found</h1>");
    }
}
