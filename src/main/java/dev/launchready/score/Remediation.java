package dev.launchready.score;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Finding;
import dev.launchready.model.Scorecard.PlanWindow;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The remediation plan: what to fix in which hours; security first, then deployment, then e-mail and domain. */
final class Remediation {
    private static final List<String> LAST_FAMILIES =
            List.of("transport", "dns", "edge", "operations", "performance", "journey", "mail");
    private static final double FIRST_HOURS = 6;
    private static final double FIRST_DAY = 24;
    private static final double SECOND_DAY = 48;

    private Remediation() {}

    private record Item(String family, Finding finding) {}

    static List<PlanWindow> plan(List<CheckResult> results) {
        List<Item> items = new ArrayList<>();
        results.forEach(result -> result.findings().stream()
                .filter(finding -> finding.waived().isEmpty())
                .forEach(finding -> items.add(new Item(result.card().family(), finding))));
        items.sort(Comparator.comparing((Item item) -> item.finding().severity())
                .thenComparing(item -> LAST_FAMILIES.indexOf(item.family()))
                .thenComparing(item -> item.finding().effortHours()));
        Map<String, List<String>> windows = new LinkedHashMap<>();
        Set<String> planned = new HashSet<>();
        double hours = 0;
        for (Item item : items) {
            if (!planned.add(item.finding().fingerprint())) {
                continue; // a secret that several checks met is replaced once
            }
            hours += item.finding().effortHours();
            windows.computeIfAbsent(window(hours), key -> new ArrayList<>())
                    .add(item.finding().fingerprint());
        }
        return windows.entrySet().stream()
                .map(entry -> new PlanWindow(entry.getKey(), entry.getValue()))
                .toList();
    }

    private static String window(double hours) {
        if (hours <= FIRST_HOURS) {
            return "0-6h";
        }
        if (hours <= FIRST_DAY) {
            return "6-24h";
        }
        return hours <= SECOND_DAY ? "24-48h" : "after 48h";
    }
}
