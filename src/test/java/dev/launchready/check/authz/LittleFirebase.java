package dev.launchready.check.authz;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A small Firebase on loopback, one service of it at a time, whose rules say who gets the journals; a portal stands beside it. */
final class LittleFirebase implements AutoCloseable {
    static final String ALICE = "uTq3vN8aXwZk5rLm0pYs7cBd1eF2";
    static final String BOB = "hG4jK6mP9sVx2yB5dF8gH1kN3qR7";
    private static final String GUEST = "zW7xC4vB1nM8aS5dF2gH9jK6lP3q";
    private static final String AUTH = "/identitytoolkit.googleapis.com/v1/accounts:";

    /** How the data lies, and so how rules can ask whose it is. */
    enum Shape {
        /** {@code journals/<uid>/…} */
        BY_UID,
        /** {@code journals/<id>} with a field for the owner; the portal file lists the ids. */
        OWNED,
        /** The same, asked for by a query for one's own. */
        QUERIED,
        /** {@code users/<uid>/journals/…} */
        NESTED
    }

    enum Service {
        DATABASE,
        DOCUMENTS,
        FILES
    }

    enum Rules {
        OWN,
        SIGNED_IN,
        EVERYBODY,
        /** Everything, not the journals alone. */
        ALL,
        ALL_SIGNED_IN
    }

    /**
     * How one edition answers.
     *
     * @param refusal what is said with a refusal
     * @param query what has to stand in the query of the database's address
     * @param script of the front
     */
    record Dialect(String name, Service service, Shape shape, int status, String refusal, String query, String script) {
        @Override
        public String toString() {
            return name;
        }
    }

    private final Dialect dialect;
    private final Rules rules;
    private final boolean writable;
    private final Map<String, String> data = new TreeMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final DialectServer server;
    private boolean guests;

    LittleFirebase(Dialect dialect, Rules rules, boolean filled, boolean writable) {
        this.dialect = dialect;
        this.rules = rules;
        this.writable = writable;
        this.server = new DialectServer(this::answer);
        if (filled) {
            for (String who : List.of(ALICE, BOB)) {
                String entry = dialect.shape() == Shape.OWNED || dialect.shape() == Shape.QUERIED
                        ? "journals/" + id(who)
                        : dialect.shape() == Shape.NESTED ? "users/" + who + "/journals/e1" : "journals/" + who + "/e1";
                data.put(entry, who);
            }
        }
    }

    /** Anybody may have an account without an address. */
    LittleFirebase takingGuests() {
        guests = true;
        return this;
    }

    private static String id(String who) {
        return who.equals(ALICE) ? "j-quartz-71" : "j-cobalt-72";
    }

    String origin() {
        return "http://127.0.0.1:" + server.port();
    }

