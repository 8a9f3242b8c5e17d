package dev.launchready.check.authz;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** A small Supabase on loopback, as some version of it answers; its front page and bundle stand beside it. */
final class LittleSupabase implements AutoCloseable {
    static final String ALICE = "2b0c7a51-9d3e-4f68-8a17-c4e5d6f70812";
    static final String BOB = "91f4e6d2-0a8b-4c35-b7d9-1e2f3a4b5c6d";

    /** How this version words what it has to say. */
    record Dialect(
            String name,
            String base,
            boolean publishable,
            Function<String, Reply> missing,
            Function<String, Reply> denied,
            boolean describes,
            String schema) {}

    /** Who gets which rows of a table. */
    enum Policy {
        EVERYBODY,
        OWN,
        SIGNED_IN,
        REVOKED
    }

    /** Who may add rows. */
    enum Adding {
        REVOKED,
        POLICY,
        EVERYBODY
    }

    /** @param rows each with {@code owner_id} where it has an owner */
    record Table(Policy policy, Adding adding, List<String> rows) {
        static Table of(Policy policy, String... rows) {
            return new Table(policy, Adding.POLICY, List.of(rows));
        }
    }

    private final Dialect dialect;
    private final Map<String, Table> tables;
    private final Map<String, Reply> further = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();
    private final DialectServer server;
    private String bundle = "";

    LittleSupabase(Dialect dialect, Map<String, Table> tables) {
        this.dialect = dialect;
        this.tables = tables;
        this.server = new DialectServer(this::answer);
    }

    LittleSupabase answering(String methodAndPath, Reply reply) {
        further.put(methodAndPath, reply);
        return this;
    }

    LittleSupabase bundling(String script) {
        bundle = script;
        return this;
    }

    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    String base() {
        return origin() + dialect.base();
    }

