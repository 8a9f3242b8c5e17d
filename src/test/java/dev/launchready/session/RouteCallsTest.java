package dev.launchready.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.check.dialect.Scan;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is put into a query, and what is left out of it. */
class RouteCallsTest {
    private static final String LIST = "/orgs/{org}/invoices";

    private static Portal portal(String parameters) throws Exception {
        String openapi =
                "{\"openapi\":\"3.1.0\",\"paths\":{\"" + LIST + "\":{\"get\":{\"parameters\":[" + parameters + "]}}}}";
        return Scan.portal(4711, "routes: {import: [api.json]}\n", Map.of("api.json", openapi));
    }

    private static String target(Portal portal) {
        Route route = portal.routes().all().get(0);
        return new RouteCalls(portal)
                .about(route, Map.of("org", "7"))
                .map(call -> call.url().target())
                .orElse("none");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'type': 'string'}|a",
                "{'type': 'string', 'minLength': 4}|aaaa",
                "{'type': 'string', 'enum': ['up', 'down']}|up",
                "{'type': 'string', 'default': 'new'}|new",
                "{'type': 'integer'}|1",
                "{'type': 'integer', 'minimum': 20, 'maximum': 90}|20",
                "{'type': 'integer', 'exclusiveMinimum': 3}|4",
                "{'type': 'boolean'}|false",
                "{'type': 'string', 'format': 'date'}|2026-01-01",
                "{'type': ['null', 'integer']}|1",
                "{'type': 'array', 'items': {'type': 'number', 'maximum': -2}}|-2"
            },
            quoteCharacter = '"')
    void what_may_not_lack_is_sent_with_a_value_that_its_schema_allows(String schema, String value) throws Exception {
        String parameter = "{'name':'what','in':'query','required':true,'schema':" + schema + "}";
        assertThat(target(portal(parameter.replace('\'', '"')))).isEqualTo("/orgs/7/invoices?what=" + value);
    }

    @Test
    void a_filter_that_may_lack_is_left_out_and_needs_no_id() throws Exception {
        String filters = "{\"name\":\"project_id\",\"in\":\"query\"},{\"name\":\"page\",\"in\":\"query\"}";
        assertThat(target(portal(filters))).isEqualTo("/orgs/7/invoices");
    }

    @Test
    void an_id_that_may_not_lack_is_never_made_up() throws Exception {
        String needed =
                "{\"name\":\"project_id\",\"in\":\"query\",\"required\":true,\"schema\":{\"type\":\"integer\"}}";
        assertThat(target(portal(needed))).isEqualTo("none");
    }
}
