package dev.launchready.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.Golden;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class MarkdownReportTest {
    private static final int MEBIBYTE = 1024 * 1024;

    private static String report(Scorecard card) throws IOException {
        StringBuilder out = new StringBuilder();
        new MarkdownReport().write(card, out);
        return out.toString();
    }

    @Test
    void readsAsItDidBefore() throws IOException {
        Golden.assertSame("weak/report.md", report(SampleScorecards.weak()));
        Golden.assertSame("healthy/report.md", report(SampleScorecards.healthy()));
    }

    @Test
    void fitsTheSummaryOfAGitHubJobAndSaysWhatDidNotFit() throws IOException {
        Scorecard weak = SampleScorecards.weak();
        CheckResult check = weak.checks().get(1);
        Finding finding = check.findings().get(0);
        List<CheckResult> many = IntStream.range(0, 3_000)
                .mapToObj(at -> check.withFindings(Collections.nCopies(1, finding.withState("state" + at))))
                .toList();
        String text = report(SampleScorecards.with(weak, many));
        assertThat(text.getBytes(StandardCharsets.UTF_8).length).isLessThan(MEBIBYTE);
        String spread = report(SampleScorecards.with(
                weak,
                IntStream.range(0, 3_000)
                        .mapToObj(at -> SampleScorecards.renamed(check, "authz.check-" + at))
                        .toList()));
        assertThat(spread.getBytes(StandardCharsets.UTF_8).length).isLessThan(MEBIBYTE);
        assertThat(spread).contains("did not fit; the HTML report has all");
    }

    @Test
    void keepsATableATable() throws IOException {
        String text = report(SampleScorecards.hostile("a|b\n| c | <b>d</b> @someone [x](http://x.example) `|`"));
        String outside = InertReportsTest.outsideOfFences(text);
        assertThat(outside)
                .doesNotContain("<b>d", "@someone")
                .doesNotContainPattern("(?<!\\\\)\\]\\(")
                .contains("a\\|b");
        assertThat(outside.lines().filter(line -> line.startsWith("| ")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line.replace("\\|", "")).matches("(\\|[^|]*){3}\\||(\\|[^|]*){4}\\|"));
    }
}
