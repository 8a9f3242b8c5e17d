package dev.launchready.report;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
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
    private static final int FIX_FIRST = 3;
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
        fixFirst(overview, page);
        if (scorecard.profile().scored()) {
            fixNext(overview, page);
        }
        rows(overview, page);
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
        for (String why : card.verdict().why()) {
            page.hanging("  - ", INDENT + 2, why);
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
                        + ". Gate: " + gate(card.verdict().gate()) + ".");
    }

    private static String gate(Scorecard.Gate gate) {
        String findings = gate.failOn().equals("never") ? "no finding closes it" : gate.failOn() + " and worse";
        return gate.hardStops() ? findings + ", and the profile's hard stops" : findings;
    }

    private static Outcome decided(Scorecard card) {
        return switch (card.verdict().decision()) {
            case READY -> Outcome.PASS;
            case NOT_READY -> Outcome.FAIL;
            case NOT_PROVEN -> Outcome.NOT_TESTED;
        };
    }

    private void fixFirst(Overview overview, Typesetter page) throws IOException {
        List<Cluster> open = overview.open();
        if (open.isEmpty()) {
            return;
        }
        page.heading("Fix first");
        for (int at = 0; at < Math.min(FIX_FIRST, open.size()); at++) {
            if (at > 0) {
                page.blank();
            }
            cluster(overview.scorecard(), at + 1, open.get(at), page);
        }
        if (open.size() > FIX_FIRST && !overview.scorecard().profile().scored()) {
            List<Cluster> rest = open.subList(FIX_FIRST, open.size());
            page.blank();
            page.paragraph(
                    INDENT,
                    "And " + Words.plural(rest.size(), "cause") + " more: " + Overview.count(rest)
                            + ", all in the report.");
        }
    }

    private void cluster(Scorecard card, int number, Cluster cluster, Typesetter page) throws IOException {
        Finding first = cluster.first();
        String severity = Words.of(cluster.severity());
        String rest = "  " + cluster.check().card().id() + "  " + hours(cluster)
                + (cluster.hint() ? "  a hint, not a proof" : "");
        page.painted("  " + number + "  " + palette.of(cluster.severity(), severity)
                + palette.dim(page.inert(rest).indent(2).stripTrailing()));
        page.labelled(LABEL_AT, "Seen", TEXT_AT, first.message());
        if (cluster.findings().size() > 1) {
            page.paragraph(TEXT_AT, elsewhere(cluster));
        }
        if (!first.means().isBlank()) {
            page.labelled(LABEL_AT, "Means", TEXT_AT, first.means());
        }
        if (!first.fix().isEmpty()) {
            page.labelled(LABEL_AT, "Fix", TEXT_AT, first.fix().get(0));
        }
        page.verbatim(
                LABEL_AT,
                "Recheck",
                TEXT_AT,
                Words.recheck(card, cluster.check().card().id()));
    }

    private static String hours(Cluster cluster) {
        return cluster.effortHours() > 0 ? "about " + Words.hours(cluster.effortHours()) : "";
    }

    private static String elsewhere(Cluster cluster) {
        List<String> places = cluster.findings().stream()
                .skip(1)
                .map(finding -> Words.of(finding.where()))
                .distinct()
                .toList();
        String named = places.stream().limit(MOST_PLACES).collect(Collectors.joining(", "));
        String more = places.size() > MOST_PLACES ? " and " + (places.size() - MOST_PLACES) + " more places" : "";
        return "The same on " + named + more + ".";
    }

    private void fixNext(Overview overview, Typesetter page) throws IOException {
        List<Cluster> open = overview.open();
        if (open.size() <= FIX_FIRST) {
            return;
        }
        page.heading("Then");
        List<Cluster> next = open.subList(FIX_FIRST, Math.min(open.size(), FIX_FIRST + MOST_LINES));
        for (Cluster cluster : next) {
            String severity = Words.of(cluster.severity());
            page.hanging(
                    "  " + palette.of(cluster.severity(), severity) + " ".repeat(TEXT_AT - INDENT - severity.length()),
                    TEXT_AT,
                    cluster.first().message() + (cluster.findings().size() > 1 ? " " + elsewhere(cluster) : ""));
        }
        String plan = overview.scorecard().plan().stream()
                .filter(window -> !window.items().isEmpty())
                .map(window -> window.window() + " " + window.items().size())
                .collect(Collectors.joining(", "));
        if (!plan.isEmpty()) {
            page.paragraph(INDENT, "Plan, findings per window: " + plan + ".");
        }
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
                            + name + palette.dim(page.cut(said(card, row), room)))
                    .stripTrailing());
        }
    }

    /** What the check says that decided the row. */
    private static String said(Scorecard card, Scorecard.Row row) {
        List<CheckResult> deciding = card.checks().stream()
                .filter(check -> row.checks().contains(check.card().id()) && check.outcome() == row.outcome())
                .toList();
        if (deciding.isEmpty()) {
            return "";
        }
        String more = deciding.size() > 1 ? " (+" + (deciding.size() - 1) + ")" : "";
        return deciding.get(0).summary() + more;
    }

    private void gaps(Overview overview, Typesetter page) throws IOException {
        List<Gap> gaps = overview.gaps();
        if (gaps.isEmpty()) {
            return;
        }
        page.heading("Not tested, and worth most");
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
        for (String file : files) {
            page.painted(palette.dim("Report  ") + page.inert(file));
        }
        page.painted(palette.bold(page.inert(overview.exitLine())));
    }
}
