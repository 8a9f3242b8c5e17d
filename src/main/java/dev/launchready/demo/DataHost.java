package dev.launchready.demo;

import java.util.Map;
import java.util.Optional;

/**
 * The host to which the portal's script talks by itself: tables, functions and files behind policies, in the manner of a self-hosted
 * Supabase whose gateway asks for no key, of a Realtime Database, of S3, of GraphQL, and of services for search and maps. It takes the tokens of the API.
 */
final class DataHost {
    private final DataTables tables;
    private final DataFiles files;
    private final DataTree tree;
    private final DataAccounts accounts;
    private final DataStores stores;
    private final DataGraph graph;
    private final DataKeys keys;
    private final DemoDatabase database;
    private final Tokens tokens;
    private final Switches on;

    DataHost(DemoDatabase database, Tokens tokens, Switches on) {
        this.database = database;
        this.tokens = tokens;
        this.on = on;
        tables = new DataTables(on);
        files = new DataFiles(on);
        tree = new DataTree(on);
        accounts = new DataAccounts(on);
        stores = new DataStores(on);
        graph = new DataGraph(on);
        keys = new DataKeys(on);
    }

    Reply answer(Visit visit) {
        if (visit.path().startsWith(DataAccounts.PATH)) {
            return accounts.answer(visit);
        }
        if (visit.path().equals(DataGraph.PATH)) {
            return graph.answer(visit);
        }
        if (keys.has(visit)) {
            return keys.answer(visit);
        }
        if (stores.has(visit)) {
            return stores.answer(visit);
        }
        if (DataTree.asks(visit)) {
            return live(visit);
        }
        Optional<Person> who = person(tokens.claims(visit));
        if (who.isEmpty() && visit.header("Authorization").isPresent()) {
            return DataTables.refusal(401, "PGRST301", "JWSError JWSInvalidSignature");
        }
        if (visit.path().startsWith("/rest/v1/")) {
            return tables.answer(visit, who);
        }
        if (visit.path().startsWith("/storage/v1/")) {
            return files.answer(visit, who);
        }
        return visit.is("GET", "/auth/v1/settings")
                ? Reply.json(200, settings())
                : Reply.json(404, JsonText.of(Map.of("error", "requested path is invalid")));
    }

    private Reply live(Visit visit) {
        Optional<String> token = visit.parameter("auth");
        Optional<Person> who = token.flatMap(text -> accounts.guest(text).or(() -> person(tokens.claims(text))));
        return token.isPresent() && who.isEmpty()
                ? Reply.json(401, JsonText.of(Map.of("error", "Could not parse auth token.")))
                : tree.answer(visit, who);
    }

    private Optional<Person> person(Optional<Map<String, Object>> claims) {
        return claims.flatMap(each -> database.person(((Number) each.getOrDefault("sub", 0)).intValue()));
    }

    private String settings() {
        boolean open = on.has(DataFlaws.UNCONFIRMED);
        return JsonText.of(Map.of(
                "disable_signup",
                !open,
                "mailer_autoconfirm",
                open,
                "external",
                Map.of("email", true, "phone", false)));
    }
}
