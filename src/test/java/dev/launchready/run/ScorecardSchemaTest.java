package dev.launchready.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.launchready.Published;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class ScorecardSchemaTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Path FILE =
            Path.of(System.getProperty("launchready.home", "."), "docs/schema/scorecard.schema.json");

    private final ScorecardCodec codec = new ScorecardCodec();

    private static JsonNode schema() throws IOException {
        return MAPPER.readTree(FILE.toFile());
    }

    @Test
    void realScorecardsHoldToTheSchema() throws IOException {
        for (Scorecard card : new Scorecard[] {SampleScorecards.weak(), SampleScorecards.healthy()}) {
            Published.assertValid(schema(), codec.write(card));
        }
    }

    @Test
    void everyKeyThatIsWrittenIsDescribed() throws IOException {
        JsonNode strict = schema();
        for (JsonNode each : strict.findParents("properties")) {
            if (!each.has("additionalProperties")) {
                ((ObjectNode) each).put("additionalProperties", false);
            }
        }
        assertThat(strict.path("additionalProperties").isBoolean()).isTrue();
        Published.assertValid(strict, codec.write(SampleScorecards.weak()));
    }

    @Test
    void everyDescribedKeyIsWritten() throws IOException {
        Set<String> described = new TreeSet<>();
        for (JsonNode each : schema().findParents("properties")) {
            each.get("properties").fieldNames().forEachRemaining(described::add);
        }
        assertThat(described).isNotEmpty();
        String written = codec.write(SampleScorecards.weak());
        assertThat(described).allSatisfy(key -> assertThat(written).contains("\"" + key + "\""));
    }

    @Test
    void theSchemaRefusesAWrongScorecard() throws IOException {
        ObjectNode json = (ObjectNode) MAPPER.readTree(codec.write(SampleScorecards.weak()));
        json.put("decision", "PERHAPS");
        JsonNode schema = schema();
        assertThatThrownBy(() -> Published.assertValid(schema, json.toString())).hasMessageContaining("decision");
    }
}
