package dev.launchready.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.launchready.Golden;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScorecardCodecTest {
    private final ScorecardCodec codec = new ScorecardCodec();

    @Test
    void readsBackWhatItWrote() throws Exception {
        for (Scorecard card : new Scorecard[] {SampleScorecards.weak(), SampleScorecards.healthy()}) {
            assertThat(codec.read(codec.write(card), "scorecard.json")).isEqualTo(card);
        }
    }

    @Test
    void writesTheSameBytesForTheSameScorecard() {
        Golden.assertSame("weak/scorecard.json", codec.write(SampleScorecards.weak()));
        Golden.assertSame("healthy/scorecard.json", codec.write(SampleScorecards.healthy()));
    }

    @Test
    void usesTheNamesOfTheContract() throws Exception {
        JsonNode json = new ObjectMapper().readTree(codec.write(SampleScorecards.weak()));

        assertThat(json.at("/decision").asText()).isEqualTo("NOT_READY");
        assertThat(json.at("/gate/failOn").asText()).isEqualTo("critical");
        assertThat(json.at("/exitCode").intValue()).isEqualTo(1);
        assertThat(json.at("/scope/1").asText()).isEqualTo("api.harbor.example");
        assertThat(json.at("/stages/1/stage").asText()).isEqualTo("QUIET");
        assertThat(json.at("/checks/1/family").asText()).isEqualTo("authz");
        assertThat(json.at("/checks/1/references/cwe").isInt()).isTrue();
        assertThat(json.at("/checks/3/references/cwe").asText()).isEqualTo("798, 540");
        assertThat(json.at("/checks/1/findings/0/where/line").intValue()).isEqualTo(41);
        assertThat(json.at("/checks/1/findings/0/evidence/0/kind").asText()).isEqualTo("http");
        assertThat(json.at("/checks/1/findings/0/evidence/0/elapsedMs").intValue())
                .isEqualTo(38);
        assertThat(json.at("/checks/1/findings/0/waived").isNull()).isTrue();
        assertThat(json.at("/checks/10/attested/until").asText()).isEqualTo("2027-01-30");
        assertThat(json.at("/secrets/0/places/1/inHead").isBoolean()).isTrue();
        assertThat(json.at("/traffic/byClass/own-accounts").intValue()).isEqualTo(600);
    }

    @Test
    void readsOlderAndLaterFilesOfTheSameSchema() throws Exception {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(codec.write(SampleScorecards.weak()));
        json.remove("notes");
        json.remove("profileTitle");
        json.put("later", true);

        Scorecard read = codec.read(json.toString(), "scorecard.json");

        assertThat(read.notes()).isEmpty();
        assertThat(read.profile().title()).isEqualTo("coach-consultant");
        assertThat(read.checks()).isEqualTo(SampleScorecards.weak().checks());
    }

    @Test
    void saysWhatIsWrongWithAFile(@TempDir Path folder) throws Exception {
        ObjectNode newer = (ObjectNode) new ObjectMapper().readTree(codec.write(SampleScorecards.weak()));
        newer.put("schemaVersion", 2);
        assertThatThrownBy(() -> codec.read(newer.toString(), "a.json"))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessage("a.json: written by a newer launch-ready (schema 2); this one reads schema 1");
        assertThatThrownBy(() -> codec.read("{\n  \"checks\": [", "a.json"))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageStartingWith("a.json:2:");
        assertThatThrownBy(() -> codec.read("[]", "a.json")).hasMessageContaining("no scorecard of launch-ready");
        assertThatThrownBy(() -> codec.read("", "a.json")).isInstanceOf(UnreadableRunException.class);
        assertThatThrownBy(() -> codec.read(folder)).hasMessageContaining("there is no such file");
    }

    @Test
    void namesTheKeyThatIsMissing() throws Exception {
        ObjectNode json = (ObjectNode) new ObjectMapper().readTree(codec.write(SampleScorecards.weak()));
        ((ObjectNode) ((ArrayNode) json.get("checks")).get(2)).put("outcome", "GREAT");

        assertThatThrownBy(() -> codec.read(json.toString(), "a.json"))
                .isInstanceOf(UnreadableRunException.class)
                .hasMessageContaining("'checks[2].outcome' is missing or of the wrong kind");
        json.remove("checks");
        assertThatThrownBy(() -> codec.read(json.toString(), "a.json")).isInstanceOf(UnreadableRunException.class);
    }

    @Test
    void writesTheFileWhole(@TempDir Path folder) throws Exception {
        Path run = folder.resolve("deep");
        Path file = run.resolve("scorecard.json");
        codec.write(SampleScorecards.healthy(), file);
        codec.write(SampleScorecards.weak(), file);

        assertThat(codec.read(run)).isEqualTo(SampleScorecards.weak());
        try (var files = Files.list(run)) {
            assertThat(files).containsExactly(file);
        }
    }
}
