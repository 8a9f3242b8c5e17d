package dev.launchready.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.Golden;
import dev.launchready.model.CheckResult;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static String report(Scorecard card) throws IOException {
        StringBuilder out = new StringBuilder();
        new HtmlReport().write(card, out);
        return out.toString();
    }

    @Test
    void readsAsItDidBefore() throws IOException {
        Golden.assertSame("healthy/report.html", report(SampleScorecards.healthy()));
    }

    @Test
    void theSampleReportIsWhatAReaderGets() throws IOException {
        Path home = Path.of(System.getProperty("launchready.home", "."));
        Golden.assertSame(home.resolve("examples/sample-report/report.html"), report(SampleScorecards.weak()));
    }

    @Test
    void needsNothingBesideItself() throws IOException {
        Document page = Jsoup.parse(report(SampleScorecards.weak()));
        assertThat(page.select("[src], link, iframe, object, embed, [srcset], [background]"))
                .isEmpty();
        assertThat(page.select("style").html()).doesNotContain("url(", "@import");
        assertThat(page.select("script").html()).doesNotContain("fetch(", "XMLHttpRequest", "http");
    }

    @Test
    void letsNothingRunButItsOwnStyleAndScript() throws Exception {
        Document page = Jsoup.parse(report(SampleScorecards.weak()));
        String policy = page.select("meta[http-equiv=Content-Security-Policy]").attr("content");
        assertThat(policy)
                .startsWith("default-src 'none'")
                .doesNotContain("unsafe")
                .contains("style-src 'sha256-" + hash(page, "style"), "script-src 'sha256-" + hash(page, "script"));
        assertThat(page.select("[style]")).isEmpty();
    }

    @Test
    void isWholeWithoutItsScript() throws IOException {
        Document page = Jsoup.parse(report(SampleScorecards.weak()));
        assertThat(page.select("details.finding")).hasSize(6);
        assertThat(page.select(".filters").first().hasAttr("hidden")).isTrue();
        assertThat(page.select("a[href^=#]"))
                .isNotEmpty()
                .allSatisfy(
                        link -> assertThat(page.getElementById(link.attr("href").substring(1)))
                                .as(link.attr("href"))
                                .isNotNull());
        for (CheckResult check : SampleScorecards.weak().checks()) {
            assertThat(page.text()).contains(check.card().id(), check.summary());
            check.controls().forEach(control -> assertThat(page.text()).contains(control));
            check.findings().forEach(each -> assertThat(page.text()).contains(each.fingerprint(), each.message()));
        }
    }

    private static String hash(Document page, String element) throws NoSuchAlgorithmException {
        byte[] text = page.select(element).first().data().getBytes(StandardCharsets.UTF_8);
        return Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(text));
    }
}
