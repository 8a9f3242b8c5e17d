package dev.launchready.report;

import dev.launchready.model.Finding;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** What is to be mended, as the terminal shows it: three causes in full, some more in a line each, the rest as a count. */
record TerminalFindings(Overview overview, Typesetter page) {
    private static final int FIX_FIRST = 3;
    private static final int MOST_LINES = 10;
    private static final int MOST_PLACES = 3;
    private static final int INDENT = 2;
    private static final int LABEL_AT = 5;
    private static final int TEXT_AT = 13;

    void fixFirst() throws IOException {
        List<Cluster> open = overview.open();
        if (open.isEmpty()) {
            return;
        }
        page.heading("Fix first");
        for (int at = 0; at < Math.min(FIX_FIRST, open.size()); at++) {
            if (at > 0) {
                page.blank();
            }
            cluster(at + 1, open.get(at));
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

    private void cluster(int number, Cluster cluster) throws IOException {
        Finding first = cluster.first();
        String severity = Words.of(cluster.severity());
        String rest = "  " + cluster.check().card().id() + "  " + hours(cluster)
                + (cluster.hint() ? "  a hint, not a proof" : "");
        page.painted("  " + number + "  " + page.palette().of(cluster.severity(), severity)
                + page.palette().dim("  " + page.inert(rest)));
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
                Words.recheck(overview.scorecard(), cluster.check().card().id()));
    }

    private static String hours(Cluster cluster) {
        return cluster.effortHours() > 0 ? "about " + Words.hours(cluster.effortHours()) : "";
    }

    private String elsewhere(Cluster cluster) {
        String here = Words.of(overview.scorecard(), cluster.first().where());
        List<String> places = cluster.findings().stream()
                .skip(1)
                .map(finding -> Words.of(overview.scorecard(), finding.where()))
                .filter(place -> !place.equals(here))
                .distinct()
                .toList();
        String named = places.stream().limit(MOST_PLACES).collect(Collectors.joining(", "));
        String more = places.size() > MOST_PLACES
                ? " and " + Words.plural(places.size() - MOST_PLACES, "place") + " more"
                : "";
        return places.isEmpty() ? "The same there in other ways." : "The same on " + named + more + ".";
    }

    void fixNext() throws IOException {
        List<Cluster> open = overview.open();
        if (open.size() <= FIX_FIRST) {
            return;
        }
        page.heading("Then");
        List<Cluster> next = open.subList(FIX_FIRST, Math.min(open.size(), FIX_FIRST + MOST_LINES));
        for (Cluster cluster : next) {
            String severity = Words.of(cluster.severity());
            page.hanging(
                    "  " + page.palette().of(cluster.severity(), severity)
                            + " ".repeat(TEXT_AT - INDENT - severity.length()),
                    TEXT_AT,
                    cluster.first().message() + (cluster.findings().size() > 1 ? " " + elsewhere(cluster) : ""));
        }
        int left = open.size() - FIX_FIRST - next.size();
        if (left > 0) {
            page.paragraph(INDENT, "And " + Words.plural(left, "cause") + " more, all in the report.");
        }
        String plan = overview.scorecard().plan().stream()
                .filter(window -> !window.items().isEmpty())
                .map(window -> window.window() + " " + window.items().size())
                .collect(Collectors.joining(", "));
        if (!plan.isEmpty()) {
            page.paragraph(INDENT, "Plan, findings per window: " + plan + ".");
        }
    }
}
