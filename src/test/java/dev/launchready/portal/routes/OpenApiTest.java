package dev.launchready.portal.routes;

import static dev.launchready.portal.routes.ImportBench.examples;
import static dev.launchready.portal.routes.ImportBench.route;
import static dev.launchready.portal.routes.ImportBench.texts;
import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.portal.Routes;
import dev.launchready.portal.Routes.Access;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OpenApiTest {
    @TempDir
    private Path folder;

    private Routes read(String text) throws Exception {
        return ImportBench.harbor(folder).file("openapi", text).routes();
    }

    @Test
    void readsPathsClassesAndExamplesOfOpenApi3() throws Exception {
        Routes routes = read("""
                openapi: 3.1.0
                servers: [{url: "https://staging.harbor.example/v1"}, {url: "https://api.harbor.example/v1"}]
                security: [{bearer: []}]
                paths:
                  /health: {get: {security: []}}
                  /teaser: {get: {security: [{}, {bearer: []}]}}
                  /invoices/{id}:
                    parameters: [{$ref: "#/components/parameters/Id"}]
                    get: {summary: One invoice}
                    delete: {operationId: removeInvoice}
                  /sessions/end: {get: {summary: Log out everywhere}}
                  /projects:
                    post:
                      requestBody:
                        content: {application/json: {schema: {$ref: "#/components/schemas/Project"}, example: {name: North, token: abcdefgh}}}
                components:
                  parameters:
                    Id: {name: id, in: path, required: true, schema: {type: integer, example: 1001}}
                  schemas:
                    Project: {allOf: [{$ref: "#/components/schemas/Base"}, {properties: {name: {type: string, example: South}, role: {enum: [a, b]}}}]}
                    Base: {properties: {parent: {$ref: "#/components/schemas/Project"}}}
                """);

        assertThat(texts(routes))
                .containsExactly(
                        "GET /health",
                        "GET /teaser",
                        "GET /invoices/{id}",
                        "DELETE /invoices/{id}",
                        "GET /sessions/end",
                        "POST /projects");
        assertThat(routes.of(Access.PUBLIC)).extracting(Object::toString).containsExactly("GET /health", "GET /teaser");
        assertThat(route(routes, "GET /invoices/{id}")).satisfies(route -> {
            assertThat(route.access()).isEqualTo(Access.SIGNED_IN);
            assertThat(route.assumed()).isFalse();
            assertThat(route.safe()).isTrue();
            assertThat(route.sources()).containsExactly("openapi");
            assertThat(examples(route, "id")).containsExactly("1001");
        });
        assertThat(route(routes, "POST /projects")).satisfies(route -> {
            assertThat(route.safe()).isFalse();
            assertThat(examples(route, "name")).containsExactly("South", "North");
            assertThat(examples(route, "role")).containsExactly("a", "b");
            assertThat(examples(route, "token")).isEmpty();
        });
        assertThat(route(routes, "GET /sessions/end").safe()).isFalse();
        assertThat(routes.notes()).singleElement().asString().contains("GET /sessions/end");
    }

    @Test
    void readsSwagger2() throws Exception {
        Routes routes = read("""
                {"swagger": "2.0", "host": "api.harbor.example", "basePath": "/v1", "schemes": ["https"],
                 "securityDefinitions": {"key": {"type": "apiKey", "name": "k", "in": "header"}},
                 "paths": {"/orders/{order}": {"get": {"security": [{"key": []}],
                    "parameters": [{"name": "order", "in": "path", "type": "string", "x-example": "o-1"},
                                   {"name": "password", "in": "formData", "default": "summer"},
                                   {"in": "body", "name": "b", "schema": {"properties": {"note": {"example": "hi"}}}}]}}}}
                """);

        assertThat(texts(routes)).containsExactly("GET /orders/{order}");
        assertThat(examples(routes.all().get(0), "order")).containsExactly("o-1");
        assertThat(examples(routes.all().get(0), "note")).containsExactly("hi");
        assertThat(examples(routes.all().get(0), "password")).isEmpty();
    }

    @Test
    void whatNobodyClassifiedIsAssumedToBePrivate() throws Exception {
        Routes routes = read("openapi: 3.0.3\npaths: {/a: {get: {}}}\n");

        assertThat(routes.all()).singleElement().satisfies(route -> {
            assertThat(route.isPrivate()).isTrue();
            assertThat(route.assumed()).isTrue();
        });
    }

    @Test
    void circlesSurviveAndOtherFilesAreNotFetched() throws Exception {
        Routes routes = read("""
                openapi: 3.0.0
                servers: [{url: /v1}]
                paths:
                  /a: {$ref: "#/paths/~1b"}
                  /b: {$ref: "#/paths/~1a"}
                  /c: {$ref: "https://evil.example/path.yaml#/x"}
                  /d: {get: {parameters: [{$ref: "other.yaml#/P"}, {$ref: "#/components/parameters/Loop"}, {name: x, in: query, schema: {$ref: "#/components/schemas/S"}}],
                       requestBody: {content: {application/json: {schema: {$ref: "#/components/schemas/S"}}}}}}
                components:
                  parameters: {Loop: {$ref: "#/components/parameters/Loop"}}
                  schemas: {S: {allOf: [{$ref: "#/components/schemas/S"}, {properties: {s: {$ref: "#/components/schemas/S"}}}]}}
                """);

        assertThat(texts(routes)).containsExactly("GET /d");
        assertThat(routes.notes())
                .containsExactly(
                        "openapi: references to other files were not followed: https://evil.example/path.yaml, other.yaml");
    }

    @Test
    void aServerElsewhereIsTakenForThePortalAndNoted() throws Exception {
        Routes routes = read("""
                openapi: 3.0.0
                servers: [{url: "https://{env}.other.example/v1", variables: {env: {default: prod}}}]
                paths: {'/a#x': {get: {}}, /b: {servers: [{url: /v2}], get: {}}}
                """);

        assertThat(texts(routes)).containsExactly("GET /a", "GET https://api.harbor.example/v2/b");
        assertThat(routes.notes())
                .containsExactly(
                        "openapi: it describes https://prod.other.example; its routes are taken as those of portal.api");
    }
}
