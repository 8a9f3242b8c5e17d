package dev.launchready.check.authz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.launchready.check.DialectServer;
import dev.launchready.check.DialectServer.Ask;
import dev.launchready.check.DialectServer.Reply;
import dev.launchready.check.authz.StoreDialects.Dialect;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@DisplayName("authz.open-backend at stores of files")
class StoreBackendTest {
    private static final String WRITES = "consent: {by: the test, allow: [writes]}\n";
    private static final List<String> PRIVATE = List.of("app/tide.png", "exports/clients & partners.csv");
    private static final List<String> ASSETS = List.of("app/tide.png", "app/main.3f2a.js", "fonts/harbor.woff2");

    @TempDir
    private Path folder;

    private String script = "";

    static Stream<Arguments> dialects() {
        return StoreDialects.ALL.stream()
                .flatMap(each -> Stream.concat(
                        Stream.of(
                                arguments(each, each.denied(), "PASS"),
                                arguments(each, each.listing().apply(PRIVATE), "FAIL anyone-lists-bucket"),
                                arguments(each, each.listing().apply(ASSETS), "WARN bucket-listed"),
                                arguments(each, each.listing().apply(List.of()), "WARN bucket-listed")),
                        each.gone().stream().map(gone -> arguments(each, gone, "WARN bucket-gone"))));
    }

    @ParameterizedTest(name = "{0}: {2}")
    @MethodSource
    void dialects(Dialect dialect, Reply reply, String expected) throws Exception {
        try (DialectServer server = new DialectServer(ask -> answer(ask, dialect, reply))) {
            assertThat(BackendRun.told(run(server, backend(server, dialect)))).isEqualTo(expected);
        }
    }

    private Reply answer(Ask ask, Dialect dialect, Reply listing) {
        if (ask.path().equals("/")) {
            return Reply.html("<title>Harbor</title><script src=\"/app.js\"></script>");
        }
        if (ask.path().equals("/app.js")) {
            return Reply.of(200, "text/javascript", script);
        }
        if (ask.method().equals("PUT")) {
            return dialect.denied();
        }
        return ask.path().equals(dialect.path()) ? listing : Reply.of(200, "application/octet-stream", "");
    }

    private static String backend(DialectServer server, Dialect dialect) {
        return "backends: [{kind: " + dialect.kind() + ", url: \"http://127.0.0.1:" + server.port() + dialect.path()
                + "\"}]\n";
    }

    @Test
    void whatEverybodyMayListIsSaidInTheFile() throws Exception {
        Reply listing = StoreDialects.AWS.listing().apply(PRIVATE);
        try (DialectServer server = new DialectServer(ask -> answer(ask, StoreDialects.AWS, listing))) {
            String declared =
                    "routes: {public: [\"GET http://127.0.0.1:" + server.port() + StoreDialects.AWS.path() + "\"]}\n";
            assertThat(BackendRun.told(run(server, backend(server, StoreDialects.AWS) + declared)))
                    .isEqualTo("PASS");
        }
    }

    @Test
    void aBucketOfAnotherRegionIsNoPass() throws Exception {
        Reply moved = Reply.of(
                301,
                "application/xml",
                "<?xml version=\"1.0\"?><Error><Code>PermanentRedirect</Code><Message>Use the other endpoint.</Message><Endpoint>harbor-scans.s3.eu-west-1.amazonaws.com</Endpoint></Error>");
        try (DialectServer server = new DialectServer(ask -> answer(ask, StoreDialects.AWS, moved))) {
            CheckResult result = run(server, backend(server, StoreDialects.AWS));
            assertThat(BackendRun.told(result)).isEqualTo("BLOCKED bucket-elsewhere");
            assertThat(result.problem().map(Problem::add).orElse(""))
                    .contains("https://harbor-scans.s3.eu-west-1.amazonaws.com");
        }
    }

    @Test
    void whatIsNoStoreIsNoPass() throws Exception {
        for (Reply other : List.of(Reply.html("Not found"), Reply.json(403, "{\"error\":\"forbidden\"}"))) {
            try (DialectServer server = new DialectServer(ask -> answer(ask, StoreDialects.AWS, other))) {
                assertThat(BackendRun.told(run(server, backend(server, StoreDialects.AWS))))
                        .isEqualTo("BLOCKED not-that-service");
            }
        }
    }

