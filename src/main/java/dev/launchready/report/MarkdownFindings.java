package dev.launchready.report;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Evidence;
import dev.launchready.model.Finding;
import dev.launchready.model.Scorecard;
import java.util.stream.Collectors;

/** The findings in Markdown, folded, each with what was sent and what came back. */
final class MarkdownFindings {
    /** What stands after the findings takes its place first. */
    private static final int MOST_BYTES_OF_FINDINGS = 600_000;

    private MarkdownFindings() {}

    static void write(Overview overview, StringBuilder out) {
        if (overview.clusters().isEmpty()) {
            return;
        }
        out.append("## Findings\n\n");
        int left = 0;
        for (Cluster cluster : overview.clusters()) {
            StringBuilder one = new StringBuilder();
            cluster(overview.scorecard(), cluster, one);
            if (out.length() + one.length() < MOST_BYTES_OF_FINDINGS) {
                out.append(one);
            } else {
                left++;
            }
        }
        if (left > 0) {
            out.append(Words.plural(left, "cause")).append(" more did not fit; the HTML report has all.\n\n");
        }
    }

    private static void cluster(Scorecard card, Cluster cluster, StringBuilder out) {
        Finding first = cluster.first();
        out.append("<details>\n<summary><b>")
                .append(Words.of(cluster.severity()))
                .append("</b>: ")
                .append(html(first.message()))
                .append(cluster.suppressed() ? " (suppressed)" : "")
                .append("</summary>\n\n");
        if (!first.means().isBlank()) {
            out.append(MarkdownText.of(first.means())).append("\n\n");
        }
        first.fix()
                .forEach(step -> out.append("1. ").append(MarkdownText.of(step)).append('\n'));
        out.append("\nSee that it is mended:\n\n")
                .append(MarkdownText.block(
                        "sh", Words.recheck(card, cluster.check().card().id())));
        for (Finding finding : cluster.findings()) {
            place(card, finding, out);
        }
        out.append("\nCheck ")
                .append(MarkdownText.code(cluster.check().card().id()))
                .append(", about ")
                .append(Words.hours(cluster.effortHours()))
                .append(". ")
                .append(references(cluster.check()))
                .append("\n\n</details>\n\n");
    }

    private static void place(Scorecard card, Finding finding, StringBuilder out) {
        out.append("\n**")
                .append(MarkdownText.of(Words.of(card, finding.where())))
                .append("**");
        finding.where()
                .file()
                .ifPresent(file -> out.append(", ")
                        .append(MarkdownText.code(file
                                + finding.where().line().map(line -> ":" + line).orElse(""))));
        out.append(", ")
                .append(Words.of(finding.proof()))
                .append(", ")
                .append(MarkdownText.code(finding.fingerprint()));
        finding.waived().ifPresent(sentence -> out.append(", waived: ").append(MarkdownText.of(sentence)));
        out.append("\n\n");
        for (Evidence evidence : finding.evidence()) {
            out.append(MarkdownText.block("", EvidenceText.of(evidence))).append('\n');
            if (!evidence.reproduce().isBlank()) {
                out.append(MarkdownText.block("sh", evidence.reproduce())).append('\n');
            }
        }
    }

    private static String references(CheckResult check) {
        return Words.sorted(check.card().references()).stream()
                .map(each -> MarkdownText.of(Prose.reference(each.getKey(), each.getValue())))
                .collect(Collectors.joining(", "));
    }

    /** Text within HTML that Markdown leaves alone. */
    private static String html(String text) {
        return MarkdownText.code(text).replace("<code>", "").replace("</code>", "");
    }
}
