package dev.launchready.check.cors;

import static dev.launchready.check.cors.CorsDialects.NONE;
import static dev.launchready.check.cors.CorsDialects.PASS;
import static dev.launchready.check.cors.CorsDialects.TRUSTED;
import static dev.launchready.check.cors.CorsDialects.UNTRUSTED;
import static dev.launchready.check.cors.CorsDialects.WILDCARD;
import static dev.launchready.check.cors.CorsDialects.naming;
import static dev.launchready.check.cors.CorsDialects.same;
import static dev.launchready.check.cors.CorsDialects.split;

import dev.launchready.check.DialectServer.Line;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.cors.CorsDialects.Dialect;
import dev.launchready.check.cors.CorsDialects.Layer;
import java.util.List;
import java.util.Map;

/** Supabase, Workers, nginx, gateways, and portals that are not there. */
final class EdgeDialects {
    private EdgeDialects() {}

    static List<Dialect> all() {
        return List.of(
                split("supabase, * and apikey", supabase(false), PASS, "wildcard-with-authorization", PASS),
                split("supabase, * and credentials", supabase(true), PASS, "wildcard-with-credentials", PASS),
                same("worker, * on public data", health("*"), PASS, PASS),
                same("worker, echo without credentials", echo(), "reflected-without-credentials", PASS),
                split(
                        "nginx, if ($http_origin ~ harbor.example)",
                        naming(origin -> origin.matches(".*harbor.example.*"), 204),
                        "lookalike-origin-with-credentials",
                        PASS,
                        PASS),
                split("gateway answers every preflight with 405", noPreflight(405), PASS, PASS, "preflight-refused"),
                split("gateway wants a token for the preflight", noPreflight(401), PASS, PASS, "preflight-refused"),
                split("the API does not name the portal", (ask, reply) -> reply, PASS, PASS, "api-without-cors"),
                split("the API names the portal without Vary", withoutVary(), PASS, PASS, "vary-missing"),
                split("the preflight forgets authorization", forgetful(), PASS, PASS, "header-refused"),
                split(
                        "nginx adds its headers to good answers alone",
                        goodAnswersAlone(naming(origin -> true, 204)),
                        "reflected-with-credentials",
                        PASS,
                        PASS),
                split(
                        "one route of the API forgets the portal",
                        exceptHealth(naming(CorsDialects::own, 204)),
                        PASS,
                        PASS,
                        "own-origin-refused"),
                split("the preflight lists GET alone", getAlone(), PASS, PASS, "method-refused"),
                broken(
                        "every answer is an error",
                        Reply.of(503, "text/html", "<h1>Service unavailable</h1>"),
                        "no-answer"),
                broken("every answer is not found", Reply.json(404, "{}"), "only-errors"),
                broken(
                        "a wall before everything",
                        Reply.html("Just a moment").with("cf-mitigated", "challenge"),
                        "no-answer"),
                strangersLimited());
    }

    private static Layer supabase(boolean credentials) {
        return (ask, reply) -> {
            Reply open = (ask.preflight() ? Reply.empty(200) : reply).with("Access-Control-Allow-Origin", "*");
            Reply listed = ask.preflight()
                    ? open.with("Access-Control-Allow-Headers", "authorization, x-client-info, apikey, content-type")
                            .with("Access-Control-Allow-Methods", "GET,POST,PATCH,PUT,DELETE,OPTIONS")
                    : open;
            return credentials ? listed.with("Access-Control-Allow-Credentials", "true") : listed;
        };
    }

    private static Layer health(String allowed) {
        return (ask, reply) ->
                ask.path().equals("/api/health") ? reply.with("Access-Control-Allow-Origin", allowed) : reply;
    }

    private static Layer echo() {
        return (ask, reply) -> ask.origin().isEmpty() || ask.preflight()
                ? reply
                : reply.with("Access-Control-Allow-Origin", ask.origin());
    }

    private static Layer noPreflight(int status) {
        Layer sound = naming(CorsDialects::own, 204);
        return (ask, reply) -> ask.preflight() ? Reply.json(status, "{}") : sound.apply(ask, reply);
    }

    private static Layer withoutVary() {
        return (ask, reply) -> {
            Reply base = ask.preflight() ? Reply.empty(204) : reply;
            return CorsDialects.own(ask.origin())
                    ? CorsDialects.preflight(
                            ask,
                            base.with("Access-Control-Allow-Origin", ask.origin())
                                    .with("Access-Control-Allow-Credentials", "true"))
                    : base;
        };
    }

    private static Layer forgetful() {
        return (ask, reply) -> {
            Reply base = ask.preflight() ? Reply.empty(204) : reply;
            Reply named = CorsDialects.own(ask.origin())
                    ? base.with("Access-Control-Allow-Origin", ask.origin())
                            .with("Access-Control-Allow-Credentials", "true")
                            .with("Access-Control-Allow-Methods", "GET, POST, PUT, DELETE")
                            .with("Access-Control-Allow-Headers", "content-type")
                    : base;
            return named.with("Vary", "Origin");
        };
    }

    private static Layer goodAnswersAlone(Layer layer) {
        return (ask, reply) -> reply.status() < 300 || ask.preflight() ? layer.apply(ask, reply) : reply;
    }

    private static Layer exceptHealth(Layer layer) {
        return (ask, reply) -> ask.path().equals("/api/health") ? reply : layer.apply(ask, reply);
    }

    private static Layer getAlone() {
        Layer sound = naming(CorsDialects::own, 204);
        return (ask, reply) -> {
            Reply answer = sound.apply(ask, reply);
            return new Reply(
                    answer.status(),
                    answer.headers().stream()
                            .map(line -> line.name().equals("Access-Control-Allow-Methods")
                                    ? new Line(line.name(), "GET")
                                    : line)
                            .toList(),
                    answer.body());
        };
    }

    private static Dialect broken(String name, Reply always, String reason) {
        return new Dialect(name, true, ask -> always, Map.of(UNTRUSTED, reason, WILDCARD, reason, TRUSTED, NONE));
    }

    private static Dialect strangersLimited() {
        return new Dialect(
                "a limiter answers strangers",
                true,
                ask -> ask.origin().isEmpty() || CorsDialects.own(ask.origin())
                        ? CorsDialects.application(ask)
                        : Reply.json(429, "{}").with("Retry-After", "1"),
                Map.of(UNTRUSTED, "held-back", WILDCARD, "held-back", TRUSTED, NONE));
    }
}
