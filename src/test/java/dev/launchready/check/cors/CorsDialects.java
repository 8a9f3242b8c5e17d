package dev.launchready.check.cors;

import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Portals in the dialects of the stacks that people run, each in a sound and a flawed edition, with what every check has to say of it.
 * They answer as {@code portal.harbor.example} and {@code api.harbor.example}; the API's routes are public {@code /api/health}, signed-in
 * {@code /api/me}, owned {@code /api/invoices/{invoice}}.
 */
final class CorsDialects {
    static final String UNTRUSTED = "cors.untrusted-origin";
    static final String WILDCARD = "cors.credentialed-wildcard";
    static final String TRUSTED = "cors.trusted-origins";
    static final String PASS = "PASS";
    static final String NONE = "NOT_APPLICABLE";

    private CorsDialects() {}

    /**
     * @param ownApi whether the API lies on the portal's own origin
     * @param expected check id to an outcome ({@code PASS}) or a reason
     */
    record Dialect(String name, boolean ownApi, Function<Ask, Reply> portal, Map<String, String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    /** What a framework's CORS layer adds to an answer, or answers in the application's place. */
    interface Layer extends BiFunction<Ask, Reply, Reply> {}

    static List<Dialect> all() {
        List<Dialect> all = new ArrayList<>();
        all.addAll(NodeDialects.all());
        all.addAll(ServerDialects.all());
        all.addAll(EdgeDialects.all());
        return all;
    }

    static Dialect same(String name, Layer layer, String untrusted, String wildcard) {
        Map<String, String> expected = Map.of(UNTRUSTED, untrusted, WILDCARD, wildcard, TRUSTED, NONE);
        return new Dialect(name, true, ask -> layer.apply(ask, application(ask)), expected);
    }

    static Dialect split(String name, Layer layer, String untrusted, String wildcard, String trusted) {
        Map<String, String> expected = Map.of(UNTRUSTED, untrusted, WILDCARD, wildcard, TRUSTED, trusted);
        return new Dialect(name, false, ask -> layer.apply(ask, application(ask)), expected);
    }

    /** The application behind the layer: a page, a health route, and an API that wants a session. */
    static Reply application(Ask ask) {
        if (ask.method().equals("OPTIONS")) {
            return Reply.empty(404);
        }
        return switch (ask.path()) {
            case "/", "/login" -> Reply.html("<!doctype html><title>Harbor</title><form><input type=password></form>");
            case "/api/health" -> Reply.json(200, "{\"status\":\"ok\"}");
            case "/api/me", "/api/invoices/inv_1001", "/api/invoices" ->
                ask.signedIn()
                        ? Reply.json(200, "{\"email\":\"" + DialectRun.ALICE + "\"}")
                        : Reply.json(401, "{\"error\":\"sign in\"}");
            default -> Reply.json(404, "{\"error\":\"not found\"}");
        };
    }

    /** A list or pattern that names the origin and allows credentials, as most server frameworks do it. */
    static Layer naming(Predicate<String> allowed, int preflightStatus) {
        return (ask, reply) -> {
            Reply base = ask.preflight() ? Reply.empty(preflightStatus) : reply;
            if (ask.origin().isEmpty() || !allowed.test(ask.origin())) {
                return base.with("Vary", "Origin");
            }
            return preflight(
                    ask,
                    base.with("Access-Control-Allow-Origin", ask.origin())
                            .with("Access-Control-Allow-Credentials", "true")
                            .with("Vary", "Origin"));
        };
    }

    static Reply preflight(Ask ask, Reply reply) {
        return ask.preflight()
                ? reply.with("Access-Control-Allow-Methods", "GET, POST, PUT, PATCH, DELETE")
                        .with("Access-Control-Allow-Headers", "authorization, content-type")
                : reply;
    }

    /** The portal's own origin as this server is reached. */
    static boolean own(String origin) {
        return Pattern.matches("http://portal\\.harbor\\.example(:\\d+)?", origin);
    }
}