    String key() {
        return dialect.publishable() ? "sb_publishable_Yk3n8Qw1Zt6Rb4Xv" : jwt("supabase", "anon", "");
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    /** The complete file of this portal. */
    String file() {
        return "backends: [{kind: supabase, url: \"" + base() + "\", key: \"" + key() + "\"}]\nidentities:\n"
                + identity("alice", "north") + identity("bob", "south");
    }

    private String identity(String name, String tenant) {
        return "  " + name + ": {role: client, tenant: " + tenant + ", login: {kind: supabase, url: \"" + base()
                + "\", key: \"" + key() + "\", email: " + name + "@" + tenant + ".example, password: Tide-" + name
                + "-58}, signed-in-when: {request: GET " + base() + "/auth/v1/user, contains: " + name + "@" + tenant
                + ".example}}\n";
    }

    static String jwt(String issuer, String role, String subject) {
        String claims =
                "{\"iss\":\"" + issuer + "\",\"role\":\"" + role + "\",\"sub\":\"" + subject + "\",\"exp\":4102444800}";
        return part("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + part(claims) + "."
                + part("signature-of-" + role + subject + "-0123456789");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String token(String subject) {
        return jwt(base() + "/auth/v1", "authenticated", subject);
    }

    private Reply answer(Ask ask) {
        String path = ask.path();
        asked.add(ask.method() + " " + ask.target());
        if (path.equals("/")) {
            return Reply.html("<!doctype html><title>Harbor</title><h1>Harbor</h1><script src=\"/app.js\"></script>");
        }
        if (path.equals("/app.js")) {
            return Reply.of(
                    200, "text/javascript", bundle.replace("@BASE@", base()).replace("@KEY@", key()));
        }
        if (!path.startsWith(dialect.base() + "/")) {
            return Reply.of(404, "text/html", "<h1>Not here</h1>");
        }
        String rest = path.substring(dialect.base().length());
        if (rest.startsWith("/auth/v1/token")) {
            return signIn(ask);
        }
        if (!ask.header("apikey").equals(key())) {
            boolean none = ask.header("apikey").isEmpty();
            return Reply.json(
                    401,
                    none
                            ? "{\"message\":\"No API key found in request\",\"hint\":\"No `apikey` request header or url param was found.\"}"
                            : "{\"message\":\"Invalid API key\"}");
        }
        Reply own = further.get(ask.method() + " " + rest);
        if (own != null) {
            return own;
        }
        return switch (rest) {
            case "/auth/v1/user" -> user(ask);
            case "/auth/v1/settings" ->
                Reply.json(200, "{\"external\":{\"email\":true},\"disable_signup\":true,\"mailer_autoconfirm\":false}");
            case "/storage/v1/bucket" -> Reply.json(200, "[]");
            case "/rest/v1/" -> description();
            default ->
                rest.startsWith("/rest/v1/") ? table(ask, rest.substring("/rest/v1/".length())) : Reply.json(404, "{}");
        };
    }

    private Reply signIn(Ask ask) {
        String body = ask.raw().getBodyAsString();
        String who = body.contains("alice@") ? ALICE : BOB;
        String mail = body.contains("alice@") ? "alice@north.example" : "bob@south.example";
        return body.contains("Tide-")
                ? Reply.json(
                        200,
                        "{\"access_token\":\"" + token(who) + "\",\"token_type\":\"bearer\",\"user\":{\"id\":\"" + who
                                + "\",\"email\":\"" + mail + "\"}}")
                : Reply.json(400, "{\"error\":\"invalid_grant\"}");
    }

    private String who(Ask ask) {
        String line = ask.header("Authorization");
        return line.equals("Bearer " + token(ALICE)) ? ALICE : line.equals("Bearer " + token(BOB)) ? BOB : "";
    }

    private Reply user(Ask ask) {
        String who = who(ask);
        return who.isEmpty()
                ? Reply.json(401, "{\"code\":401,\"msg\":\"This endpoint requires a Bearer token\"}")
                : Reply.json(
                        200,
                        "{\"id\":\"" + who + "\",\"email\":\""
                                + (who.equals(ALICE) ? "alice@north.example" : "bob@south.example") + "\"}");
    }

    private Reply description() {
        if (!dialect.describes()) {
            return Reply.json(
                    401,
                    "{\"message\":\"Access to schema is forbidden\",\"hint\":\"Accessing the schema via the Data API is only allowed using a secret API key.\"}");
        }
        StringBuilder tablesText = new StringBuilder();
        tables.keySet()
                .forEach(
                        name -> tablesText
                                .append(tablesText.isEmpty() ? "" : ",")
                                .append("\"")
                                .append(name)
                                .append(
                                        "\":{\"properties\":{\"id\":{\"description\":\"Note:\\nThis is a Primary Key.<pk/>\"}}}"));
        return Reply.of(
                200,
                "application/openapi+json; charset=utf-8",
                "{\"swagger\":\"2.0\",\"definitions\":{" + tablesText + "},\"paths\":{\"/\":{}}}");
    }

    private Reply table(Ask ask, String name) {
        Table table = tables.get(name);
        boolean there = table != null
                && (dialect.schema().isEmpty()
                        || ask.header("Accept-Profile").equals(dialect.schema())
                        || ask.header("Content-Profile").equals(dialect.schema()));
        if (!there) {
            return dialect.missing().apply(name);
        }
        String who = who(ask);
        if (ask.method().equals("POST")) {
            return added(table, name);
        }
        if (table.policy() == Policy.REVOKED) {
            return dialect.denied().apply(name);
        }
        List<String> rows = table.rows().stream()
                .filter(row -> switch (table.policy()) {
                    case EVERYBODY -> true;
                    case SIGNED_IN -> !who.isEmpty();
                    default -> !who.isEmpty() && row.contains(who);
                })
                .filter(row -> filtered(ask.target(), row))
                .toList();
        String range = rows.isEmpty() ? "*/0" : "0-" + (rows.size() - 1) + "/" + rows.size();
        return Reply.json(rows.isEmpty() ? 200 : 206, "[" + String.join(",", rows) + "]")
                .with("Content-Range", range);
    }

    private static boolean filtered(String target, String row) {
        int at = target.indexOf("=eq.");
        return at < 0 || row.contains("\"" + target.substring(at + 4) + "\"");
    }

    private Reply added(Table table, String name) {
        return switch (table.adding()) {
            case REVOKED -> dialect.denied().apply(name);
            case POLICY ->
                Reply.json(
                        401,
                        "{\"code\":\"42501\",\"details\":null,\"hint\":null,\"message\":\"new row violates row-level security policy for table \\\""
                                + name + "\\\"\"}");
            case EVERYBODY ->
                Reply.json(
                        400,
                        "{\"code\":\"23502\",\"details\":\"Failing row contains (null, null).\",\"hint\":null,\"message\":\"null value in column \\\"id\\\" of relation \\\""
                                + name + "\\\" violates not-null constraint\"}");
        };
    }

    @Override
    public void close() {
        server.close();
    }
}
