package dev.launchready.report;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Scorecard.AccessCell;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** The report as GitHub-flavoured Markdown, small enough for the summary of a GitHub job. */
public final class MarkdownReport implements Report {
    /** GitHub refuses a job summary over 1 MiB; the margin is for what else a job writes there. */
    private static final int MOST_BYTES = 900_000;

    @Override
    public void write(Scorecard scorecard, Appendable out) throws IOException {
        Overview overview = Overview.of(scorecard);
        StringBuilder text = new StringBuilder();
        head(overview, text);
        rows(overview, text);
        MarkdownFindings.write(overview, text);
        MarkdownSecrets.write(scorecard, text);
        access(scorecard, text);
        gaps(overview, text);
        passed(overview, text);
        foot(overview, text);
        out.append(bounded(text.toString()));
    }

    private static void head(Overview overview, StringBuilder out) {
        Scorecard card = overview.scorecard();
        out.append("# ")
                .append(overview.headline())
                .append(": ")
                .append(text(card.portal().name()))
                .append("\n\n");
        out.append(text(card.portal().url()))
                .append(", profile ")
                .append(text(card.profile().title()))
                .append(", ")
                .append(card.started())
                .append(", ")
                .append(Words.took(card.elapsedMs()))
                .append("\n\n");
        out.append(text(overview.meaning())).append("\n\n");
        items(card.verdict().why(), out);
        if (!overview.notCovered().isEmpty()) {
            out.append("What this decision does not cover:\n\n");
            items(overview.notCovered(), out);
        }
        card.verdict()
                .score()
                .ifPresent(score -> out.append("Score ").append(score).append(" of 100 (for trends). "));
        out.append("Proven: ")
                .append(card.coverage().checksProven())
                .append(" of ")
                .append(card.coverage().checksSelected())
                .append(" checks. Gate: ")
                .append(text(Words.gate(card.verdict().gate())))
                .append(". ")
                .append(text(overview.suppression()))
                .append(".\n\n");
    }

    private static void items(List<String> lines, StringBuilder out) {
        lines.forEach(line -> out.append("- ").append(text(line)).append('\n'));
        out.append(lines.isEmpty() ? "" : "\n");
    }

    private static void rows(Overview overview, StringBuilder out) {
        if (overview.scorecard().rows().isEmpty()) {
            return;
        }
        out.append("## Scorecard\n\n| Row | Outcome | What was seen |\n| --- | --- | --- |\n");
        for (Scorecard.Row row : overview.scorecard().rows()) {
            String seen = overview.of(row).stream()
                    .map(check -> text(check.summary()))
                    .collect(Collectors.joining("<br>"));
            String said = row.checks().isEmpty() ? Overview.NO_CHECK : seen;
            out.append("| ")
                    .append(text(row.row()))
                    .append(" | ")
                    .append(mark(row.outcome()))
                    .append(" | ")
                    .append(said)
                    .append(" |\n");
        }
        out.append('\n');
    }

    private static String mark(Outcome outcome) {
        String word = Words.loud(outcome);
        return outcome == Outcome.FAIL || outcome == Outcome.ERROR ? "**" + word + "**" : word;
    }

    private static void access(Scorecard card, StringBuilder out) {
        if (card.access().isEmpty()) {
            return;
        }
        out.append("## Who can reach what\n\n")
                .append(AccessWords.summary(card))
                .append("\n\n");
        items(AccessWords.wrong(card), out);
        out.append("| Route | Reached by | Refused to | Does not tell |\n| --- | --- | --- | --- |\n");
        for (Scorecard.AccessRow row : card.access()) {
            out.append("| ")
                    .append(text(row.method() + " " + row.route()))
                    .append(" | ")
                    .append(seen(row, AccessCell.ALLOWED))
                    .append(" | ")
                    .append(seen(row, AccessCell.REFUSED))
                    .append(" | ")
                    .append(seen(row, AccessCell.UNKNOWN))
                    .append(" |\n");
        }
        out.append('\n');
    }

    /** Those of whom that was seen; bold where it is not as it should be. */
    private static String seen(Scorecard.AccessRow row, String what) {
        return row.cells().stream()
                .filter(cell -> cell.seen().equals(what))
                .map(cell -> cell.wrong() ? "**" + text(AccessWords.name(cell)) + "**" : text(AccessWords.name(cell)))
                .collect(Collectors.joining(", "));
    }

    private static void gaps(Overview overview, StringBuilder out) {
        if (overview.gaps().isEmpty()) {
            return;
        }
        out.append("## Not tested, and what would test it\n\n");
        for (Gap gap : overview.gaps()) {
            String ids = gap.checks().stream()
                    .map(check -> MarkdownText.code(check.card().id()))
                    .collect(Collectors.joining(", "));
            out.append("**")
                    .append(gap.besides() ? "in part" : Words.of(gap.outcome()))
                    .append("** ")
                    .append(ids)
                    .append(": ")
                    .append(text(gap.problem().says()))
                    .append("\n\n");
            if (!gap.problem().add().isBlank()) {
                out.append(MarkdownText.block("", gap.problem().add())).append('\n');
            }
        }
    }

    private static void passed(Overview overview, StringBuilder out) {
        List<CheckResult> passed = overview.with(Outcome.PASS);
        if (passed.isEmpty()) {
            return;
        }
        out.append("## Proven\n\n");
        for (CheckResult check : passed) {
            out.append("- ")
                    .append(MarkdownText.code(check.card().id()))
                    .append(' ')
                    .append(text(check.summary()));
            check.attested()
                    .ifPresent(word -> out.append(" Said by ")
                            .append(text(word.by()))
                            .append(" on ")
                            .append(word.on())
                            .append(", holds until ")
                            .append(word.until())
                            .append('.'));
            out.append('\n');
        }
        out.append('\n');
    }

    private static void foot(Overview overview, StringBuilder out) {
        Scorecard card = overview.scorecard();
        items(card.notes(), out);
        out.append(text(card.tool().name()))
                .append(' ')
                .append(text(card.tool().version()))
                .append(". ")
                .append(text(overview.exitLine()))
                .append('\n');
    }

    /** The text cut at a line's end, with a word about it, where it would be too large. */
    private static String bounded(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (bytes.length <= MOST_BYTES) {
            return text;
        }
        String kept = new String(bytes, 0, MOST_BYTES, StandardCharsets.UTF_8);
        return kept.substring(0, kept.lastIndexOf('\n') + 1) + "\nThe rest did not fit; the HTML report has all.\n";
    }

    private static String text(String text) {
        return MarkdownText.of(text);
    }
}
