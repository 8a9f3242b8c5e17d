package dev.launchready.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.Golden;
import dev.launchready.model.SampleScorecards;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TerminalReportTest {
    private static String report(Scorecard card, int width, Palette palette) throws IOException {
        StringBuilder out = new StringBuilder();
        new TerminalReport(width, palette, List.of("launch-ready-report/report.html")).write(card, out);
        return out.toString();
    }

    @Test
    void readsAsItDidBefore() throws IOException {
        Golden.assertSame("weak/terminal.txt", report(SampleScorecards.weak(), 80, Palette.PLAIN));
        Golden.assertSame("outside/terminal.txt", report(SampleScorecards.outside(), 80, Palette.PLAIN));
        Golden.assertSame("healthy/terminal.txt", report(SampleScorecards.healthy(), 80, Palette.PLAIN));
    }

    @Test
    void endsWithTheExitLine() throws IOException {
        assertThat(report(SampleScorecards.weak(), 80, Palette.PLAIN).lines())
                .last()
                .asString()
                .startsWith("exit 1: 3 critical findings (authz.object-read, secrets.bundles)");
        assertThat(report(SampleScorecards.healthy(), 80, Palette.PLAIN).lines())
                .last()
                .isEqualTo("exit 0: ready");
    }

    @Test
    void coloursOnlyWhenAsked() throws IOException {
        assertThat(report(SampleScorecards.weak(), 80, Palette.PLAIN)).doesNotContain("\u001b");
        String coloured = report(SampleScorecards.weak(), 80, Palette.ANSI);
        assertThat(coloured).contains("\u001b[1;31mNOT READY\u001b[0m");
        assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
                .isEqualTo(report(SampleScorecards.weak(), 80, Palette.PLAIN));
    }

    @Test
    void keepsToTheWidthButForLinesToCopy() throws IOException {
        for (int width : new int[] {60, 80, 120}) {
            assertThat(report(SampleScorecards.weak(), width, Palette.PLAIN).lines())
                    .filteredOn(line -> !line.contains("launch-ready scan")
                            && !line.contains("alice: {")
                            && !line.startsWith("exit"))
                    .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(width));
        }
    }
}
