package dev.launchready.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.launchready.Published;
import dev.launchready.model.Scorecard;
import dev.launchready.run.ScorecardCodec;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What a scan of the demo portal writes, held to the formats' own rules. */
@Timeout(180)
class RealReportsTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    private static Path folder;

    private static Cli run = new Cli(-1, "", "");

    @BeforeAll
    static void scanTheDemoPortal() {
        run = Cli.run(folder, "demo", "--format", "terminal,json,html,markdown,sarif,junit");
        assertThat(run.code()).as(run.all()).isEqualTo(1);
    }

    private static Path report(String name) {
        return folder.resolve("launch-ready-report").resolve(name);
    }

    @Test
    void theScorecardHoldsToItsSchemaAndReadsBack() throws Exception {
        Path home = Path.of(System.getProperty("launchready.home", "."));
        String json = Files.readString(report("scorecard.json"));
        Published.assertValid(
                MAPPER.readTree(
                        home.resolve("docs/schema/scorecard.schema.json").toFile()),
                json);
        Scorecard card = new ScorecardCodec().read(report("scorecard.json"));
        assertThat(new ScorecardCodec().write(card)).isEqualTo(json);
        assertThat(run.out()).contains("exit 1: ");
    }

    @Test
    void sarifIsValid() throws Exception {
        Published.assertValid(
                MAPPER.readTree(Published.file("data/formats/sarif-2.1.0.json").toFile()),
                Files.readString(report("report.sarif")));
    }

    @Test
    void junitIsValid() throws Exception {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(Published.file("data/formats/JUnit.xsd").toFile())
                .newValidator()
                .validate(new StreamSource(report("junit.xml").toFile()));
    }

    @Test
    void everyFindingStandsInThePage() throws Exception {
        String page = Jsoup.parse(Files.readString(report("report.html"))).text();
        Scorecard card = new ScorecardCodec().read(report("scorecard.json"));
        assertThat(card.findings())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(page).contains(each.fingerprint()));
        assertThat(card.checks())
                .allSatisfy(each -> assertThat(page).contains(each.card().id()));
    }
}
