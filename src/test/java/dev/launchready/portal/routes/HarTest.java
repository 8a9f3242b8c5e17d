package dev.launchready.portal.routes;

import static dev.launchready.portal.routes.ImportBench.examples;
import static dev.launchready.portal.routes.ImportBench.route;
import static dev.launchready.portal.routes.ImportBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Recording;
import dev.launchready.portal.Routes.Use;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HarTest {
    private static final String API = "https://api.harbor.example/v1";

    @TempDir
    private Path folder;

    @Test
    void twoRecordingsShowWhoseIdsAreWhose() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .written("GET", "/projects/{project}/tasks/{task}", Access.OWNED)
                .file(
                        "alice.har",
                        new HarText()
                                .get(API + "/invoices/inv_1001")
                                .get(API + "/projects/17/tasks/5")
                                .text())
                .file(
                        "bob.har",
                        new HarText()
                                .get(API + "/invoices/inv_2002")
                                .get(API + "/projects/18/tasks/9")
                                .text())
                .routes();

        assertThat(texts(routes)).containsExactly("GET /projects/{project}/tasks/{task}", "GET /invoices/{invoice}");
        assertThat(route(routes, "GET /invoices/{invoice}").sources()).containsExactly("alice.har", "bob.har");
        assertThat(routes.recordings())
                .extracting(Recording::uses)
                .containsExactly(
                        List.of(
                                new Use("GET /invoices/{invoice}", Map.of("invoice", "inv_1001"), 200),
                                new Use(
                                        "GET /projects/{project}/tasks/{task}",
                                        Map.of("project", "17", "task", "5"),
                                        200)),
                        List.of(
                                new Use("GET /invoices/{invoice}", Map.of("invoice", "inv_2002"), 200),
                                new Use(
                                        "GET /projects/{project}/tasks/{task}",
                                        Map.of("project", "18", "task", "9"),
                                        200)));
    }

    @Test
    void theHandWrittenPlaceholderWinsInRecordingsToo() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .written("GET", "/items/notes/{note}", Access.OWNED)
                .file(
                        "openapi.yaml",
                        "openapi: 3.0.0\npaths: {'/v1/items/notes/{id}': {get: {parameters: [{name: id, in: path, example: n1}]}, put: {}}}")
                .file(
                        "alice.har",
                        new HarText().get(API + "/items/notes/harbour-north").text())
                .routes();

        assertThat(texts(routes)).containsExactly("GET /items/notes/{note}", "PUT /items/notes/{id}");
        assertThat(examples(route(routes, "GET /items/notes/{note}"), "note")).containsExactly("n1", "harbour-north");
        assertThat(routes.recordings().get(0).uses())
                .containsExactly(new Use("GET /items/notes/{note}", Map.of("note", "harbour-north"), 200));
    }

    @Test
    void idsOfEveryShapeAreFound() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .file(
                        "a.har",
                        new HarText()
                                .get(API + "/users/me")
                                .get(API + "/a/3f2504e0-4f89-41d3-9a0c-0305e82c3301")
                                .get(API + "/b/01ARZ3NDEKTSV4RRFFQ69G5FAV")
                                .get(API + "/c/507f1f77bcf86cd799439011")
                                .get(API + "/files/1001.pdf")
                                .get(API + "/v2/status")
                                .get(API + "/orders/42/lines/7")
                                .get(API + "/people/alice@harbor.example")
                                .get(API + "/articles/first-words")
                                .get(API + "/articles/second-words")
                                .get(API + "/articles/third-words")
                                .get(API + "/auth/sign-in")
                                .text())
                .routes();

        assertThat(texts(routes))
                .containsExactly(
                        "GET /users/me",
                        "GET /a/{a}",
                        "GET /b/{b}",
                        "GET /c/{c}",
                        "GET /files/{file}.pdf",
                        "GET /v2/status",
                        "GET /orders/{order}/lines/{line}",
                        "GET /people/{people}",
                        "GET /articles/{article}",
                        "GET /auth/sign-in");
    }

    @Test
    void idsThatAreWordsAreKnownFromTheListThatNamesThem() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .file(
                        "a.har",
                        new HarText()
                                .json(
                                        "GET",
                                        API + "/boards",
                                        "{\"items\": [{\"slug\": \"garden\"}, {\"slug\": \"kitchen\"}]}")
                                .get(API + "/boards/garden")
                                .get(API + "/boards/archive")
                                .text())
                .routes();

        assertThat(texts(routes)).containsExactly("GET /boards", "GET /boards/{board}", "GET /boards/archive");
    }

    @Test
    void noCredentialIsKept() throws Exception {
        String jwt = "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJjYW5hcnkifQ.c2lnbmF0dXJlLWNhbmFyeQ";
        Routes routes = ImportBench.harbor(folder)
                .file(
                        "a.har",
                        new HarText()
                                .header("Authorization", "Bearer canary-header")
                                .header("Cookie", "sid=canary-cookie")
                                .post(API + "/login", "{\"email\": \"canary-mail\", \"password\": \"canary-pass\"}")
                                .post(
                                        API + "/nested",
                                        "{\"auth\": {\"api_key\": \"canary-key\"}, \"id\": \"canary-id\"}")
                                .get(API + "/me?access_token=canary-query&page=2&j=" + jwt)
                                .get(API + "/verify-mail/" + jwt)
                                .form(API + "/form", "user=canary-user&pwd=canary-pwd")
                                .text())
                .routes();

        assertThat(routes.toString()).doesNotContain("canary").doesNotContain("eyJ");
        assertThat(examples(route(routes, "GET /me"), "page")).containsExactly("2");
    }

    @Test
    void assetsForeignHostsAndMissesAreLeftOut() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .file(
                        "a.har",
                        new HarText()
                                .get("https://portal.harbor.example/assets/app.3f9a.js?v=1")
                                .get("https://www.harbor.example/about")
                                .get("https://portal.harbor.example/dashboard")
                                .get("https://www.google-analytics.com/collect?v=1")
                                .get("https://www.google-analytics.com/collect?v=2")
                                .answer("GET", API + "/nope", 404, "text/html")
                                .answer("GET", API + "/logo", 200, "image/png")
                                .answer("OPTIONS", API + "/me", 204, "")
                                .get("data:text/html,x")
                                .get(API + "/me")
                                .text())
                .routes();

        assertThat(texts(routes))
                .containsExactly(
                        "GET https://www.harbor.example/about",
                        "GET https://portal.harbor.example/dashboard",
                        "GET /me");
        assertThat(routes.notes())
                .containsExactly(
                        "a.har: requests to hosts that the portal file does not name were left out: www.google-analytics.com (2);"
                                + " a host of the portal belongs under portal.hosts");
    }

    @Test
    void operationsOfGraphQlAreRoutesOfTheirOwn() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .written("POST", "/graphql", Access.SIGNED_IN)
                .file(
                        "a.har",
                        new HarText()
                                .post(
                                        API + "/graphql",
                                        "{\"operationName\": \"Invoice\", \"query\": \"query Invoice($id: ID!) { invoice(id: $id) { total } }\", \"variables\": {\"id\": \"inv_1001\"}}")
                                .post(API + "/graphql", "{\"query\": \"mutation { removeNote(id: 3) }\"}")
                                .post(
                                        API + "/graphql",
                                        "[{\"query\": \"{ viewer { name } }\"}, {\"query\": \"query B { b }\"}]")
                                .post(
                                        API + "/graphql",
                                        "{\"query\": \"mutation Login { login(password: \\\"canary\\\") }\"}")
                                .post(
                                        API + "/graphql",
                                        "{\"operationName\": \"Stored\", \"extensions\": {\"persistedQuery\": {\"sha256Hash\": \"ab\"}}}")
                                .post(API + "/search", "{\"query\": \"garden tools\"}")
                                .text())
                .routes();

        assertThat(texts(routes))
                .containsExactly(
                        "POST /graphql",
                        "POST /graphql (query Invoice)",
                        "POST /graphql (mutation removeNote)",
                        "POST /graphql (query viewer)",
                        "POST /graphql (query B)",
                        "POST /graphql (mutation Login)",
                        "POST /graphql (mutation Stored)",
                        "POST /search");
        assertThat(route(routes, "POST /graphql (query Invoice)")).satisfies(route -> {
            assertThat(route.safe()).isTrue();
            assertThat(route.assumed()).isFalse();
            assertThat(route.template()).isEqualTo("/graphql");
            assertThat(examples(route, "variables.id")).containsExactly("inv_1001");
        });
        assertThat(route(routes, "POST /graphql (mutation removeNote)").safe()).isFalse();
        assertThat(routes.toString()).doesNotContain("canary");
        assertThat(routes.recordings().get(0).uses())
                .contains(new Use("POST /graphql (query Invoice)", Map.of("variables.id", "inv_1001"), 200));
    }

    @Test
    void aTypeThatStandsBehindItsTextCountsAsWell() throws Exception {
        String entry = """
                {"log":{"entries":[{"response":{"content":{"text":"{\\"items\\":[]}","mimeType":"application/json"},"status":200},\
                "request":{"postData":{"text":"{\\"query\\":\\"query Statements { statements { id } }\\"}","mimeType":"application/json"},\
                "url":"%s/graphql","method":"POST"}}],"version":"1.2"}}""".formatted(API);

        assertThat(texts(ImportBench.harbor(folder).file("turned.har", entry).routes()))
                .contains("POST /graphql (query Statements)");
    }

    @Test
    void aReadWithAnEffectIsNotSafe() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .file(
                        "a.har",
                        new HarText()
                                .endingCookie(API + "/session/bye", "sid")
                                .get(API + "/password/reset")
                                .get(API + "/mails/resend")
                                .get(API + "/sent-mails")
                                .answer("GET", API + "/made", 201, "application/json")
                                .get(API + "/signOut")
                                .text())
                .routes();

        assertThat(routes.all().stream().filter(route -> route.safe()).map(Object::toString))
                .containsExactly("GET /sent-mails");
        assertThat(routes.notes())
                .singleElement()
                .asString()
                .startsWith("not called, since they seem to change something");
    }

    @Test
    void routesOfOneSourceOnlyAreListed() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .file("openapi.yaml", "openapi: 3.0.0\npaths: {/v1/a: {get: {}}, /v1/dead: {get: {}}}")
                .file(
                        "a.har",
                        new HarText().get(API + "/a").get(API + "/hidden").text())
                .routes();

        assertThat(routes.notes())
                .containsExactly("seen in a.har only (1): GET /hidden", "seen in openapi.yaml only (1): GET /dead");
    }

    @Test
    void aRecordingOfAnotherPlaceIsTakenForThePortal() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .file(
                        "a.har",
                        new HarText()
                                .get("https://staging.example.net/v1/me")
                                .get("https://staging.example.net/v1/orders/7")
                                .get("https://metrics.example.org/x")
                                .text())
                .routes();

        assertThat(texts(routes)).containsExactly("GET /me", "GET /orders/{order}");
        assertThat(routes.notes())
                .contains("a.har: it speaks of staging.example.net only; its routes are taken as those of portal.api");
    }

    @Test
    void aPageThatForgetsATrackerIsSafe() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .file("a.har", new HarText().endingCookie(API + "/start", "_ga").text())
                .routes();

        assertThat(route(routes, "GET /start").safe()).isTrue();
    }
}
