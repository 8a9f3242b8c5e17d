package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.model.CheckResult;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.open-backend and keys of vendors")
class KeyBackendTest {
    private static final String SEARCH_KEY = "0a1b2c3d4e5f60718293a4b5c6d7e8f9";
    private static final String MAPS_KEY = "AIza" + "Sy" + "D3mo_key-of-nobody-0123456789abcd".substring(0, 33);

    private static final String CLIENT =
            "import a from'algoliasearch';const c=a(\"HARB0RT1DE\",\"" + SEARCH_KEY + "\");";
    private static final String SETTINGS =
            "window.env={ALGOLIA_APP_ID:'HARB0RT1DE',ALGOLIA_INDEX:'guides',ALGOLIA_SEARCH_KEY:'" + SEARCH_KEY + "'}";
    private static final String MAPS = "loader({apiKey:\"" + MAPS_KEY + "\",libraries:[\"places\"]})";

    private static final Reply NO_KEY =
            Reply.json(403, "{\"message\":\"Invalid Application-ID or API key\",\"status\":403}");
    private static final Reply NO_MODELS = Reply.json(
            403,
            "{\"error\":{\"code\":403,\"message\":\"Requests to this API are blocked.\",\"status\":\"PERMISSION_DENIED\"}}");
    private static final Reply DENIED = Reply.json(
            200,
            "{\"error_message\":\"API keys with referer restrictions cannot be used with this API.\",\"results\":[],\"status\":\"REQUEST_DENIED\"}");

    @TempDir
    private Path folder;

    private final List<String> asked = new CopyOnWriteArrayList<>();

    private static Reply acl(String rights) {
        return Reply.json(200, "{\"value\":\"" + SEARCH_KEY + "\",\"acl\":[" + rights + "],\"validity\":0}");
    }

    static Stream<Arguments> search() {
        return Stream.of(CLIENT, SETTINGS)
                .flatMap(script -> Stream.of(
                        arguments(script, acl("\"search\""), "PASS"),
                        arguments(script, acl("\"search\",\"addObject\",\"browse\""), "FAIL key-writes"),
                        arguments(script, acl("\"search\",\"browse\",\"listIndexes\""), "WARN key-opens-more"),
                        arguments(script, NO_KEY, "PASS"),
                        arguments(script, Reply.json(503, "{}"), "BLOCKED key-unclear"),
                        arguments(script, Reply.html("<h1>Welcome</h1>"), "BLOCKED key-unclear")));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void search(String script, Reply rights, String expected) throws Exception {
        assertThat(told(script, "algolia", rights, NO_MODELS)).isEqualTo(expected);
        assertThat(asked).contains("GET /1/keys/" + SEARCH_KEY);
    }

    static Stream<Arguments> maps() {
        Reply found = Reply.json(200, "{\"results\":[{\"formatted_address\":\"Null Island\"}],\"status\":\"OK\"}");
        Reply spent = Reply.json(200, "{\"results\":[],\"status\":\"OVER_QUERY_LIMIT\"}");
        Reply models = Reply.json(200, "{\"models\":[{\"name\":\"models/gemini\"}]}");
        return Stream.of(
                arguments(DENIED, NO_MODELS, "PASS"),
                arguments(found, NO_MODELS, "WARN key-anywhere"),
                arguments(DENIED, models, "FAIL key-paid-api"),
                arguments(found, models, "FAIL key-anywhere key-paid-api"),
                arguments(spent, NO_MODELS, "BLOCKED key-unclear"));
    }

    @ParameterizedTest(name = "{2}")
    @MethodSource
    void maps(Reply geocode, Reply models, String expected) throws Exception {
        assertThat(told(MAPS, "google", geocode, models)).isEqualTo(expected);
    }

    @Test
    void a_vendor_that_nobody_named_is_not_called() throws Exception {
        assertThat(told(CLIENT + MAPS, "", acl("\"addObject\""), NO_MODELS)).isEqualTo("NOT_APPLICABLE");
        assertThat(asked).noneMatch(line -> line.contains("/1/keys/") || line.contains("geocode"));
    }

    private String told(String script, String kind, Reply first, Reply models) throws Exception {
        try (DialectServer server = new DialectServer(ask -> answer(ask, script, first, models))) {
            String origin = "http://127.0.0.1:" + server.port();
            String file = kind.isEmpty() ? "" : "backends: [{kind: " + kind + ", url: \"" + origin + "\"}]\n";
            CheckResult result = BackendRun.of(folder, origin, file);
            assertThat(result.toString()).doesNotContain(SEARCH_KEY, MAPS_KEY);
            return BackendRun.told(result);
        }
    }

    private Reply answer(Ask ask, String script, Reply first, Reply models) {
        asked.add(ask.method() + " " + ask.path());
        return switch (ask.path()) {
            case "/" -> Reply.html("<title>Harbor</title><script src=\"/app.js\"></script>");
            case "/app.js" -> Reply.of(200, "text/javascript", script);
            case "/1/keys/" + SEARCH_KEY ->
                ask.header("X-Algolia-API-Key").equals(SEARCH_KEY)
                                && ask.header("X-Algolia-Application-Id").equals("HARB0RT1DE")
                        ? first
                        : Reply.json(401, "{}");
            case "/maps/api/geocode/json" -> first;
            case "/v1beta/models" -> ask.header("x-goog-api-key").equals(MAPS_KEY) ? models : Reply.json(401, "{}");
            default -> Reply.of(404, "text/plain", "no");
        };
    }
}
