package dev.launchready.check.secrets;

import dev.launchready.check.DialectRun;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;

/** What a server of some stack serves, by path, and what it says to everything else. */
final class Site implements Function<Ask, Reply> {
    private final Map<String, Reply> files = new LinkedHashMap<>();
    private final Function<Ask, Reply> otherwise;

    private Site(Function<Ask, Reply> otherwise) {
        this.otherwise = otherwise;
    }

    /** A server that says 404. */
    static Site plain() {
        return new Site(ask -> Reply.of(404, "text/plain", "Not Found"));
    }

    /** A front controller that knows no 404: a page says so, with status 200 and the address in it. */
    static Site apologetic() {
        return new Site(
                ask -> Reply.html("<html><head><title>Harbor</title></head><body><h1>Sorry</h1><p>We could not find "
                        + ask.path() + " here.</p></body></html>"));
    }

    /** One shell for every path. */
    static Site shell(String html) {
        return new Site(ask -> Reply.html(html));
    }

    /** A server that refuses what looks odd, and sends the rest to the sign-in page. */
    static Site guarded() {
        return new Site(ask -> ask.path().contains("/.") || ask.path().startsWith("/actuator")
                ? Reply.json(403, "{\"error\":\"forbidden\"}")
                : Reply.empty(302).with("Location", "/login"));
    }

    Site with(String path, Reply reply) {
        files.put(path, reply);
        return this;
    }

    Site page(String path, String head, String body) {
        return with(
                path,
                Reply.html("<!doctype html><html><head><title>Harbor</title>" + head + "</head><body>" + body
                        + "</body></html>"));
    }

    Site script(String path, String code) {
        return with(path, Reply.of(200, "application/javascript", code));
    }

    Site json(String path, String json) {
        return with(path, Reply.json(200, json));
    }

    Site text(String path, String text) {
        return with(path, Reply.of(200, "application/octet-stream", text));
    }

    @Override
    public Reply apply(Ask ask) {
        if (ask.path().equals("/api/me")) {
            return ask.signedIn()
                    ? Reply.json(200, "{\"email\":\"" + DialectRun.ALICE + "\"}")
                    : Reply.json(401, "{\"error\":\"sign in\"}");
        }
        Reply reply = files.get(ask.path());
        return reply == null ? otherwise.apply(ask) : reply;
    }
}
