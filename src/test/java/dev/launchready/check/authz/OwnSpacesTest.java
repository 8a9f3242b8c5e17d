package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.launchready.check.CheckHarness;
import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.portal.Portal;
import dev.launchready.portal.file.PortalFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A store that makes an account of whatever name and password it is sent, each with a space of its own, and that makes what a PUT names. */
class OwnSpacesTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FILE = """
            portal: {url: "http://127.0.0.1:%d"}
            consent: {by: the owner, allow: [active, writes]}
            identities:
              alice: {tenant: a, login: {kind: basic, user: alice, password: "${env:PASSWORD}"}, signed-in-when: {request: GET /, contains: '"user"'}}
              bob: {tenant: b, login: {kind: basic, user: bob, password: "${env:PASSWORD}"}, signed-in-when: {request: GET /, contains: '"user"'}}
            routes:
              signed-in: [GET /records]
              owned: ["GET /records/{record}", "PUT /records/{record}"]
            flows:
              create: {record: {request: POST /records, body: {title: "{marker}"}, id: $.id, undo: "DELETE /records/{id}"}}
            """;

    @TempDir
    private Path folder;

    private final Map<String, Map<String, String>> spaces = new ConcurrentHashMap<>();

    @Test
    void nothing_of_one_space_is_taken_for_anothers_and_nothing_stays() throws Exception {
        List<String> checks = List.of("authz.object-write", "authz.tenant-lists", "auth.forged-token");
        try (DialectServer server = new DialectServer(this::answer)) {
            Path file = Files.writeString(folder.resolve("launch-ready.yml"), FILE.formatted(server.port()));
            Portal portal = PortalFile.read(file, Map.of("PASSWORD", "a-long-password-7731"));
            assertThat(CheckHarness.run(checks, portal))
                    .extracting(result -> result.card().id() + " " + result.outcome())
                    .containsExactly("authz.object-write PASS", "authz.tenant-lists PASS", "auth.forged-token PASS");
        }
        assertThat(spaces.values())
                .allSatisfy(space -> assertThat(space.values()).allMatch(title -> title.startsWith("first of")));
    }

    /** What a limiter answers in the portal's place is no refusal. */
    @Test
    void a_write_that_was_held_back_is_no_write_refused() throws Exception {
        Map<String, String> store = new ConcurrentHashMap<>();
        try (DialectServer server = new DialectServer(ask -> shared(store, ask))) {
            Path file = Files.writeString(folder.resolve("launch-ready.yml"), FILE.formatted(server.port()));
            Portal portal = PortalFile.read(file, Map.of("PASSWORD", "a-long-password-7731"));
            CheckResult result = CheckHarness.run("authz.object-write", portal);
            assertThat(result.outcome()).as(result.summary()).isEqualTo(Outcome.BLOCKED);
            assertThat(result.problem().orElseThrow().code()).isEqualTo("cannot-tell");
        }
    }

    /** One store, in which each may change what is its own; whoever asks for another's is told to wait. */
    private static Reply shared(Map<String, String> store, Ask ask) {
        String who = ask.header("Authorization");
        if (ask.path().equals("/")) {
            return Reply.json(200, who.isEmpty() ? "{}" : "{\"user\":\"" + who.hashCode() + "\"}");
        }
        String id = ask.path().replaceFirst("/records/?", "");
        if (who.isEmpty() || (!id.isEmpty() && !id.startsWith(who.hashCode() + "."))) {
            return Reply.json(429, "{\"error\":\"slow down\"}");
        }
        if (ask.path().equals("/records")) {
            return ask.method().equals("POST")
                    ? put(store, who.hashCode() + "." + UUID.randomUUID(), ask)
                    : Reply.json(200, "{\"items\":[]}");
        }
        return switch (ask.method()) {
            case "PUT" -> put(store, id, ask);
            case "DELETE" -> store.remove(id) == null ? Reply.json(404, "{}") : Reply.json(200, "{}");
            default ->
                store.containsKey(id)
                        ? Reply.json(200, record(id, store.get(id)).toString())
                        : Reply.json(404, "{}");
        };
    }

    private Reply answer(Ask ask) {
        String who = ask.header("Authorization");
        if (!who.startsWith("Basic ")) {
            return ask.path().equals("/")
                    ? Reply.json(200, "{\"store\":\"harbor\"}")
                    : Reply.json(401, "{\"error\":\"who\"}");
        }
        String account = "account-" + UUID.nameUUIDFromBytes(who.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        Map<String, String> space = spaces.computeIfAbsent(
                account, any -> new ConcurrentHashMap<>(Map.of(UUID.randomUUID().toString(), "first of " + account)));
        if (ask.path().equals("/")) {
            return Reply.json(200, "{\"store\":\"harbor\",\"user\":{\"id\":\"" + account + "\"}}");
        }
        if (ask.path().equals("/records")) {
            return ask.method().equals("POST") ? put(space, UUID.randomUUID().toString(), ask) : list(space);
        }
        String id = ask.path().replaceFirst("/records/", "");
        return switch (ask.method()) {
            case "PUT" -> put(space, id, ask);
            case "DELETE" -> space.remove(id) == null ? Reply.json(404, "{\"error\":\"none\"}") : Reply.json(200, "{}");
            default ->
                space.containsKey(id)
                        ? Reply.json(200, record(id, space.get(id)).toString())
                        : Reply.json(404, "{\"error\":\"none\"}");
        };
    }

    private static Reply put(Map<String, String> space, String id, Ask ask) {
        try {
            String title =
                    JSON.readTree(ask.raw().getBodyAsString()).path("title").asText("");
            space.put(id, title);
            return Reply.json(201, record(id, title).toString());
        } catch (IOException e) {
            return Reply.json(400, "{\"error\":\"no JSON\"}");
        }
    }

    private static Reply list(Map<String, String> space) {
        ArrayNode items = JSON.createArrayNode();
        new TreeMap<>(space).forEach((id, title) -> items.add(record(id, title)));
        return Reply.json(200, JSON.createObjectNode().set("items", items).toString());
    }

    private static ObjectNode record(String id, String title) {
        return JSON.createObjectNode().put("id", id).put("title", title);
    }
}
