package dev.launchready.report;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Scorecard;
import java.io.IOException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * What a person reads in a terminal or in the log of a build: the decision first, the exit code last, and in between no
 * more than they can act on.
 */
public final class TerminalReport implements Report {
    private static final DateTimeFormatter MINUTE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);
    private static final int MOST_CAUSES = 5;
    private static final int MOST_GAPS = 5;
    private static final int MOST_LINES = 10;
    private static final int MOST_PLACES = 3;
    private static final int INDENT = 2;
    private static final int LABEL_AT = 5;
    private static final int TEXT_AT = 13;
    private static final int OUTCOME_COLUMNS = 16;
    private static final int LEAST_TEXT = 20;

    private final int width;
    private final Palette palette;
    private final List<String> files;

    /**
     * @param width in columns, 80 where nothing else is known
     * @param files where the other reports of this run lie, as they are to be shown; may be empty
     */
    public TerminalReport(int width, Palette palette, List<String> files) {
        this.width = width;
        this.palette = palette;
        this.files = List.copyOf(files);
    }

    @Override
    public void write(Scorecard scorecard, Appendable out) throws IOException {
        Overview overview = Overview.of(scorecard);
        Typesetter page = new Typesetter(out, width, palette);
        head(overview, page);
        TerminalFindings findings = new TerminalFindings(overview, page);
        findings.fixFirst();
        if (scorecard.profile().scored()) {
            findings.fixNext();
        }
        rows(overview, page);
        access(scorecard, page);
        gaps(overview, page);
        proven(overview, page);
        foot(overview, page);
    }

    private void head(Overview overview, Typesetter page) throws IOException {
        Scorecard card = overview.scorecard();
        page.painted(palette.bold(page.inert(card.portal().name()))
                + palette.dim("  " + page.inert(card.portal().url())));
        page.quiet("profile " + card.profile().id() + ", " + MINUTE.format(card.started()) + ", "
                + Words.took(card.elapsedMs()) + ", " + card.traffic().requests() + " requests, "
                + card.tool().name() + " " + card.tool().version());
        page.blank();
        page.painted(palette.of(decided(card), overview.headline()));
        page.paragraph(INDENT, overview.meaning());
        List<String> why = card.verdict().why();
        for (String cause : why.stream().limit(MOST_CAUSES).toList()) {
            page.hanging("  - ", INDENT + 2, cause);
        }
        if (why.size() > MOST_CAUSES) {
            page.paragraph(INDENT + 2, "and " + (why.size() - MOST_CAUSES) + " more, all in the report");
        }
        List<String> notCovered = overview.notCovered();
        if (!notCovered.isEmpty()) {
            page.labelled(INDENT, "It does not cover:", INDENT, "");
            for (String line : notCovered) {
                page.hanging("  - ", INDENT + 2, line);
            }
        }
        if (card.profile().scored()) {
            figures(card, page);
        }
    }

    private static void figures(Scorecard card, Typesetter page) throws IOException {
        Scorecard.Coverage coverage = card.coverage();
        String score = card.verdict()
                .score()
                .map(value -> "Score " + value + " of 100, for trends. ")
                .orElse("");
        String routes = coverage.privateRoutesKnown() == 0
                ? ""
                : ", " + coverage.privateRoutesExercised() + " of " + coverage.privateRoutesKnown()
                        + " private routes exercised";
        page.paragraph(
                INDENT,
                score + "Proven: " + coverage.checksProven() + " of " + coverage.checksSelected() + " checks" + routes
                        + ". Gate: " + Words.gate(card.verdict().gate()) + ".");
    }

    private static Outcome decided(Scorecard card) {
        return switch (card.verdict().decision()) {
            case READY -> Outcome.PASS;
            case NOT_READY -> Outcome.FAIL;
            case NOT_PROVEN -> Outcome.NOT_TESTED;
        };
    }

    private void rows(Overview overview, Typesetter page) throws IOException {
        Scorecard card = overview.scorecard();
        if (card.rows().isEmpty()) {
            return;
        }
        page.heading(card.profile().scored() ? "Scorecard" : "Seen from outside");
        int names = card.rows().stream()
                .mapToInt(row -> Typesetter.length(row.row()))
                .max()
                .orElse(0);
        int nameColumns = Math.min(names, page.width() - INDENT - OUTCOME_COLUMNS - LEAST_TEXT) + 2;
        int room = page.width() - INDENT - OUTCOME_COLUMNS - nameColumns;
        for (Scorecard.Row row : card.rows()) {
            String outcome = Words.loud(row.outcome());
            String name = Typesetter.padded(page.cut(row.row(), nameColumns - 2), nameColumns);
            page.painted(("  " + palette.of(row.outcome(), outcome) + " ".repeat(OUTCOME_COLUMNS - outcome.length())
                            + name + palette.dim(page.cut(said(overview, row), room)))
                    .stripTrailing());
        }
    }

    /** What the check says that decided the row. */
    private static String said(Overview overview, Scorecard.Row row) {
        List<CheckResult> deciding = overview.of(row).stream()
                .filter(check -> check.outcome() == row.outcome())
                .toList();
        if (deciding.isEmpty()) {
            return row.checks().isEmpty() ? Overview.NO_CHECK : "";
        }
        String more = deciding.size() > 1 ? " (+" + (deciding.size() - 1) + ")" : "";
        return deciding.get(0).summary() + more;
    }

    /** Only what is wrong and what does not tell; the whole table is in the other reports. */
    private void access(Scorecard card, Typesetter page) throws IOException {
        if (card.access().isEmpty()) {
            return;
        }
        page.heading("Who can reach what");
        page.paragraph(INDENT, AccessWords.summary(card));
        lines(page, palette.of(Outcome.FAIL, "!") + " ", AccessWords.wrong(card), MOST_LINES);
        lines(page, palette.dim("?") + " ", AccessWords.unknown(card), MOST_PLACES);
    }

    private static void lines(Typesetter page, String mark, List<String> all, int most) throws IOException {
        for (String line : all.stream().limit(most).toList()) {
            page.hanging("  " + mark, INDENT + 2, line);
        }
        if (all.size() > most) {
            page.paragraph(INDENT + 2, "and " + (all.size() - most) + " more, all in the report");
        }
    }

    private void gaps(Overview overview, Typesetter page) throws IOException {
        List<Gap> gaps = overview.gaps();
        if (gaps.isEmpty()) {
            return;
        }
        page.heading("Not tested, and worth most");
        if (overview.scorecard().portal().file().isEmpty()) {
            page.verbatim(
                    INDENT,
                    "The lines go into a portal file. This writes one:",
                    INDENT,
                    "launch-ready init "
                            + Words.shell(overview.scorecard().portal().url()));
            page.blank();
        }
        boolean another = false;
        for (Gap gap : gaps.stream().limit(MOST_GAPS).toList()) {
            if (another) {
                page.blank();
            }
            another = true;
            gap(gap, page);
        }
        if (gaps.size() > MOST_GAPS) {
            page.blank();
            page.paragraph(INDENT, "And " + (gaps.size() - MOST_GAPS) + " more, all in the report.");
        }
    }

    private void gap(Gap gap, Typesetter page) throws IOException {
        String ids = gap.checks().stream()
                .limit(MOST_PLACES)
                .map(check -> check.card().id())
                .collect(Collectors.joining(", "));
        String more =
                gap.checks().size() > MOST_PLACES ? " and " + (gap.checks().size() - MOST_PLACES) + " more" : "";
        page.painted("  " + palette.of(gap.outcome(), page.inert(gap.besides() ? "in part" : Words.of(gap.outcome())))
                + "  " + page.inert(ids + more));
        page.labelled(LABEL_AT, "Why", TEXT_AT, gap.problem().says());
        if (!gap.problem().add().isBlank()) {
            page.verbatim(
                    LABEL_AT,
                    gap.problem().minutes() + " min",
                    TEXT_AT,
                    gap.problem().add());
        }
    }

    private void proven(Overview overview, Typesetter page) throws IOException {
        List<CheckResult> passed = overview.with(Outcome.PASS);
        if (passed.isEmpty()) {
            return;
        }
        page.heading("Proven");
        for (CheckResult check : passed.stream().limit(MOST_LINES).toList()) {
            String attested = check.attested()
                    .map(word -> " (said by " + word.by() + ", holds until " + word.until() + ")")
                    .orElse("");
            page.hanging("  " + palette.of(Outcome.PASS, "pass") + "  ", INDENT + 6, check.summary() + attested);
        }
        if (passed.size() > MOST_LINES) {
            page.paragraph(INDENT, "And " + (passed.size() - MOST_LINES) + " more, with their controls in the report.");
        }
    }

    private void foot(Overview overview, Typesetter page) throws IOException {
        page.blank();
        for (String note : overview.scorecard().notes()) {
            page.hanging(palette.dim("Note  "), 6, note);
        }
        page.painted(palette.dim(overview.suppression()));
        if (!files.isEmpty()) {
            page.verbatim(0, "Report", 8, String.join("\n", files));
        }
        page.painted(palette.bold(page.inert(overview.exitLine())));
    }
}
