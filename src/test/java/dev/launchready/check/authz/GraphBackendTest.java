package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.open-backend at GraphQL")
class GraphBackendTest {
    private static final String LIST =
            schema("{\"kind\":\"LIST\",\"name\":null,\"ofType\":{\"kind\":\"OBJECT\",\"name\":\"Client\"}}", "");
    private static final String PAGE = schema(
            "{\"kind\":\"NON_NULL\",\"name\":null,\"ofType\":{\"kind\":\"OBJECT\",\"name\":\"Page\"}}",
            "{\"name\":\"Page\",\"kind\":\"OBJECT\",\"fields\":[{\"name\":\"nodes\",\"args\":[],\"type\":{\"kind\":\"LIST\",\"name\":null,\"ofType\":{\"kind\":\"OBJECT\",\"name\":\"Client\"}}}]},");
    private static final String PERSONAL = "[{\"id\":\"1\",\"email\":\"quartz@north.example\"}]";
    private static final String PLAIN = "[{\"id\":\"1\",\"label\":\"Voyage\"}]";
    private static final String SIGNED_OUT =
            "{\"data\":null,\"errors\":[{\"message\":\"Not signed in\",\"extensions\":{\"code\":\"UNAUTHENTICATED\"}}]}";

    @TempDir
    private Path folder;

    private static String schema(String clients, String further) {
        return "{\"data\":{\"__schema\":{\"queryType\":{\"name\":\"Query\"},\"types\":[" + further
                + "{\"name\":\"Query\",\"kind\":\"OBJECT\",\"fields\":[{\"name\":\"clients\",\"args\":[{\"type\":{\"kind\":\"SCALAR\"},\"defaultValue\":null}],\"type\":"
                + clients
                + "},{\"name\":\"client\",\"args\":[{\"type\":{\"kind\":\"NON_NULL\"},\"defaultValue\":null}],\"type\":{\"kind\":\"OBJECT\",\"name\":\"Client\"}}]},"
                + "{\"name\":\"Client\",\"kind\":\"OBJECT\",\"fields\":[{\"name\":\"id\",\"args\":[],\"type\":{\"kind\":\"SCALAR\",\"name\":\"ID\"}},{\"name\":\"email\",\"args\":[],\"type\":{\"kind\":\"SCALAR\",\"name\":\"String\"}},{\"name\":\"label\",\"args\":[],\"type\":{\"kind\":\"SCALAR\",\"name\":\"String\"}}]},"
                + "{\"name\":\"ID\",\"kind\":\"SCALAR\",\"fields\":null},{\"name\":\"String\",\"kind\":\"SCALAR\",\"fields\":null}]}}}";
    }

    static Stream<Arguments> services() {
        Reply closed = Reply.json(
                400,
                "{\"errors\":[{\"message\":\"GraphQL introspection is not allowed by Apollo Server\",\"extensions\":{\"code\":\"INTROSPECTION_DISABLED\"}}]}");
        return Stream.of(
                arguments("/graphql", closed, "", "PASS"),
                arguments("/api/graphql", Reply.json(200, SIGNED_OUT), "", "PASS"),
                arguments("/v1/graphql", Reply.json(200, LIST), SIGNED_OUT, "WARN schema-public"),
                arguments("/graphql", Reply.json(200, LIST), "{\"data\":{\"clients\":[]}}", "WARN schema-public"),
                arguments(
                        "/graphql",
                        Reply.json(200, LIST),
                        "{\"data\":{\"clients\":" + PERSONAL + "}}",
                        "FAIL anyone-queries schema-public"),
                arguments(
                        "/gql",
                        Reply.json(200, PAGE),
                        "{\"data\":{\"clients\":{\"nodes\":" + PERSONAL + "}}}",
                        "FAIL anyone-queries schema-public"),
                arguments(
                        "/graphql",
                        Reply.json(200, LIST),
                        "{\"data\":{\"clients\":" + PLAIN + "}}",
                        "WARN query-readable schema-public"),
                arguments("/graphql", Reply.html("Not found"), "", "PASS"));
    }

    @ParameterizedTest(name = "{0} {3}")
    @MethodSource
    void services(String path, Reply schema, String data, String expected) throws Exception {
        try (DialectServer server = new DialectServer(ask -> answer(ask, path, schema, data))) {
            assertThat(BackendRun.told(folder, origin(server), "")).isEqualTo(expected);
        }
    }

    @Test
    void whatEverybodyMayAskIsSaidInTheFile() throws Exception {
        Reply schema = Reply.json(200, LIST);
        String data = "{\"data\":{\"clients\":" + PERSONAL + "}}";
        try (DialectServer server = new DialectServer(ask -> answer(ask, "/graphql", schema, data))) {
            String declared = "routes: {public: [POST " + origin(server) + "/graphql]}\n";
            assertThat(BackendRun.told(folder, origin(server), declared)).isEqualTo("PASS");
            String ignored = "routes: {ignore: [POST " + origin(server) + "/graphql]}\n";
            assertThat(BackendRun.told(folder, origin(server), ignored)).isEqualTo("NOT_APPLICABLE");
        }
    }

    @Test
    void anAddressThatIsNoGraphQlIsNoBackEnd() throws Exception {
        try (DialectServer server = new DialectServer(
                ask -> ask.path().equals("/") ? front("/graphql") : Reply.html("<title>Not found</title>"))) {
            assertThat(BackendRun.told(folder, origin(server), "")).isEqualTo("NOT_APPLICABLE");
        }
    }

    @Test
    void anAddressInTroubleIsToldOf() throws Exception {
        try (DialectServer server = new DialectServer(
                ask -> ask.path().equals("/") ? front("/graphql") : Reply.json(503, "{\"error\":\"later\"}"))) {
            assertThat(BackendRun.told(folder, origin(server), "")).isEqualTo("BLOCKED not-reached");
        }
    }

    private static String origin(DialectServer server) {
        return "http://127.0.0.1:" + server.port();
    }

    private static Reply front(String path) {
        return Reply.html("<title>Tidewell</title><script>fetch(\"" + path + "\",{method:'POST'})</script>");
    }

    private static Reply answer(Ask ask, String path, Reply schema, String data) {
        if (ask.path().equals("/")) {
            return front(path);
        }
        if (!ask.path().equals(path) || !ask.method().equals("POST")) {
            return Reply.json(404, "{}");
        }
        String query = ask.raw().getBodyAsString();
        return query.contains("__schema")
                ? schema
                : query.contains("__typename")
                        ? Reply.json(200, "{\"data\":{\"__typename\":\"Query\"}}")
                        : Reply.json(200, data);
    }
}
