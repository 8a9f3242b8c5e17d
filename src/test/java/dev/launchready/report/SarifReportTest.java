package dev.launchready.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.launchready.Golden;
import dev.launchready.Published;
import dev.launchready.catalog.Catalog;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Where;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SarifReportTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final Catalog NO_CARDS = new Catalog(Map.of(), Map.of(), Map.of(), "");

    private static String report(Scorecard card) throws IOException {
        StringBuilder out = new StringBuilder();
        new SarifReport(NO_CARDS, Path.of("/repository")).write(card, out);
        return out.toString();
    }

    private static JsonNode run(Scorecard card) throws IOException {
        return MAPPER.readTree(report(card)).at("/runs/0");
    }

    @Test
    void readsAsItDidBefore() throws IOException {
        Golden.assertSame("weak/report.sarif", report(SampleScorecards.weak()));
        Golden.assertSame("healthy/report.sarif", report(SampleScorecards.healthy()));
    }

    @Test
    void holdsToTheSchemaOfSarif() throws IOException {
        JsonNode schema =
                MAPPER.readTree(Published.file("data/formats/sarif-2.1.0.json").toFile());
        Published.assertValid(schema, report(SampleScorecards.weak()));
        Published.assertValid(schema, report(SampleScorecards.healthy()));
    }

    @Test
    void keepsWhatGitHubAsksOfEveryResult() throws IOException {
        JsonNode run = run(SampleScorecards.weak());
        assertThat(run.at("/automationDetails/id").asText()).isEqualTo("launch-ready/portal.harbor.example/");
        Set<String> fingerprints = new HashSet<>();
        assertThat(run.get("results")).hasSize(7).allSatisfy(result -> {
            JsonNode place = result.at("/locations/0/physicalLocation");
            assertThat(place.at("/artifactLocation/uri").asText())
                    .isNotEmpty()
                    .doesNotStartWith("/")
                    .doesNotContain("://", "..");
            assertThat(place.at("/region/startLine").asInt()).isPositive();
            assertThat(result.at("/message/text").asText()).isNotBlank();
            JsonNode rule =
                    run.at("/tool/driver/rules").get(result.get("ruleIndex").asInt());
            assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
            assertThat(rule.at("/help/markdown").asText()).isNotBlank();
            assertThat(Double.parseDouble(
                            rule.at("/properties/security-severity").asText()))
                    .isBetween(0.1, 10.0);
            assertThat(rule.at("/properties/tags").size()).isLessThanOrEqualTo(20);
            assertThat(fingerprints.add(result.get("ruleId").asText()
                            + result.at("/partialFingerprints/primaryLocationLineHash")
                                    .asText()))
                    .isTrue();
        });
    }

    @Test
    void liesWhereThePersonMendsIt() throws IOException {
        JsonNode results = run(SampleScorecards.weak()).get("results");
        assertThat(results.get(0)
                        .at("/locations/0/physicalLocation/artifactLocation/uri")
                        .asText())
                .isEqualTo("launch-ready.yml");
        assertThat(results.get(0)
                        .at("/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(41);
        assertThat(results.get(5)
                        .at("/locations/0/physicalLocation/region/startLine")
                        .asInt())
                .isEqualTo(1);
        assertThat(place("/repository/config/My file#1.yml")).isEqualTo("config/My%20file%231.yml");
        assertThat(place("../other/x.js")).isEqualTo("x.js");
        assertThat(place("src\\app.ts")).isEqualTo("src/app.ts");
    }

    private static String place(String file) throws IOException {
        return run(with(Where.file(file, 3)))
                .at("/results/0/locations/0/physicalLocation/artifactLocation/uri")
                .asText();
    }

    private static Scorecard with(Where where) {
        Scorecard weak = SampleScorecards.weak();
        CheckResult check = weak.checks().get(1);
        Finding old = check.findings().get(0);
        Finding moved = new Finding(
                old.fingerprint(),
                old.reason(),
                old.outcome(),
                old.severity(),
                old.proof(),
                old.message(),
                old.means(),
                where,
                old.facts(),
                old.evidence(),
                old.fix(),
                old.effortHours(),
                old.state(),
                Optional.empty());
        return SampleScorecards.with(weak, List.of(check.withFindings(List.of(moved))));
    }

    @Test
    void closesWaivedResultsAndNamesWhatWasNotProven() throws IOException {
        JsonNode run = run(SampleScorecards.weak());
        assertThat(run.at("/results/3/suppressions/0/justification").asText()).contains("accepted by Dana");
        assertThat(run.at("/results/0/suppressions")).isEmpty();
        assertThat(run.at("/results").findValuesAsText("ruleId"))
                .noneMatch(rule -> rule.startsWith("abuse.login-limit"));
        assertThat(run.at("/invocations/0/toolExecutionNotifications").findValuesAsText("text"))
                .anyMatch(text -> text.startsWith("abuse.login-limit is not tested"));
        assertThat(run.at("/invocations/0/executionSuccessful").asBoolean()).isFalse();
    }
}
