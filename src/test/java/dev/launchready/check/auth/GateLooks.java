package dev.launchready.check.auth;

import dev.launchready.check.DialectServer.Reply;
import java.util.UUID;

/** What the pages and answers of a {@link Gate} look like. */
final class GateLooks {
    private static final String SHELL =
            "<!doctype html><html><head><title>Harbor</title><script src=/app.js></script></head><body><div id=root></div></body></html>";

    private GateLooks() {}

    static Reply front() {
        return Reply.html(page("Harbor", "<h1>Coaching for small firms</h1><a href=/login>Sign in</a>"));
    }

    static Reply signIn() {
        return Reply.html(page(
                "Sign in",
                "<form method=post action=/login><input type=hidden name=csrf value=h-1><input name=email>"
                        + "<input type=password name=password></form>"));
    }

    static Reply me(Door door, String mail) {
        if (door.carrier().pages()) {
            return Reply.html(page(
                    "Account",
                    "<h1>Your account</h1><p>" + mail + "</p><form method=post action=/logout>"
                            + "<input type=hidden name=csrf value=out-1><button>Sign out</button></form>"));
        }
        return Reply.json(200, "{\"email\":\"" + mail + "\",\"at\":\"" + UUID.randomUUID() + "\"}");
    }

    static String note(String id, String text) {
        return "{\"id\":\"" + id + "\",\"title\":\"" + text.substring(text.indexOf('|') + 1) + "\"}";
    }

    static Reply refusal(Door.Refusal refusal) {
        return switch (refusal) {
            case UNAUTHORIZED -> Reply.json(401, "{\"error\":\"unauthorized\"}");
            case FORBIDDEN -> Reply.json(403, "{\"error\":\"forbidden\"}");
            case NOT_FOUND -> Reply.json(404, "{\"error\":\"nothing here\"}");
            case BAD_REQUEST -> Reply.json(400, "{\"code\":\"E17\"}");
            case THROWS -> Reply.json(500, "{\"exception\":\"NullPointerException\"}");
            case NO_CONTENT -> Reply.empty(204);
            case ERROR_WITH_200 -> Reply.json(200, "{\"success\":false,\"error\":\"please sign in\"}");
            case EMPTY_WITH_200 -> Reply.json(200, "[]");
            case SHELL -> Reply.html(SHELL);
            case TO_SIGN_IN -> Reply.empty(302).with("Location", "/login");
            case SIGN_IN_PAGE -> signIn();
        };
    }

    private static String page(String title, String body) {
        return "<!doctype html><html><head><title>" + title + "</title></head><body><main>" + body + "</main><footer>"
                + UUID.randomUUID() + "</footer></body></html>";
    }
}
