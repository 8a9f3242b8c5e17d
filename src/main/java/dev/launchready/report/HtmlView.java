package dev.launchready.report;

import dev.launchready.model.Decision;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the page's template shows.
 *
 * @param csp the page's own Content Security Policy (CSP Level 3): this style and this script by their hashes, else nothing
 * @param numbers the number on the page of the cluster in which a fingerprint stands
 */
record HtmlView(Overview overview, String style, String script, String csp, Map<String, Integer> numbers) {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final double CIRCLE = 100;

    static HtmlView of(Scorecard scorecard, String style, String script) {
        Overview overview = Overview.of(scorecard);
        Map<String, Integer> numbers = new LinkedHashMap<>();
        for (int at = 0; at < overview.clusters().size(); at++) {
            int number = at + 1;
            overview.clusters().get(at).findings().forEach(each -> numbers.putIfAbsent(each.fingerprint(), number));
        }
        String csp = "default-src 'none'; style-src '" + hash(style) + "'; script-src '" + hash(script)
                + "'; img-src data:; base-uri 'none'; form-action 'none'";
        return new HtmlView(overview, style, script, csp, numbers);
    }

    Scorecard card() {
        return overview.scorecard();
    }

    String started() {
        return MINUTE.format(card().started());
    }

    /** The class that colours the decision. */
    String tone() {
        Decision decision = card().verdict().decision();
        return decision == Decision.READY ? "good" : decision == Decision.NOT_READY ? "bad" : "open";
    }

    /** The cluster's number on the page, from 1. */
    int number(Cluster cluster) {
        return overview.clusters().indexOf(cluster) + 1;
    }

    /** The clusters of a window of the plan, in its order. */
    List<Cluster> planned(Scorecard.PlanWindow window) {
        return window.items().stream()
                .flatMap(item -> Optional.ofNullable(numbers.get(item)).stream())
                .map(number -> overview.clusters().get(number - 1))
                .distinct()
                .toList();
    }

    static double hours(List<Cluster> clusters) {
        return clusters.stream().mapToDouble(Cluster::effortHours).sum();
    }

    /** The identities that the access matrix has a column for, in the order met. */
    List<String> identities() {
        return card().access().stream()
                .flatMap(row -> row.cells().stream())
                .map(AccessCell::identity)
                .distinct()
                .toList();
    }

    /** Rows with an answer that is wrong or does not tell. */
    List<AccessRow> notable() {
        return card().access().stream().filter(HtmlView::notable).toList();
    }

    /** Rows of which every answer is as it should be. */
    List<AccessRow> sound() {
        return card().access().stream().filter(row -> !notable(row)).toList();
    }

    private static boolean notable(AccessRow row) {
        return row.cells().stream().anyMatch(cell -> cell.wrong() || cell.unknown());
    }

    /** The access matrix in one sentence. */
    String accessSummary() {
        return AccessWords.summary(card());
    }

    static String proof(AccessCell cell) {
        return AccessWords.proof(cell);
    }

    static List<AccessCell> cells(AccessRow row, String identity) {
        return row.cells().stream()
                .filter(cell -> cell.identity().equals(identity))
                .toList();
    }

    static String tone(AccessCell cell) {
        return cell.unknown() ? "open" : cell.wrong() ? "bad" : "good";
    }

    static String lower(Object word) {
        return word.toString().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The stroke of a ring of circumference 100 that is filled to so many of so many. */
    static String ring(int part, int whole) {
        double filled = whole <= 0 ? 0 : CIRCLE * Math.min(part, whole) / whole;
        return String.format(Locale.ROOT, "%.1f %.1f", filled, CIRCLE - filled);
    }

    /** All that the page's search looks at in a cluster. */
    static String searched(Cluster cluster) {
        StringBuilder text = new StringBuilder(cluster.check().card().id());
        cluster.findings()
                .forEach(each -> text.append(' ')
                        .append(each.message())
                        .append(' ')
                        .append(Words.of(each.where()))
                        .append(' ')
                        .append(each.fingerprint()));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return "sha256-" + Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
