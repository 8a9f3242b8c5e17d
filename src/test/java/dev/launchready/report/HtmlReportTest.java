package dev.launchready.report;

import dev.launchready.Golden;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class HtmlReportTest {
    private static String report(Scorecard card) throws IOException {
        StringBuilder out = new StringBuilder();
        new HtmlReport().write(card, out);
        return out.toString();
    }

    @Test
    void readsAsItDidBefore() throws IOException {
        Golden.assertSame("weak/report.html", report(SampleScorecards.weak()));
        Golden.assertSame("healthy/report.html", report(SampleScorecards.healthy()));
    }
}
