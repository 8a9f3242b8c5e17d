package dev.launchready.check.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Dialect;
import dev.launchready.check.dialect.Dialect.Flaw;
import dev.launchready.check.dialect.Dialects;
import dev.launchready.check.dialect.PostBoard;
import dev.launchready.check.dialect.PostBoard.Readers;
import dev.launchready.check.dialect.Scan;
import dev.launchready.portal.Portal;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("auth.anonymous-access")
class AnonymousAccessCheckTest {
    private static final String SOUND = "PASS owner-reads";

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource
    void tells_in_every_dialect(String name, Set<Flaw> flaws, String expected, Dialect dialect) throws Exception {
        String told = Told.of(Scan.of(new AnonymousAccessCheck(), dialect, flaws));
        assertThat(told).startsWith(expected.split(" ", 2)[0] + " ");
        assertThat(told).contains(expected.split(" ", -1));
    }

    static Stream<Arguments> tells_in_every_dialect() {
        return Dialects.withRecordings().stream()
                .flatMap(each -> Stream.of(
                        row(each, Set.of(), each.name().equals("throws-500") ? "WARN breaks-for-nobody" : SOUND),
                        row(
                                each,
                                Set.of(Flaw.FOREIGN_READ),
                                each.name().equals("throws-500") ? "WARN breaks-for-nobody" : SOUND),
                        row(each, Set.of(Flaw.OPEN_LIST), "FAIL data-without-credential"),
                        row(each, Set.of(Flaw.OPEN_OBJECT), "FAIL data-without-credential"),
                        row(each, Set.of(Flaw.GARBAGE_CREDENTIAL), "FAIL data-with-garbage-credential"),
                        row(each, Set.of(Flaw.PATH_WALL), "FAIL data-by-other-path")));
    }

    /** No file says whether the board may be public: what it tells of people decides. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "ACCOUNT_ID, WARN open-unclassified open-unclassified",
        "NAME, WARN open-with-names open-with-names",
        "ADDRESS, FAIL open-to-all open-to-all"
    })
    void tells_what_an_unclassified_board_shows_to_everybody(PostBoard.Author author, String expected)
            throws Exception {
        PostBoard board = new PostBoard(Readers.EVERYBODY, Readers.EVERYBODY, author);
        try (DialectServer server = new DialectServer(board)) {
            assertThat(Told.of(Scan.of(new AnonymousAccessCheck(), board.portal(server.port()))))
                    .isEqualTo(expected);
        }
    }

    /** The list is nobody's, but a post is more than the list says of it. */
    @Test
    void a_post_that_no_list_shows_is_its_authors_though_no_file_says_so() throws Exception {
        PostBoard board = new PostBoard(Readers.SIGNED_IN, Readers.EVERYBODY, PostBoard.Author.ACCOUNT_ID);
        try (DialectServer server = new DialectServer(board)) {
            assertThat(Told.of(Scan.of(new AnonymousAccessCheck(), board.portal(server.port()))))
                    .isEqualTo("FAIL data-without-credential");
        }
    }

    /** An API that adds a slash and decodes what it is sent on the way says no more than the request did. */
    @Test
    void a_redirect_that_spells_the_request_anew_shows_nothing() throws Exception {
        try (DialectServer server = new DialectServer(ask -> {
            boolean alice = ask.header("Authorization").equals("Bearer tok-alice-1");
            String plain = URLDecoder.decode(ask.target(), StandardCharsets.UTF_8);
            if (!plain.endsWith("/")) {
                return Reply.empty(301).with("Location", plain + "/");
            }
            return alice
                    ? Reply.json(200, "{\"slug\":\"harbour-deed-44b1\",\"text\":\"Signed by both in March\"}")
                    : Reply.json(401, "{}");
        })) {
            String file = """
                    identities: {alice: {role: client, login: {kind: bearer, token: tok-alice-1}}}
                    consent: {by: the owner, allow: [active]}
                    routes: {signed-in: [GET /api/deeds/harbour-deed-44b1/]}
                    """;
            assertThat(Told.of(Scan.of(new AnonymousAccessCheck(), Scan.portal(server.port(), file))))
                    .startsWith("PASS");
        }
    }

