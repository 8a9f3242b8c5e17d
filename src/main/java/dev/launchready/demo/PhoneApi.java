package dev.launchready.demo;

import java.util.Map;
import java.util.Optional;

/** What the app for phones asks: a realm of its own, with OAuth 2 in place of the API's sign-in. */
final class PhoneApi {
    private static final String START = "/app/";

    private final Accounts accounts;
    private final DemoDatabase database;
    private final PhoneTokens tokens;

    PhoneApi(Accounts accounts, DemoDatabase database, Switches on) {
        this.accounts = accounts;
        this.database = database;
        this.tokens = new PhoneTokens(on);
    }

    /** Empty for what is not asked of this realm. */
    Optional<Reply> answer(Visit visit) {
        if (visit.reads() && visit.path().equals("/.well-known/jwks.json")) {
            return Optional.of(Reply.json(200, PhoneTokens.keySet()));
        }
        if (visit.is("POST", "/oauth/token")) {
            return Optional.of(granted(visit.form()));
        }
        return visit.path().startsWith(START) ? Optional.of(inside(visit)) : Optional.empty();
    }

    private Reply granted(Map<String, String> fields) {
        Optional<Map<String, Object>> answer =
                switch (fields.getOrDefault("grant_type", "")) {
                    case "password" ->
                        accounts.signIn(fields.getOrDefault("username", ""), fields.getOrDefault("password", ""))
                                .map(tokens::signIn);
                    case "refresh_token" -> tokens.refresh(fields.getOrDefault("refresh_token", ""));
                    default -> Optional.empty();
                };
        return answer.map(ApiRoutes::ok)
                .orElseGet(() -> ApiRoutes.error(400, "invalid_grant"))
                .with("Cache-Control", "no-store");
    }

    private Reply inside(Visit visit) {
        String token = visit.header("Authorization")
                .filter(line -> line.regionMatches(true, 0, "Bearer ", 0, 7))
                .map(line -> line.substring(7).strip())
                .orElse("");
        Optional<Person> person = tokens.claims(token)
                .flatMap(claims -> database.person(((Number) claims.getOrDefault("sub", 0)).intValue()));
        if (person.isEmpty()) {
            return ApiRoutes.error(401, "invalid_token").with("WWW-Authenticate", "Bearer error=\"invalid_token\"");
        }
        if (visit.is("POST", START + "logout")) {
            tokens.end(token);
            return Reply.empty(204);
        }
        if (visit.reads() && visit.path().equals(START + "me")) {
            return ApiRoutes.ok(Map.of(
                    "id", person.get().id(),
                    "email", person.get().email(),
                    "name", person.get().name()));
        }
        return ApiRoutes.error(404, "not_found");
    }
}
