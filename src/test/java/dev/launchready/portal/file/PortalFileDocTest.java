package dev.launchready.portal.file;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The reference of the portal file is made from its schema; {@code -Dupdate.golden} writes it anew. */
class PortalFileDocTest {
    private static final Path PAGE = Path.of("docs/portal-file.md");

    @Test
    void theReferenceSaysWhatTheSchemaSays() throws IOException {
        JsonNode schema = new ObjectMapper()
                .readTree(Path.of("docs/schema/portal.schema.json").toFile());
        String page = new SchemaPage(schema).text();
        if (System.getProperty("update.golden") != null) {
            Files.writeString(PAGE, page);
        }

        assertThat(PAGE).hasContent(page);
    }
}
