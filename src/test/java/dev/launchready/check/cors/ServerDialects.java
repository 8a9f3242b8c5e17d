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
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Spring, Django, Rails, Laravel, FastAPI. */
final class ServerDialects {
    private ServerDialects() {}

    static List<Dialect> all() {
        return List.of(
                same("spring, strangers get 403", spring(origin -> false), PASS, PASS),
                same(
                        "spring, allowedOriginPatterns * with credentials",
                        spring(origin -> true),
                        "reflected-with-credentials",
                        PASS),
                same(
                        "spring, own origin is no CORS, but a pattern lets names that begin alike in",
                        spring(pattern("http://portal\\.harbor\\.example.*")),
                        "lookalike-origin-with-credentials",
                        PASS),
                split("django, CORS_ALLOWED_ORIGINS", naming(CorsDialects::own, 200), PASS, PASS, PASS),
                split(
                        "django, a regex without its end",
                        naming(
                                origin -> Pattern.compile("^http://\\w+\\.harbor\\.example")
                                        .matcher(origin)
                                        .find(),
                                200),
                        "lookalike-origin-with-credentials",
                        PASS,
                        PASS),
                split("rails, a string", naming(CorsDialects::own, 200), PASS, PASS, PASS),
                split(
                        "rails, a regex with an unescaped dot",
                        naming(pattern("http://portal.harbor\\.example(:\\d+)?"), 200),
                        "lookalike-origin-with-credentials",
                        PASS,
                        PASS),
                split("laravel, one origin, always the same header", laravelFixed(), PASS, PASS, PASS),
                same(
                        "laravel, * with supports_credentials reflects",
                        naming(origin -> true, 204),
                        "reflected-with-credentials",
                        PASS),
                split(
                        "fastapi, allow_origins with null",
                        naming(origin -> CorsDialects.own(origin) || origin.equals("null"), 200),
                        "null-origin-with-credentials",
                        PASS,
                        PASS),
                split(
                        "any subdomain",
                        naming(pattern("http://([a-z0-9-]+\\.)+harbor\\.example(:\\d+)?"), 204),
                        "subdomain-origin-with-credentials",
                        PASS,
                        PASS),
                split(
                        "endsWith the domain",
                        naming(origin -> origin.matches(".*harbor\\.example(:\\d+)?"), 204),
                        "lookalike-origin-with-credentials",
                        PASS,
                        PASS),
                split(
                        "localhost left in",
                        naming(origin -> CorsDialects.own(origin) || origin.equals("http://localhost:3000"), 204),
                        "development-origin-with-credentials",
                        PASS,
                        PASS),
                same(
                        "rails, a front page that has moved, open to every origin",
                        frontMovedTo("/de"),
                        "reflected-with-credentials-open",
                        PASS),
                same(
                        "django, a front page that asks for the sign-in, open to every origin",
                        frontMovedTo("/accounts/login/?next=/"),
                        "reflected-with-credentials",
                        PASS));
    }

    /** Only the front page lets everybody in, and it sends them on. */
    private static Layer frontMovedTo(String place) {
        return (ask, reply) -> ask.path().equals("/")
                ? Reply.empty(302)
                        .with("Location", place)
                        .with("Access-Control-Allow-Origin", ask.origin())
                        .with("Access-Control-Allow-Credentials", "true")
                        .with("Vary", "Origin")
                : reply;
    }

    private static Predicate<String> pattern(String regex) {
        return origin -> Pattern.matches(regex, origin);
    }

    /** Spring: the server's own origin is no cross-origin request; a refused one is answered 403 by the filter. */
    private static Layer spring(Predicate<String> allowed) {
        return (ask, reply) -> {
            if (ask.origin().isEmpty() || CorsDialects.own(ask.origin())) {
                return vary(reply);
            }
            if (!allowed.test(ask.origin())) {
                return vary(Reply.of(403, "text/plain", "Invalid CORS request"));
            }
            Reply base = ask.preflight() ? Reply.empty(200) : reply;
            return vary(preflight(
                    ask,
                    base.with("Access-Control-Allow-Origin", ask.origin())
                            .with("Access-Control-Allow-Credentials", "true")));
        };
    }

    private static Reply vary(Reply reply) {
        return reply.with("Vary", "Origin, Access-Control-Request-Method, Access-Control-Request-Headers");
    }

    private static Layer laravelFixed() {
        return (ask, reply) -> preflight(ask, ask.preflight() ? Reply.empty(204) : reply)
                .with("Access-Control-Allow-Origin", portalOf(ask))
                .with("Access-Control-Allow-Credentials", "true");
    }

    private static String portalOf(Ask ask) {
        return "http://portal.harbor.example:" + ask.raw().getPort();
    }
}