    String base() {
        return origin()
                + switch (dialect.service()) {
                    case DATABASE -> dialect.query().isEmpty() ? "" : "/?" + dialect.query();
                    case DOCUMENTS -> "/v1/projects/tidewell/databases/(default)/documents";
                    case FILES -> "/v0/b/tidewell.appspot.com/o";
                };
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    Map<String, String> data() {
        return Map.copyOf(data);
    }

    String backend() {
        return "backends: [{kind: firebase, url: \"" + base() + "\", key: AIzaTestOfTheDialects0123456789abcdefghi}]\n";
    }

    String file() {
        return backend() + "identities:\n" + identity("alice", "north", ALICE) + identity("bob", "south", BOB);
    }

    private String identity(String name, String tenant, String uid) {
        String owns = dialect.shape() == Shape.OWNED ? ", owns: {journal: [" + id(uid) + "]}" : "";
        String mail = name + "@" + tenant + ".example";
        return "  " + name + ": {role: client, tenant: " + tenant
                + ", login: {kind: firebase, api-key: AIzaTestOfTheDialects0123456789abcdefghi, email: " + mail
                + ", password: Tide-" + name + "-58}, signed-in-when: {request: GET /me, contains: " + mail + "}" + owns
                + "}\n";
    }

    private static String token(String uid) {
        String claims = "{\"iss\":\"https://securetoken.google.com/tidewell\",\"aud\":\"tidewell\",\"user_id\":\"" + uid
                + "\",\"sub\":\"" + uid + "\",\"exp\":4102444800}";
        return part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(claims) + "."
                + part("signature-of-" + uid + "-0123456789");
    }

    private static String part(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private Reply answer(Ask ask) {
        asked.add(ask.method() + " " + ask.target().replaceAll("auth=[^&]+", "auth=…"));
        if (ask.path().equals("/")) {
            return Reply.html("<title>Tidewell</title><script src=\"/app.js\"></script>");
        }
        if (ask.path().equals("/app.js")) {
            return Reply.of(200, "text/javascript", "/* firebase */" + dialect.script());
        }
        if (ask.path().equals("/me")) {
            String who = bearer(ask);
            return who.isEmpty()
                    ? Reply.json(401, "{}")
                    : Reply.json(
                            200, "{\"email\":\"" + (who.equals(ALICE) ? "alice@north" : "bob@south") + ".example\"}");
        }
        if (ask.path().startsWith(AUTH)) {
            return accounts(ask);
        }
        return switch (dialect.service()) {
            case DATABASE -> ask.path().endsWith(".json") ? database(ask) : Reply.html("not found");
            case DOCUMENTS -> documents(ask);
            case FILES -> files(ask);
        };
    }

    private Reply accounts(Ask ask) {
        String body = ask.raw().getBodyAsString();
        String uid = ask.path().endsWith("signInWithPassword")
                ? body.contains("Tide-alice") ? ALICE : body.contains("Tide-bob") ? BOB : ""
                : ask.path().endsWith("signUp") && guests && !body.contains("email") ? GUEST : "";
        if (ask.path().endsWith("delete") && body.contains(token(GUEST))) {
            return Reply.json(200, "{\"kind\":\"identitytoolkit#DeleteAccountResponse\"}");
        }
        return uid.isEmpty()
                ? Reply.json(400, "{\"error\":{\"code\":400,\"message\":\"ADMIN_ONLY_OPERATION\"}}")
                : Reply.json(200, "{\"localId\":\"" + uid + "\",\"idToken\":\"" + token(uid) + "\"}");
    }

    private static String bearer(Ask ask) {
        return known(ask.header("Authorization").replaceFirst("^(Bearer|Firebase) ", ""));
    }

    private static String known(String token) {
        return List.of(ALICE, BOB, GUEST).stream()
                .filter(uid -> token.equals(token(uid)))
                .findFirst()
                .orElse("");
    }

    /** Whether the rules let that somebody read a path. */
    private boolean reads(String who, String path, String queriedFor) {
        boolean within = path.startsWith(dialect.shape() == Shape.NESTED ? "users" : "journals");
        boolean own =
                switch (dialect.shape()) {
                    case BY_UID -> path.startsWith("journals/" + who);
                    case NESTED -> path.startsWith("users/" + who);
                    default -> who.equals(data.getOrDefault(path, "nobody's")) || queriedFor.equals(who);
                };
        return switch (rules) {
            case ALL -> true;
            case ALL_SIGNED_IN -> !who.isEmpty();
            case EVERYBODY -> within;
            case SIGNED_IN -> within && !who.isEmpty();
            case OWN -> !who.isEmpty() && within && own;
        };
    }

    private Reply refused() {
        return Reply.json(dialect.status(), dialect.refusal());
    }

    private Reply database(Ask ask) {
        String path = decoded(ask.path()).replaceFirst("^/", "").replaceFirst("\\.json$", "");
        String target = decoded(ask.target());
        if (!target.contains(dialect.query())) {
            return Reply.json(404, "{\"error\":\"404 Not Found\"}");
        }
        String token = target.contains("auth=") ? target.replaceFirst(".*auth=([^&]+).*", "$1") : "";
        if (ask.method().equals("PUT") || ask.method().equals("DELETE")) {
            return written(ask, path, ask.raw().getBodyAsString(), token.isEmpty());
        }
        String queried = target.contains("equalTo=\"") ? target.replaceFirst(".*equalTo=\"([^\"]+)\".*", "$1") : "";
        return reads(known(token), path, dialect.shape() == Shape.QUERIED ? queried : "")
                ? Reply.json(200, tree(path, queried, target.contains("shallow=true")))
                : refused();
    }

    private Reply written(Ask ask, String path, String body, boolean nobody) {
        if (!writable || !nobody) {
            return refused();
        }
        if (ask.method().equals("DELETE")) {
            data.remove(path);
            return Reply.json(200, "null");
        }
        data.put(path, body);
        return Reply.json(200, body);
    }

    private String tree(String path, String queried, boolean shallow) {
        Map<String, List<String>> children = new TreeMap<>();
        for (Map.Entry<String, String> entry : data.entrySet()) {
            boolean wanted = queried.isEmpty() || entry.getValue().equals(queried);
            if (entry.getKey().equals(path) && wanted) {
                return record(entry.getValue());
            }
            String start = path.isEmpty() ? "" : path + "/";
            if (entry.getKey().startsWith(start) && wanted) {
                String child = entry.getKey().substring(start.length()).split("/", 2)[0];
                children.computeIfAbsent(start + child, each -> new ArrayList<>())
                        .add(entry.getKey());
            }
        }
        return children.isEmpty()
                ? "null"
                : children.keySet().stream()
                        .map(child -> "\"" + child.substring(child.lastIndexOf('/') + 1) + "\":"
                                + (shallow ? "true" : tree(child, queried, false)))
                        .collect(Collectors.joining(",", "{", "}"));
    }

    private static String record(String owner) {
        return "{\"ownerId\":\"" + owner + "\",\"title\":\"A quiet week\"}";
    }

    private Reply documents(Ask ask) {
        String path = decoded(ask.path()).replaceFirst("^.*/documents/?", "");
        String who = bearer(ask);
        if (path.endsWith(":runQuery")) {
            String body = ask.raw().getBodyAsString();
            String queried = body.replaceFirst("(?s).*\"stringValue\":\"([^\"]+)\".*", "$1");
            boolean mine =
                    body.contains("\"journals\"") && body.contains("\"ownerId\"") && dialect.shape() == Shape.QUERIED;
            return mine && reads(who, "journals", queried)
                    ? Reply.json(200, found(queried))
                    : Reply.json(dialect.status(), "[" + dialect.refusal() + "]");
        }
        if (!ask.method().equals("GET")) {
            String id = ask.target().replaceFirst(".*documentId=([a-z0-9]+).*", "$1");
            return written(
                    ask,
                    ask.method().equals("DELETE") ? path : path + "/" + id,
                    ask.raw().getBodyAsString(),
                    who.isEmpty());
        }
        if (!reads(who, path, "")) {
            return refused();
        }
        boolean collection = path.split("/", -1).length % 2 == 1;
        List<String> names = data.keySet().stream()
                .filter(name -> name.equals(path) || (collection && name.startsWith(path + "/")))
                .toList();
        if (collection) {
            return Reply.json(
                    200,
                    names.isEmpty()
                            ? "{}"
                            : "{\"documents\":["
                                    + names.stream().map(this::document).collect(Collectors.joining(",")) + "]}");
        }
        return names.isEmpty()
                ? Reply.json(
                        404, "{\"error\":{\"code\":404,\"message\":\"Document not found.\",\"status\":\"NOT_FOUND\"}}")
                : Reply.json(200, document(names.get(0)));
    }

    private String found(String owner) {
        return data.entrySet().stream()
                .filter(entry -> entry.getValue().equals(owner))
                .map(entry -> "{\"document\":" + document(entry.getKey()) + ",\"readTime\":\"2026-11-01T10:00:00Z\"}")
                .collect(Collectors.joining(",", "[", "]"));
    }

    private String document(String name) {
        return "{\"name\":\"projects/tidewell/databases/(default)/documents/" + name
                + "\",\"fields\":{\"ownerId\":{\"stringValue\":\"" + data.get(name)
                + "\"},\"minutes\":{\"integerValue\":\"12\"}},\"createTime\":\"2026-11-01T10:00:00Z\"}";
    }

    private Reply files(Ask ask) {
        String name = decoded(ask.path()).replaceFirst("^.*/o/?", "");
        String who = bearer(ask);
        Optional<String> prefix = Optional.of(decoded(ask.target()))
                .filter(target -> target.contains("prefix="))
                .map(target -> target.replaceFirst(".*prefix=([^&]*).*", "$1"));
        if (!ask.method().equals("GET")) {
            String put = decoded(ask.target()).replaceFirst(".*name=([^&]*).*", "$1");
            return written(
                    ask, ask.method().equals("DELETE") ? name : put, "{\"name\":\"" + put + "\"}", who.isEmpty());
        }
        String path = name.isEmpty() ? prefix.orElse("") : name;
        if (!reads(who, path.replaceFirst("/$", ""), "")) {
            return refused();
        }
        if (!name.isEmpty()) {
            return Reply.json(200, "{\"name\":\"" + name + "\",\"bucket\":\"tidewell.appspot.com\"}");
        }
        List<String> below =
                data.keySet().stream().filter(each -> each.startsWith(path)).toList();
        String prefixes = below.stream()
                .map(each -> each.substring(path.length()))
                .filter(each -> each.contains("/"))
                .map(each -> "\"" + path + each.substring(0, each.indexOf('/') + 1) + "\"")
                .distinct()
                .collect(Collectors.joining(","));
        String items = below.stream()
                .filter(each -> !each.substring(path.length()).contains("/"))
                .map(each -> "{\"name\":\"" + each + "\",\"bucket\":\"tidewell.appspot.com\"}")
                .collect(Collectors.joining(","));
        return Reply.json(200, "{\"prefixes\":[" + prefixes + "],\"items\":[" + items + "]}");
    }

    private static String decoded(String text) {
        return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.close();
    }
}
