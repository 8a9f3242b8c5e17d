package dev.launchready.portal.routes;

import static dev.launchready.portal.routes.ImportBench.route;
import static dev.launchready.portal.routes.ImportBench.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Access;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RouteImportsTest {
    @TempDir
    private Path folder;

    @Test
    void readsAPlainListInTheWordsOfManyFrameworks() throws Exception {
        Routes routes = ImportBench.harbor(folder).file("routes.txt", """
                        # the portal's routes
                        GET /a/:id        # Rails, Express
                        POST /b/<int:pk>/
                        /c/[slug]
                        DELETE https://api.harbor.example/v1/d/{d}
                        GET https://elsewhere.example/e
                        """).routes();

        assertThat(texts(routes)).containsExactly("GET /a/{id}", "POST /b/{pk}/", "GET /c/{slug}", "DELETE /d/{d}");
        assertThat(routes.notes()).singleElement().asString().contains("elsewhere.example");
    }

    @Test
    void aBadLineIsNamedByItsNumber() {
        assertThatExceptionOfType(RouteImportException.class)
                .isThrownBy(() -> ImportBench.harbor(folder)
                        .file("routes.txt", "GET /a\nfetch the b\n")
                        .routes())
                .withMessageStartingWith("line 2 is no request");
    }

    @Test
    void whatAPersonWroteWins() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .written("GET", "/items/notes/{note}", Access.OWNED)
                .written("GET", "https://api.harbor.example/v1/me", Access.SIGNED_IN)
                .written("GET", "/logout", Access.SIGNED_IN)
                .file(
                        "openapi.yaml",
                        "openapi: 3.0.0\nservers: [{url: /v1}]\npaths: {'/items/notes/{id}/': {get: {security: []}}, /me: {get: {}}, /logout: {get: {}}}")
                .routes();

        assertThat(texts(routes))
                .containsExactly("GET /items/notes/{note}", "GET https://api.harbor.example/v1/me", "GET /logout");
        assertThat(route(routes, "GET /items/notes/{note}")).satisfies(route -> {
            assertThat(route.access()).isEqualTo(Access.OWNED);
            assertThat(route.sources()).containsExactly("launch-ready.yml:1", "openapi.yaml");
        });
        assertThat(route(routes, "GET /logout").safe()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "",
                "just words",
                "{\"log\": 1}",
                "{\"log\": {\"entries\": 1}}",
                "{\"log\": {}}",
                "a: b\n",
                "\u0000\u0001"
            })
    void whatIsNoKnownDialectIsSaidToBeNone(String text) {
        assertThatExceptionOfType(RouteImportException.class)
                .isThrownBy(() -> ImportBench.harbor(folder).file("x", text).routes());
    }

    @Test
    void brokenDocumentsNeverEndInAnythingButASentence() throws Exception {
        List<String> documents = List.of(
                Files.readString(Path.of("examples/express-jwt.openapi.yaml")),
                Files.readString(Path.of("examples/laravel.postman_collection.json")),
                Files.readString(Path.of("examples/django.routes.txt")),
                new HarText()
                        .post(
                                "https://api.harbor.example/v1/graphql",
                                "{\"query\": \"{ a }\", \"variables\": {\"b\": [1, {\"c\": 2}]}}")
                        .get("https://api.harbor.example/v1/a/17?x=1%zz")
                        .form("https://api.harbor.example/v1/f", "a=%E4%&b")
                        .text());
        Random random = new Random(20261121);
        int refused = 0;
        for (int round = 0; round < 2_000; round++) {
            String text = mutated(documents.get(round % documents.size()), random);
            Path file = Files.writeString(folder.resolve("mutant"), text, StandardCharsets.UTF_8);
            try {
                RouteImports imports = new RouteImports(dev.launchready.portal.Address.of(
                        dev.launchready.model.Url.parse("https://api.harbor.example/v1")));
                imports.add(file, "mutant", Optional.empty());
                assertThat(imports.merge(List.of(), java.util.Set.of())).isNotNull();
            } catch (RouteImportException e) {
                assertThat(e.says()).isNotBlank();
                refused++;
            }
        }
        assertThat(refused).isBetween(100, 1_990);
    }

    private static String mutated(String document, Random random) {
        StringBuilder text = new StringBuilder(document);
        int changes = 1 + random.nextInt(4);
        for (int change = 0; change < changes && text.length() > 2; change++) {
            int at = random.nextInt(text.length() - 1);
            switch (random.nextInt(5)) {
                case 0 -> text.setLength(at);
                case 1 -> text.setCharAt(at, (char) random.nextInt(0x250));
                case 2 -> text.deleteCharAt(at);
                case 3 -> text.insert(at, "{}[]\":,&*!%#\n\t ".charAt(random.nextInt(15)));
                default -> {
                    int end = Math.min(text.length(), at + random.nextInt(60));
                    text.insert(random.nextInt(text.length()), text.substring(at, end));
                }
            }
        }
        return text.toString();
    }
}
