package dev.launchready;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Published test data beside this repository, and validation by JSON Schema. */
public final class Published {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Published() {}

    /** A file of the folder that {@code -Dlaunchready.shared} names; the test is skipped where it is absent. */
    public static Path file(String name) {
        Path file = Path.of(System.getProperty("launchready.shared", "absent")).resolve(name);
        assumeTrue(Files.exists(file), "the published file " + name + " is not beside this repository");
        return file;
    }

    public static void assertValid(JsonNode schema, String json) throws IOException {
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(schema)
                        .validate(MAPPER.readTree(json)))
                .isEmpty();
    }
}
