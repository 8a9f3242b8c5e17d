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

class PostmanTest {
    private static final String COLLECTION = """
            {"info": {"name": "Harbor", "schema": "https://schema.getpostman.com/json/collection/v2.1.0/collection.json"},
             "auth": {"type": "bearer", "bearer": [{"key": "token", "value": "canary-token-value"}]},
             "variable": [{"key": "root", "value": "{{scheme}}://api.harbor.example"}, {"key": "scheme", "value": "https"},
                          {"key": "invoice", "value": "inv_1001"}, {"key": "a", "value": "{{b}}"}, {"key": "b", "value": "{{a}}"}],
             "item": [
               {"name": "Folder", "variable": [{"key": "invoice", "value": "inv_2002"}], "item": [
                 {"name": "One", "request": {"method": "GET", "header": [{"key": "X-Api-Key", "value": "canary-key-value"}],
                   "url": {"raw": "{{root}}/v1/invoices/{{invoice}}?page=2&access_token=canary-query-value&off=1",
                     "query": [{"key": "page", "value": "2"}, {"key": "access_token", "value": "canary-query-value"},
                               {"key": "off", "value": "1", "disabled": true}]}}},
                 {"name": "Colon", "request": {"method": "PUT", "url": {"raw": "{{root}}/v1/tasks/:task", "variable": [{"key": "task", "value": "5"}]},
                   "body": {"mode": "raw", "raw": "{\\"title\\": \\"T\\", \\"n\\": 3}"}}},
                 {"name": "Concrete", "request": {"method": "GET", "url": "{{root}}/v1/projects/17"}}]},
               {"name": "Open", "request": {"auth": {"type": "noauth"}, "method": "GET", "url": "{{root}}/v1/health"}},
               {"name": "Log out", "request": {"method": "GET", "url": "{{root}}/v1/bye"}},
               {"name": "Foreign", "request": {"method": "POST", "url": "https://api.stripe.com/v1/charges"}},
               {"name": "Unknown", "request": "{{base}}/v1/ping"},
               {"name": "Circle", "request": "{{a}}/v1/circle"},
               {"name": "Parts", "request": {"method": "GET", "url": {"protocol": "https", "host": ["api", "harbor", "example"], "path": ["v1", "parts", ":id"]}}}
             ]}
            """;

    @TempDir
    private Path folder;

    @Test
    void readsFoldersVariablesAndInheritedAuthorization() throws Exception {
        Routes routes = ImportBench.harbor(folder).file("c.json", COLLECTION).routes();

        assertThat(texts(routes))
                .containsExactly(
                        "GET /invoices/{invoice}",
                        "PUT /tasks/{task}",
                        "GET /projects/{project}",
                        "GET /health",
                        "GET /bye",
                        "GET /ping",
                        "GET /circle",
                        "GET /parts/{id}");
        assertThat(route(routes, "GET /health").access()).isEqualTo(Access.PUBLIC);
        assertThat(route(routes, "GET /bye").safe()).isFalse();
        assertThat(route(routes, "GET /invoices/{invoice}")).satisfies(route -> {
            assertThat(route.assumed()).isFalse();
            assertThat(route.access()).isEqualTo(Access.SIGNED_IN);
            assertThat(examples(route, "invoice")).containsExactly("inv_2002");
            assertThat(examples(route, "page")).containsExactly("2");
            assertThat(examples(route, "off")).isEmpty();
        });
        assertThat(examples(route(routes, "PUT /tasks/{task}"), "task")).containsExactly("5");
        assertThat(examples(route(routes, "PUT /tasks/{task}"), "title")).containsExactly("T");
        assertThat(examples(route(routes, "GET /projects/{project}"), "project"))
                .containsExactly("17");
        assertThat(routes.toString()).doesNotContain("canary");
        assertThat(routes.notes().toString()).contains("api.stripe.com").contains("{{a}}, {{base}}");
    }

    @Test
    void aFileOfVariablesWins() throws Exception {
        Routes routes = ImportBench.harbor(folder)
                .file(
                        "c.json",
                        COLLECTION,
                        "{\"values\": [{\"key\": \"invoice\", \"value\": \"inv_3003\"}, {\"key\": \"task\", \"value\": \"x\", \"enabled\": false}]}")
                .routes();

        assertThat(examples(route(routes, "GET /invoices/{invoice}"), "invoice"))
                .containsExactly("inv_3003");
    }

    @Test
    void readsFormat20() throws Exception {
        Routes routes = ImportBench.harbor(folder).file("c.json", """
                        {"variables": [], "info": {"schema": "https://schema.getpostman.com/json/collection/v2.0.0/collection.json"},
                         "auth": {"type": "basic", "basic": {"username": "u", "password": "canary"}},
                         "item": [{"name": "x", "request": {"url": "https://api.harbor.example/v1/x", "method": "get", "header": "A: b"}},
                                  {"name": "off", "request": {"url": {"raw": "https://api.harbor.example/v1/y?z=1"}, "method": "POST",
                                   "body": {"mode": "urlencoded", "urlencoded": [{"key": "q", "value": "1"}, {"key": "r", "value": "2", "disabled": true}]}}}]}
                        """).routes();

        assertThat(texts(routes)).containsExactly("GET /x", "POST /y");
        assertThat(routes.all()).allMatch(route -> !route.assumed());
        assertThat(examples(route(routes, "POST /y"), "q")).containsExactly("1");
        assertThat(examples(route(routes, "POST /y"), "r")).isEmpty();
    }
}