    /** A recording has been on the sign-in page as well, from where whoever is signed in is sent on. */
    @Test
    void the_page_where_people_sign_in_is_for_nobody() throws Exception {
        try (DialectServer server = new DialectServer(ask -> {
            boolean alice = ask.header("Authorization").equals("Bearer tok-alice-1");
            if (ask.path().equals("/login")) {
                return alice
                        ? Reply.empty(302).with("Location", "/")
                        : Reply.html("<form method=post><input name=user><input type=password name=word></form>");
            }
            return alice
                    ? Reply.json(200, "{\"email\":\"alice@harbor.example\",\"plan\":\"Quay 17\"}")
                    : Reply.json(401, "{}");
        })) {
            String file = """
                    identities: {alice: {role: client, login: {kind: bearer, token: tok-alice-1}}}
                    routes: {import: [routes.txt]}
                    """;
            Map<String, String> list = Map.of("routes.txt", "GET /login\nGET /api/me\n");
            assertThat(Told.of(Scan.of(new AnonymousAccessCheck(), Scan.portal(server.port(), file, list))))
                    .startsWith("PASS");
        }
    }

    private static final String OPENAPI = """
            {"openapi": "3.1.0", "paths": {
              "/search": {"get": {"security": [{"token": []}], "parameters": [
                {"name": "q", "in": "query", "required": true, "schema": {"type": "string", "minLength": 3}},
                {"name": "customer_id", "in": "query", "required": false, "schema": {"anyOf": [{"type": "integer"}, {"type": "null"}]}},
                {"name": "kind", "in": "query", "required": true},
                {"name": "limit", "in": "query", "required": true, "schema": {"type": "integer", "minimum": 5}}]}},
              "/figures": {"get": {"security": [{"token": []}]}}}}
            """;

    private static final String FILE = """
            identities: {alice: {role: client, login: {kind: bearer, token: tok-alice-1}}}
            routes: {import: [api.json], signed-in: [GET /me, GET /search, GET /figures]}
            flows: {search: "GET /search?q={word}&kind=paper"}
            """;

    /** Searches with {@code q} and {@code limit}; figures want something that its description keeps to itself. */
    private static Reply answer(Ask ask, boolean first, boolean open) {
        boolean alice = ask.header("Authorization").equals("Bearer tok-alice-1");
        String target = ask.target();
        boolean sound = ask.path().equals("/search")
                && List.of("q=aaa", "kind=paper", "limit=5").stream().allMatch(target::contains);
        boolean strange = !ask.path().equals("/me") && (!sound || target.contains("customer_id"));
        if (strange && (alice || first)) {
            return Reply.json(422, "{\"detail\":[{\"msg\":\"Field required\"}]}");
        }
        return alice || (open && sound)
                ? Reply.json(200, "{\"found\":\"Harbour dues of Alice Northwind\",\"number\":\"2026-118-77\"}")
                : Reply.json(401, "{\"detail\":\"Not authenticated\"}");
    }

    /** Whether the portal looks at the request before it asks who is there, and whether searching is open. */
    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "false, false, PASS nobody-refused owner-reads owner-reads",
        "true, false, BLOCKED malformed",
        "false, true, FAIL data-without-credential"
    })
    void what_a_query_needs_is_sent_and_what_is_not_known_is_no_refusal(boolean first, boolean open, String expected)
            throws Exception {
        try (DialectServer server = new DialectServer(ask -> answer(ask, first, open))) {
            Portal portal = Scan.portal(server.port(), FILE, Map.of("api.json", OPENAPI));
            String told = Told.of(Scan.of(new AnonymousAccessCheck(), portal));
            assertThat(told.replace(" variants-left-out", "")).isEqualTo(expected);
        }
    }

    private static Arguments row(Dialect dialect, Set<Flaw> flaws, String expected) {
        return arguments(dialect.name(), flaws, expected, dialect);
    }
}
