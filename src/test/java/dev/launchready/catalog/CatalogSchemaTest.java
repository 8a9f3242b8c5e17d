package dev.launchready.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The published schemas of cards and profiles hold for every file of the catalogue, and refuse what the reader refuses. */
class CatalogSchemaTest {
    private static final Path HOME = Path.of(System.getProperty("launchready.home", "."));
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final SortedMap<String, String> FILES = CheckFolder.bundled().files();

    @Test
    void everyCardIsOfItsSchema() throws IOException {
        Schema schema = schema("card");
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (file.getKey().contains("/")
                    && !CheckFolder.rule(file.getKey())
                    && !file.getKey().startsWith("profiles/")) {
                assertThat(schema.validate(YAML.readTree(file.getValue())))
                        .as(file.getKey())
                        .isEmpty();
            }
        }
    }

    @Test
    void everyProfileIsOfItsSchema() throws IOException {
        Schema schema = schema("profile");
        for (Map.Entry<String, String> file : FILES.entrySet()) {
            if (file.getKey().startsWith("profiles/")) {
                assertThat(schema.validate(YAML.readTree(file.getValue())))
                        .as(file.getKey())
                        .isEmpty();
            }
        }
    }

    @Test
    void aCardWithoutFixIsRefusedByBoth() throws IOException {
        String card = FILES.get("transport/https-redirect.yml").replaceAll("(?m)^    fix(-of)?:.*(\\R      .*)*", "");
        JsonNode tree = YAML.readTree(card);
        SortedMap<String, String> files = new TreeMap<>(FILES);
        files.put("transport/https-redirect.yml", card);

        assertThat(schema("card").validate(tree)).isNotEmpty();
        assertThat(faults(files)).contains("a finding needs 'means' and 'fix'");
    }

    @Test
    void aProfileThatNamesNoSuchCheckIsRefused() {
        SortedMap<String, String> files = new TreeMap<>(FILES);
        files.put("profiles/own.yml", """
                id: own
                title: Own
                ready: ready
                gate: high
                rows:
                  - {row: One, checks: [no.such]}
                """);

        assertThat(faults(files)).contains("profiles/own.yml: row 'One' lists 'no.such', which has no card");
    }

    private static String faults(SortedMap<String, String> files) {
        try {
            CatalogReader.read(new CheckFolder("checks", files));
            return "";
        } catch (CatalogException e) {
            return String.join("\n", e.faults());
        }
    }

    private static Schema schema(String name) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(HOME.resolve("docs/schema/" + name + ".schema.json")));
    }
}
