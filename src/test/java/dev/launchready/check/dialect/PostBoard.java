package dev.launchready.check.dialect;

import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.portal.Portal;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A board whose list shows the posts of everybody, each with its author; only a description without any word on security tells of its
 * routes. Alice is account 7, bob account 8.
 *
 * @param list who reads the list
 * @param detail who reads a post
 * @param author how a post names its author
 */
public record PostBoard(Readers list, Readers detail, Author author) implements Function<Ask, Reply> {
    private static final String DESCRIPTION = """
            {"openapi": "3.0.3", "info": {"title": "Board", "version": "1"}, "paths": {
              "/api/posts": {"get": {"responses": {"200": {"description": "ok"}}}},
              "/api/posts/{post}": {"get": {"parameters": [{"name": "post", "in": "path", "required": true,
                "schema": {"type": "integer"}}], "responses": {"200": {"description": "ok"}}}}}}
            """;

    /** To whom something is shown. */
    public enum Readers {
        EVERYBODY,
        SIGNED_IN,
        AUTHOR
    }

    /** How a post tells whose it is. */
    public enum Author {
        ACCOUNT_ID,
        NAME,
        ADDRESS
    }

    private record Post(String id, String owner, String title, String text) {}

    private static final List<Post> POSTS = List.of(
            new Post("31", "alice", "Spring evenings", "The rehearsal notes of Harbor Street 12"),
            new Post("32", "bob", "Crane repairs", "The quarry's price for 40 tons of gravel"));

    /** The portal as its file describes it, with a tenant for each client. */
    public Portal portal(int port) throws IOException {
        String file = """
                identities:
                  alice: {role: client, tenant: north, login: {kind: bearer, token: tok-alice-1}, signed-in-when: {request: GET /api/me, contains: alice@north.example}}
                  bob: {role: client, tenant: south, login: {kind: bearer, token: tok-bob-1}, signed-in-when: {request: GET /api/me, contains: bob@south.example}}
                routes: {import: [board.json], signed-in: [GET /api/me]}
                """;
        return Scan.portal(port, file, Map.of("board.json", DESCRIPTION));
    }

    @Override
    public Reply apply(Ask ask) {
        Optional<String> who = Tokens.bearer(ask);
        if (ask.path().equals("/api/me")) {
            return who.map(each -> Reply.json(
                            200,
                            "{\"id\":" + account(each) + ",\"name\":\"" + name(each) + "\",\"email\":\""
                                    + Phrases.email(each) + "\"}"))
                    .orElseGet(PostBoard::nobody);
        }
        if (ask.path().equals("/api/posts")) {
            List<Post> shown = POSTS.stream()
                    .filter(post -> list != Readers.AUTHOR
                            || who.filter(post.owner()::equals).isPresent())
                    .toList();
            return list != Readers.EVERYBODY && who.isEmpty()
                    ? nobody()
                    : Reply.json(
                            200, shown.stream().map(post -> json(post, "")).collect(Collectors.joining(",", "[", "]")));
        }
        Optional<Post> post = POSTS.stream()
                .filter(each -> ask.path().equals("/api/posts/" + each.id()))
                .findFirst();
        if (post.isEmpty()) {
            return Reply.json(404, "{\"error\":\"no such post\"}");
        }
        boolean own = who.filter(post.get().owner()::equals).isPresent();
        boolean shown = own || detail == Readers.EVERYBODY || (detail == Readers.SIGNED_IN && who.isPresent());
        if (!shown) {
            return who.isEmpty() ? nobody() : Reply.json(404, "{\"error\":\"no such post\"}");
        }
        return Reply.json(200, json(post.get(), ",\"text\":\"" + post.get().text() + "\""));
    }

    private String json(Post post, String more) {
        String owner =
                switch (author) {
                    case ACCOUNT_ID -> "\"user_id\":" + account(post.owner());
                    case NAME -> "\"author\":{\"name\":\"" + name(post.owner()) + "\"}";
                    case ADDRESS -> "\"writtenBy\":\"" + Phrases.email(post.owner()) + "\"";
                };
        return "{\"id\":" + post.id() + "," + owner + ",\"title\":\"" + post.title() + "\"" + more + "}";
    }

    private static int account(String who) {
        return who.equals("alice") ? 7 : 8;
    }

    private static String name(String who) {
        return who.equals("alice") ? "Alice Nordin" : "Bob Sutter";
    }

    private static Reply nobody() {
        return Reply.json(401, "{\"error\":\"sign in\"}");
    }
}
