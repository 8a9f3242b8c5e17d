package dev.launchready.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckCard.ReasonText;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Proof;
import dev.launchready.model.Scorecard;
import dev.launchready.model.Severity;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The rules that a run's results name: one for each check and reason met, with what its card knows as help.
 *
 * @param indexes the place of each rule by its id
 */
record SarifRules(ArrayNode rules, Map<String, Integer> indexes) {

    static String id(CheckResult check, String reason) {
        return check.card().id() + "/" + reason;
    }

    int index(String rule) {
        return indexes.getOrDefault(rule, -1);
    }

    static SarifRules of(Scorecard scorecard, Catalog catalog, JsonNodeFactory nodes) {
        ArrayNode rules = nodes.arrayNode();
        Map<String, Integer> indexes = new LinkedHashMap<>();
        for (CheckResult check : scorecard.checks()) {
            for (Finding finding : check.findings()) {
                String id = id(check, finding.reason());
                if (indexes.putIfAbsent(id, indexes.size()) == null) {
                    describe(
                            rules.addObject(),
                            check,
                            finding,
                            catalog.card(check.card().id()));
                }
            }
        }
        return new SarifRules(rules, indexes);
    }

    private static void describe(ObjectNode rule, CheckResult check, Finding finding, Optional<CheckCard> card) {
        rule.put("id", id(check, finding.reason()));
        rule.put("name", name(id(check, finding.reason())));
        rule.putObject("shortDescription").put("text", Plain.line(check.card().title()));
        String why = card.map(each -> each.why() + " " + each.breaks()).orElse(finding.means());
        rule.putObject("fullDescription")
                .put("text", Plain.line(why.isBlank() ? check.card().title() : why));
        List<String> fix = finding.fix();
        ObjectNode help = rule.putObject("help");
        help.put("text", Plain.line(why + " " + String.join(" ", fix)));
        help.put("markdown", markdown(check, why, fix));
        Severity severity = severity(check, finding, card);
        ObjectNode properties = rule.putObject("properties");
        properties.put("security-severity", SarifReport.securitySeverity(severity));
        properties.put("precision", precision(finding.proof()));
        ArrayNode tags =
                properties.putArray("tags").add("security").add(check.card().family());
        Optional.ofNullable(check.card().references().get("cwe"))
                .filter(cwe -> cwe.matches("\\d+"))
                .ifPresent(cwe -> tags.add("external/cwe/cwe-" + cwe));
    }

    private static Severity severity(CheckResult check, Finding finding, Optional<CheckCard> card) {
        return card.flatMap(each -> Optional.ofNullable(each.reasons().get(finding.reason())))
                .flatMap(ReasonText::severity)
                .orElseGet(() -> check.findings().stream()
                        .filter(each -> each.reason().equals(finding.reason()))
                        .map(Finding::severity)
                        .min(Severity::compareTo)
                        .orElse(finding.severity()));
    }

    private static String markdown(CheckResult check, String why, List<String> fix) {
        StringBuilder text = new StringBuilder("**")
                .append(MarkdownText.of(check.card().title()))
                .append("**\n\n");
        text.append(MarkdownText.of(why)).append("\n\n");
        fix.forEach(step -> text.append("1. ").append(MarkdownText.of(step)).append('\n'));
        text.append('\n');
        for (Map.Entry<String, String> each : Words.sorted(check.card().references())) {
            String name = MarkdownText.of(Prose.reference(each.getKey(), each.getValue()));
            text.append("- ")
                    .append(Prose.link(each.getKey(), each.getValue())
                            .map(link -> "[" + name + "](" + link + ")")
                            .orElse(name))
                    .append('\n');
        }
        return text.toString();
    }

    private static String precision(Proof proof) {
        return switch (proof) {
            case CONFIRMED -> "very-high";
            case STRONG -> "high";
            case HEURISTIC -> "low";
        };
    }

    /** An identifier in Pascal case, as SARIF wants a rule's name. */
    static String name(String id) {
        StringBuilder name = new StringBuilder();
        for (String word : List.of(id.split("[^A-Za-z0-9]+", -1))) {
            name.append(word.isEmpty() ? "" : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