    static Stream<Arguments> addresses() {
        return Stream.of(
                arguments(
                        "https://harbor-scans.s3.eu-west-1.amazonaws.com/a/b.png",
                        "s3",
                        "https://harbor-scans.s3.eu-west-1.amazonaws.com"),
                arguments("https://harbor-scans.s3.amazonaws.com/x", "s3", "https://harbor-scans.s3.amazonaws.com"),
                arguments(
                        "https://s3-eu-west-1.amazonaws.com/harbor-scans/x",
                        "s3",
                        "https://s3-eu-west-1.amazonaws.com/harbor-scans"),
                arguments(
                        "https://harbor-scans.fra1.digitaloceanspaces.com/x",
                        "s3",
                        "https://harbor-scans.fra1.digitaloceanspaces.com"),
                arguments(
                        "https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com/harbor-scans",
                        "s3",
                        "https://0123456789abcdef0123456789abcdef.r2.cloudflarestorage.com/harbor-scans"),
                arguments(
                        "https://storage.googleapis.com/harbor-scans/x.png",
                        "gcs",
                        "https://storage.googleapis.com/harbor-scans"),
                arguments(
                        "https://harbor-scans.storage.googleapis.com/x.png",
                        "gcs",
                        "https://harbor-scans.storage.googleapis.com"),
                arguments(
                        "https://harboraccount.blob.core.windows.net/scans/x.png",
                        "azure",
                        "https://harboraccount.blob.core.windows.net/scans"));
    }

    @ParameterizedTest
    @MethodSource("addresses")
    void aBucketThatNobodyNamedIsToldAndNotCalled(String address, String kind, String named) throws Exception {
        script = "const picture=\"" + address + "\";";
        Reply listing = StoreDialects.AWS.listing().apply(PRIVATE);
        try (DialectServer server = new DialectServer(ask -> answer(ask, StoreDialects.AWS, listing))) {
            CheckResult result = run(server, "");
            assertThat(BackendRun.told(result)).isEqualTo("BLOCKED not-named");
            assertThat(result.problem().map(Problem::add).orElse(""))
                    .isEqualTo("backends: [{kind: " + kind + ", url: \"" + named + "\"}]");
            assertThat(BackendRun.told(run(server, "routes: {ignore: [\"GET " + named + "\"]}\n")))
                    .isEqualTo("NOT_APPLICABLE");
        }
    }

    @Test
    void theBucketsOfLibrariesAreNobodysBackEnd() throws Exception {
        script = "importScripts('https://storage.googleapis.com/workbox-cdn/releases/7.0.0/workbox-sw.js')";
        Reply denied = StoreDialects.AWS.denied();
        try (DialectServer server = new DialectServer(ask -> answer(ask, StoreDialects.AWS, denied))) {
            assertThat(BackendRun.told(run(server, ""))).isEqualTo("NOT_APPLICABLE");
        }
    }

    @Test
    void aFileThatNobodyMayPutThereIsTakenAwayAgain() throws Exception {
        Map<String, String> files = new ConcurrentHashMap<>();
        try (DialectServer server = new DialectServer(ask -> writable(ask, files))) {
            String backend = backend(server, StoreDialects.AWS);
            assertThat(BackendRun.told(run(server, backend))).isEqualTo("PASS");
            assertThat(BackendRun.told(run(server, WRITES + backend))).isEqualTo("FAIL anyone-writes-bucket");
            assertThat(files).isEmpty();
        }
    }

    private Reply writable(Ask ask, Map<String, String> files) {
        boolean file = ask.path().startsWith(StoreDialects.AWS.path() + "/");
        if (file && ask.method().equals("PUT")) {
            files.put(ask.path(), ask.raw().getBodyAsString());
            return Reply.empty(200).with("ETag", "\"900150983cd24fb0d6963f7d28e17f72\"");
        }
        if (file && ask.method().equals("DELETE")) {
            files.remove(ask.path());
            return Reply.empty(204);
        }
        return file && files.containsKey(ask.path())
                ? Reply.of(200, "text/plain", files.get(ask.path()))
                : answer(ask, StoreDialects.AWS, StoreDialects.AWS.denied());
    }

    private CheckResult run(DialectServer server, String file) throws IOException {
        return BackendRun.of(folder, "http://127.0.0.1:" + server.port(), file);
    }
}
