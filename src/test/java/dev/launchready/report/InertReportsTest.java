package dev.launchready.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.catalog.Catalog;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A portal writes part of every report: names, routes, headers, excerpts. None of that may act on whoever reads it. */
class InertReportsTest {
    private static final List<Report> REPORTS = List.of(
            new TerminalReport(80, Palette.PLAIN, List.of("report.html")),
            new MarkdownReport(),
            new HtmlReport(),
            new JunitReport(),
            new SarifReport(new Catalog(Map.of(), Map.of(), Map.of(), ""), Path.of(".")));

    static String outsideOfFences(String markdown) {
        return markdown.replaceAll("(?s)(?m)^(`{3,})[a-z]*\\n.*?^\\1$", "");
    }

    private static String written(Report report, Scorecard card) throws IOException {
        StringBuilder out = new StringBuilder();
        report.write(card, out);
        return out.toString();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>alert(1)</script>",
                "\"><img src=x onerror=alert(1)>",
                "'--></style></title></textarea><svg onload=alert(1)>",
                "</pre></details><iframe src=javascript:alert(1)>",
                "javascript:alert(1)"
            })
    void runsNothingInAPage(String attack) throws IOException {
        Document page = Jsoup.parse(written(new HtmlReport(), SampleScorecards.hostile(attack)));
        Document clean = Jsoup.parse(written(new HtmlReport(), SampleScorecards.hostile("harmless")));

        assertThat(page.select("script")).hasSize(1);
        assertThat(page.select("iframe, img, object, embed, form[action], base, link"))
                .isEmpty();
        assertThat(page.getAllElements().stream().map(Element::normalName).toList())
                .isEqualTo(
                        clean.getAllElements().stream().map(Element::normalName).toList());
        assertThat(page.getAllElements())
                .allSatisfy(element -> assertThat(element.attributes())
                        .noneMatch(attribute -> attribute.getKey().startsWith("on")
                                || attribute.getKey().equals("style")));
        assertThat(page.select("a[href]"))
                .allSatisfy(link -> assertThat(link.attr("href")).matches("(#|https://).*"));
        assertThat(page.text()).contains(attack.strip());
    }

    @Test
    void letsNothingOfThePageActInMarkdown() throws IOException {
        String text = written(
                new MarkdownReport(),
                SampleScorecards.hostile("<script>alert(1)</script> ![x](http://t.example/p.png)"));
        assertThat(outsideOfFences(text))
                .doesNotContain("<script", "![")
                .doesNotContainPattern("(?<!\\\\)\\]\\(")
                .contains("&lt;script&gt;");
    }

    @Test
    void obeysNoControlCharacter() throws IOException {
        Scorecard card = SampleScorecards.hostile(
                "a\u001b[2J\u0007\u0008\u009b31m\u202egnp.exe\u0000 ::error::x ##[error]y ##vso[task.complete]");
        for (Report report : REPORTS) {
            String text = written(report, card);
            assertThat(text.codePoints()
                            .filter(c -> c != '\n' && c != '\t' && (Character.isISOControl(c) || c == 0x202e)))
                    .as(report.getClass().getSimpleName())
                    .isEmpty();
        }
        String log = written(REPORTS.get(0), card);
        assertThat(log).doesNotContain("##[", "##vso").doesNotContainPattern("(?m)^\\s*::");
    }

    @Test
    void aFenceEndsWhereTheReportEndsIt() throws IOException {
        String text = written(new MarkdownReport(), SampleScorecards.hostile("x\n```\n# Broken out\n````\n"));
        assertThat(outsideOfFences(text)).doesNotContain("\n# Broken out");
    }

    /** Redaction happens where a probe records; a report shows what it was given, and knows no way back. */
    @Test
    void showsMarksInPlaceOfSecrets() throws IOException {
        for (Report report : REPORTS) {
            String text = written(report, SampleScorecards.weak());
            assertThat(text).doesNotContain("sk_live").doesNotContain("alice@harbor.example");
        }
        assertThat(written(new HtmlReport(), SampleScorecards.weak())).contains("Bearer [redacted]", "$BOB_TOKEN");
    }
}
