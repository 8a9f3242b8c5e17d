package dev.launchready.check.cors;

import static dev.launchready.check.cors.CorsDialects.PASS;
import static dev.launchready.check.cors.CorsDialects.naming;
import static dev.launchready.check.cors.CorsDialects.preflight;
import static dev.launchready.check.cors.CorsDialects.same;
import static dev.launchready.check.cors.CorsDialects.split;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.cors.CorsDialects.Dialect;
import dev.launchready.check.cors.CorsDialects.Layer;
import java.util.List;

/** Express, Next.js and single-page shells. */
final class NodeDialects {
    private NodeDialects() {}

    static List<Dialect> all() {
        return List.of(
                same("express, cors() on the public route alone", publicRoute(expressWildcard()), PASS, PASS),
                same("express, cors() on everything", expressWildcard(), PASS, "wildcard-with-authorization"),
                same(
                        "express, origin: true with credentials",
                        naming(origin -> true, 204),
                        "reflected-with-credentials",
                        PASS),
                same("express, the callback throws for strangers", throwing(), PASS, PASS),
                split("express, a fixed list", naming(CorsDialects::own, 204), PASS, PASS, PASS),
                split(
                        "express, origin.includes('harbor.example')",
                        naming(origin -> origin.contains("harbor.example"), 204),
                        "lookalike-origin-with-credentials",
                        PASS,
                        PASS),
                split(
                        "express, origin.startsWith",
                        naming(origin -> origin.startsWith("http://portal.harbor.example"), 204),
                        "lookalike-origin-with-credentials",
                        PASS,
                        PASS),
                same("next.js, pages and routes without any header", (ask, reply) -> reply, PASS, PASS),
                same(
                        "next.js, one private route alone reflects",
                        onlyMe(naming(origin -> true, 204)),
                        "reflected-with-credentials",
                        PASS),
                same("shell for every path", shell((ask, reply) -> reply), PASS, PASS),
                same(
                        "shell for every path, the API's part reflects",
                        shell(apiOnly(naming(origin -> true, 204))),
                        "reflected-with-credentials",
                        PASS),
                same(
                        "previews on vercel.app are let in",
                        naming(origin -> origin.matches("https://[a-z0-9-]+\\.vercel\\.app"), 204),
                        "lookalike-origin-with-credentials",
                        PASS));
    }

    /** {@code app.use(cors())} of Express: a wildcard, and a preflight that echoes what was asked for. */
    static Layer expressWildcard() {
        return (ask, reply) -> {
            Reply base = ask.preflight() ? Reply.empty(204) : reply;
            Reply open = base.with("Access-Control-Allow-Origin", "*");
            return ask.preflight()
                    ? open.with("Access-Control-Allow-Methods", "GET,HEAD,PUT,PATCH,POST,DELETE")
                            .with("Access-Control-Allow-Headers", ask.header("Access-Control-Request-Headers"))
                    : open;
        };
    }

    private static Layer throwing() {
        return (ask, reply) -> {
            if (ask.origin().isEmpty() || CorsDialects.own(ask.origin())) {
                return preflight(ask, ask.preflight() ? Reply.empty(204) : reply)
                        .with("Access-Control-Allow-Origin", ask.origin().isEmpty() ? "*" : ask.origin());
            }
            return Reply.of(500, "text/html", "<pre>Error: Not allowed by CORS</pre>");
        };
    }

    private static Layer publicRoute(Layer layer) {
        return (ask, reply) -> ask.path().equals("/api/health") ? layer.apply(ask, reply) : reply;
    }

    private static Layer onlyMe(Layer layer) {
        return (ask, reply) -> ask.path().equals("/api/me") ? layer.apply(ask, reply) : reply;
    }

    private static Layer apiOnly(Layer layer) {
        return (ask, reply) -> ask.path().startsWith("/api/") ? layer.apply(ask, reply) : reply;
    }

    private static Layer shell(Layer layer) {
        return (ask, reply) -> layer.apply(ask, reply.status() == 404 ? page(ask) : reply);
    }

    private static Reply page(Ask ask) {
        return Reply.html("<!doctype html><title>App</title><div id=root data-at='" + ask.path() + "'></div>");
    }
}
