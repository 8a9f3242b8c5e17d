package dev.launchready.check.headers;

import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Parts from which the portals of the corpus are put together, and what every check of the family has to say of each. */
final class HeaderDialects {
    static final String SECURITY = "headers.security";
    static final String CACHE = "headers.private-cache";
    static final String DISCLOSURE = "headers.disclosure";
    static final String PASS = "PASS";
    static final String GOOD_POLICY =
            "default-src 'self'; script-src 'self'; object-src 'none'; base-uri 'none'; frame-ancestors 'none'";

    static final String SIGN_IN = "<!doctype html><html><head><title>Sign in</title><script src=/app.js></script>"
            + "<link rel=stylesheet href=/app.css></head><body><form method=post action=/login><input name=email>"
            + "<input type=password name=password><button>Sign in</button></form></body></html>";
    static final String FRONT = "<!doctype html><html><head><title>Harbor</title><script src=/app.js></script></head>"
            + "<body><h1>Harbor Coaching</h1><a href=/login>Sign in</a></body></html>";

    private HeaderDialects() {}

    /** @param expected check id to an outcome ({@code PASS}) or to the reasons that make it, in alphabetical order */
    record Dialect(String name, Function<Ask, Reply> portal, Map<String, String> expected) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Dialect dialect(String name, Function<Ask, Reply> portal, String security, String cache, String disclosure) {
        return new Dialect(name, portal, Map.of(SECURITY, security, CACHE, cache, DISCLOSURE, disclosure));
    }

    /** A portal with a front page, a sign-in page, two assets, a health route, private routes and a proper 404. */
    static Reply site(Ask ask) {
        return switch (ask.path()) {
            case "/" -> Reply.html(FRONT);
            case "/login" -> Reply.html(SIGN_IN);
            case "/app.js" -> Reply.of(200, "text/javascript", "document.title += '.'");
            case "/app.css" -> Reply.of(200, "text/css", "body{margin:0}");
            case "/api/health" -> Reply.json(200, "{\"status\":\"ok\"}");
            case "/api/me", "/api/invoices", "/api/invoices/inv_1001" ->
                ask.signedIn()
                        ? Reply.json(200, "{\"email\":\"" + DialectRun.ALICE + "\"}")
                                .with("Cache-Control", "no-store")
                        : Reply.json(401, "{\"error\":\"sign in\"}");
            default -> Reply.of(404, "text/html", "<h1>Not found</h1>");
        };
    }

    /** Everything that a careful owner sends, on every answer. */
    static Reply careful(Reply reply) {
        return reply.with("Content-Security-Policy", GOOD_POLICY)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "strict-origin-when-cross-origin")
                .with("Permissions-Policy", "camera=()")
                .with("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** The careful portal with another policy for scripts. */
    static Function<Ask, Reply> under(String policy) {
        return ask -> site(ask)
                .with("Content-Security-Policy", policy)
                .with("X-Content-Type-Options", "nosniff")
                .with("Referrer-Policy", "no-referrer")
                .with("Permissions-Policy", "camera=()")
                .with("Cross-Origin-Opener-Policy", "same-origin");
    }

    /** The careful portal, which says this of every answer's caching. */
    static Function<Ask, Reply> caching(String value) {
        return ask -> without(careful(site(ask)), "Cache-Control").with("Cache-Control", value);
    }

    static Function<Ask, Reply> carefulBut(UnaryOperator<Reply> change) {
        return ask -> change.apply(careful(site(ask)));
    }

    static Function<Ask, Reply> carefulAt(String path, UnaryOperator<Reply> change) {
        return ask -> ask.path().equals(path) ? change.apply(careful(site(ask))) : careful(site(ask));
    }

    static Reply without(Reply reply, String name) {
        return new Reply(
                reply.status(),
                reply.headers().stream()
                        .filter(line -> !line.name().equalsIgnoreCase(name))
                        .toList(),
                reply.body());
    }
}
