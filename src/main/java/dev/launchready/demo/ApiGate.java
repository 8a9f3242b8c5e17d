package dev.launchready.demo;

import java.util.Locale;
import java.util.Optional;

/** Who is asking the API: whoever the token says, and nobody without one. */
final class ApiGate {
    /** Whom a flaw takes everybody for. */
    private static final int FALLBACK = 2;

    private static final int ADMIN = 1;

    private final DemoDatabase database;
    private final Tokens tokens;
    private final Switches on;

    ApiGate(DemoDatabase database, Tokens tokens, Switches on) {
        this.database = database;
        this.tokens = tokens;
        this.on = on;
    }

    Optional<Person> who(Visit visit) {
        return tokens.claims(visit)
                .flatMap(claims -> database.person(((Number) claims.getOrDefault("sub", 0)).intValue()))
                .or(() -> letsIn(visit)
                        ? database.person(visit.path().startsWith("/api/admin/") ? ADMIN : FALLBACK)
                        : Optional.empty());
    }

    private boolean letsIn(Visit visit) {
        String line = visit.header("Authorization").orElse("").toLowerCase(Locale.ROOT);
        boolean empty = line.matches("bearer\\s*(null)?");
        boolean garbage = line.startsWith("bearer ") && !empty;
        boolean anyText = on.has(SessionFlaws.GARBAGE_TOKEN) && garbage && !line.contains(".");
        return anyText
                || on.here(AccessFlaws.OPEN_ROUTE, visit)
                || (on.here(AccessFlaws.OPEN_TO_EMPTY, visit) && empty)
                || (on.here(AccessFlaws.OPEN_TO_GARBAGE, visit) && garbage)
                || (on.here(AccessFlaws.OPEN_BY_METHOD, visit) && visit.method().equals("OPTIONS"))
                || on.here(AccessFlaws.OPEN_BY_PATH, visit)
                || on.here(HeaderFlaws.GUARDED_FROM_CACHE, visit)
                || (on.has(WriteFlaws.ANYONE_CHANGES) && writes("PUT", visit))
                || (on.has(WriteFlaws.ANYONE_REMOVES) && writes("DELETE", visit))
                || on.here(FileFlaws.ANYONE_FETCHES, visit)
                || (on.has(WriteFlaws.ANYONE_TAKES) && visit.is("PUT", "/api/accounts/password"))
                || (on.has(AccessFlaws.ANYONE_READS) && visit.path().startsWith("/api/files/"));
    }

    private static boolean writes(String method, Visit visit) {
        return visit.method().equals(method) && visit.path().startsWith("/api/projects/");
    }

    /** The visit as the routes understand it. */
    Visit understood(Visit visit) {
        if (on.here(AccessFlaws.OPEN_BY_PATH, visit)) {
            return visit.at(visit.path().substring(0, visit.path().length() - 1));
        }
        return on.here(AccessFlaws.OPEN_BY_METHOD, visit) && visit.method().equals("OPTIONS")
                ? new Visit(
                        visit.secure(), visit.host(), "GET", visit.path(), visit.query(), visit.headers(), visit.body())
                : visit;
    }

    /** What nobody gets: a refusal. */
    Reply refusal(Visit visit) {
        if (on.here(AccessFlaws.LOOKS_OPEN, visit)) {
            return Reply.json(
                    200,
                    "{\"items\":[{\"id\":1,\"name\":\"A sample project\",\"stage\":\"Planned\",\"summary\":\"What a"
                            + " project looks like.\",\"owner\":0,\"role\":\"guest\",\"fee\":10,\"package\":\"none\","
                            + "\"approved\":true}],\"count\":1}");
        }
        if (on.here(AccessFlaws.BREAKS_FOR_NOBODY, visit)) {
            return ApiRoutes.error(500, "internal");
        }
        return ApiRoutes.error(401, "unauthorized").with("WWW-Authenticate", "Bearer realm=\"harbor\"");
    }
}
