package dev.launchready.check.headers;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.Told;
import dev.launchready.check.dialect.Scan;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@DisplayName("Errors of routes that are known")
class ErrorAnswersTest {
    private static final String TRACE =
            "URIError: Failed to decode param<br> &nbsp; &nbsp;at decode_param (/srv/app/node_modules/express/lib/router/layer.js:172:12)";

    private static final String FILE = """
            identities:
              alice:
                role: client
                login: {kind: json, request: POST /api/login, body: {email: alice@north.example, password: pw-alice}, token: $.token}
                signed-in-when: {request: GET /api/me, contains: alice@north.example}
            routes: {signed-in: [GET /api/me, "GET /projects/{project}"]}
            """;

    private static Reply answer(Ask ask, String flaw) {
        boolean alice = ask.header("Authorization").equals("Bearer token-of-alice");
        if (ask.path().equals("/projects/%FF")) {
            return flaw.equals("address")
                    ? Reply.of(400, "text/html", TRACE)
                    : Reply.of(400, "text/html", "Bad request");
        }
        return switch (ask.method() + " " + ask.path()) {
            case "GET /" -> Reply.of(200, "text/html", "<title>Harbor</title>Harbor");
            case "POST /api/login" -> login(ask, flaw);
            case "GET /api/me" ->
                alice ? Reply.json(200, "{\"email\":\"alice@north.example\"}") : Reply.json(401, "{}");
            default -> Reply.of(404, "text/html", "Nothing here");
        };
    }

    private static Reply login(Ask ask, String flaw) {
        String body = ask.raw().getBodyAsString();
        if (!body.endsWith("}")) {
            return flaw.equals("body")
                    ? Reply.of(400, "text/html", TRACE)
                    : Reply.json(400, "{\"error\":\"unreadable\"}");
        }
        return body.contains("pw-alice") ? Reply.json(200, "{\"token\":\"token-of-alice\"}") : Reply.json(401, "{}");
    }

    @ParameterizedTest(name = "flaw {0}, consent {1}: {2}")
    @CsvSource({
        "none, false, PASS answered",
        "address, false, FAIL stack-trace",
        "none, true, PASS answered",
        "body, true, FAIL stack-trace",
    })
    void areReadForTraces(String flaw, boolean consent, String expected) throws Exception {
        try (DialectServer server = new DialectServer(ask -> answer(ask, flaw))) {
            String file = consent ? "consent: {by: the owner, allow: [active]}\n" + FILE : FILE;
            assertThat(Told.of(Scan.of(new DisclosureCheck(), Scan.portal(server.port(), file))))
                    .isEqualTo(expected);
        }
    }
}
