package dev.launchready.report;

import dev.launchready.catalog.Catalog;
import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckCard.Param;
import dev.launchready.catalog.CheckCard.ReasonText;
import dev.launchready.catalog.Profile;
import dev.launchready.model.Outcome;
import dev.launchready.model.TrafficClass;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The page of documentation about one check, made from its card, so that the two never differ. */
public final class CheckPage {
    private static final String TABLE_OF_PARAMS =
            "| Name | Default | Unit | What it says | Source |\n| --- | --- | --- | --- | --- |\n";

    private final Catalog catalog;

    public CheckPage(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The page's path under {@code docs/checks}. */
    public static String path(CheckCard card) {
        return card.family() + "/" + slug(card) + ".md";
    }

    /** The page in GitHub-flavoured Markdown. */
    public String page(CheckCard card) {
        StringBuilder out = new StringBuilder();
        out.append("<!-- Generated from checks/")
                .append(card.family())
                .append('/')
                .append(slug(card))
                .append(".yml: edit that file. -->\n");
        out.append("# ").append(text(card.title())).append("\n\n");
        out.append("`")
                .append(card.id())
                .append("`, at worst ")
                .append(Words.of(card.severity()))
                .append(", weight ")
                .append(card.weight())
                .append(" of 10, sends ")
                .append(traffic(card))
                .append("\n\n");
        out.append(text(card.why()))
                .append("\n\n**If it fails:** ")
                .append(text(card.breaks()))
                .append("\n\n");
        out.append("```sh\nlaunch-ready scan --only ").append(card.id()).append("\n```\n\n");
        needs(card, out);
        params(card, out);
        passes(card, out);
        findings(card, out);
        open(card, out);
        belongs(card, out);
        return out.toString().stripTrailing() + "\n";
    }

    /** The page that lists all checks by family. */
    public String index() {
        StringBuilder out = new StringBuilder("<!-- Generated from the cards under checks/. -->\n# Checks\n\n");
        out.append("What each check looks at, what it can find, and how that is mended.\n");
        catalog.cards().values().stream().map(CheckCard::family).distinct().forEach(family -> {
            out.append("\n## ")
                    .append(family)
                    .append("\n\n| Check | What should hold | At worst | Sends |\n| --- | --- | --- | --- |\n");
            catalog.cards().values().stream()
                    .filter(card -> card.family().equals(family))
                    .forEach(card -> out.append("| [`")
                            .append(card.id())
                            .append("`](")
                            .append(path(card))
                            .append(") | ")
                            .append(text(card.title()))
                            .append(" | ")
                            .append(Words.of(card.severity()))
                            .append(" | ")
                            .append(traffic(card))
                            .append(" |\n"));
        });
        return out.toString();
    }

    private static String slug(CheckCard card) {
        return card.id().substring(card.family().length() + 1);
    }

    private static String traffic(CheckCard card) {
        return card.safety().isEmpty()
                ? "nothing"
                : card.safety().stream().sorted().map(TrafficClass::key).collect(Collectors.joining(", "));
    }

    private void needs(CheckCard card, StringBuilder out) {
        List<String> consents = card.safety().stream()
                .sorted()
                .filter(TrafficClass::needsConsent)
                .map(TrafficClass::key)
                .toList();
        if (card.needs().isEmpty() && consents.isEmpty()) {
            return;
        }
        out.append("## What it needs\n\n");
        for (String id : card.needs()) {
            Optional.ofNullable(catalog.needs().get(id))
                    .ifPresent(need -> out.append("- ")
                            .append(text(need.says()))
                            .append(" Add:\n  ```yaml\n  ")
                            .append(need.add().strip().replace("\n", "\n  "))
                            .append("\n  ```\n"));
        }
        if (!consents.isEmpty()) {
            out.append("- The owner's consent to what it sends. Add:\n  ```yaml\n  consent: {by: …, until: …, allow: [")
                    .append(String.join(", ", consents))
                    .append("]}\n  ```\n");
        }
        out.append('\n');
    }

    private static void params(CheckCard card, StringBuilder out) {
        if (card.params().isEmpty()) {
            return;
        }
        out.append("## Parameters\n\nA profile may set them.\n\n").append(TABLE_OF_PARAMS);
        for (Map.Entry<String, Param> each : card.params().entrySet()) {
            Param param = each.getValue();
            out.append("| `")
                    .append(each.getKey())
                    .append("` | ")
                    .append(text(String.valueOf(param.value())))
                    .append(" | ")
                    .append(text(param.unit().orElse("")))
                    .append(" | ")
                    .append(text(param.says()))
                    .append(" | ")
                    .append(text(param.source().orElse("")))
                    .append(" |\n");
        }
        out.append('\n');
    }

    private static void passes(CheckCard card, StringBuilder out) {
        out.append("## When it passes\n\n").append(text(card.passes())).append("\n\n");
        if (!card.controls().isEmpty()) {
            out.append("Only together with a control that worked while it looked:\n\n");
            card.controls()
                    .values()
                    .forEach(says -> out.append("- ").append(text(says)).append('\n'));
            out.append('\n');
        }
    }

    private static void findings(CheckCard card, StringBuilder out) {
        List<Map.Entry<String, ReasonText>> found = card.reasons().entrySet().stream()
                .filter(each -> each.getValue().outcome() == Outcome.FAIL
                        || each.getValue().outcome() == Outcome.WARN)
                .sorted(Comparator.comparing(
                        each -> each.getValue().severity().map(Enum::ordinal).orElse(Integer.MAX_VALUE)))
                .toList();
        if (found.isEmpty()) {
            return;
        }
        out.append("## What it can find\n\n");
        Map<Map<String, List<String>>, String> fixes = new HashMap<>();
        for (Map.Entry<String, ReasonText> each : found) {
            ReasonText reason = each.getValue();
            out.append("### `").append(each.getKey()).append("`\n\n");
            out.append(Words.of(reason.outcome()))
                    .append(reason.severity()
                            .map(severity -> ", " + Words.of(severity))
                            .orElse(""))
                    .append(", about ")
                    .append(Words.hours(reason.effortHours()))
                    .append("\n\n");
            out.append("> ")
                    .append(text(reason.says()))
                    .append("\n\n")
                    .append(text(reason.means()))
                    .append("\n\n");
            String first = fixes.computeIfAbsent(reason.fix(), fix -> each.getKey());
            if (first.equals(each.getKey())) {
                reason.fix().forEach((stack, steps) -> fix(stack, steps, out));
            } else {
                out.append("Mended like `").append(first).append("`.\n\n");
            }
        }
    }

    private static void fix(String stack, List<String> steps, StringBuilder out) {
        out.append(stack.equals(ReasonText.ANY_STACK) ? "To mend it:\n\n" : "With " + stack + ":\n\n");
        steps.forEach(step -> out.append("1. ").append(text(step)).append('\n'));
        out.append('\n');
    }

    private static void open(CheckCard card, StringBuilder out) {
        List<Map.Entry<String, ReasonText>> open = card.reasons().entrySet().stream()
                .filter(each -> each.getValue().outcome() != Outcome.FAIL
                        && each.getValue().outcome() != Outcome.WARN)
                .toList();
        if (open.isEmpty()) {
            return;
        }
        out.append(
                "## When it comes to no verdict\n\n| Reason | Outcome | What it says | What would let it tell |\n| --- | --- | --- | --- |\n");
        for (Map.Entry<String, ReasonText> each : open) {
            ReasonText reason = each.getValue();
            out.append("| `")
                    .append(each.getKey())
                    .append("` | ")
                    .append(Words.of(reason.outcome()))
                    .append(" | ")
                    .append(text(reason.says()))
                    .append(" | ")
                    .append(text(reason.add()))
                    .append(" |\n");
        }
        out.append('\n');
    }

    private void belongs(CheckCard card, StringBuilder out) {
        String profiles = catalog.profiles().values().stream()
                .filter(profile -> profile.checks().contains(card.id()))
                .map(Profile::id)
                .map(id -> "`" + id + "`")
                .collect(Collectors.joining(", "));
        if (!profiles.isEmpty()) {
            out.append("## Profiles\n\n").append(profiles).append("\n\n");
        }
        if (!card.references().isEmpty()) {
            out.append("## References\n\n");
            Words.sorted(card.references())
                    .forEach(each -> out.append("- ").append(reference(each)).append('\n'));
        }
    }

    private static String reference(Map.Entry<String, String> each) {
        String name = text(Prose.reference(each.getKey(), each.getValue()));
        return Prose.link(each.getKey(), each.getValue())
                .map(link -> "[" + name + "](" + link + ")")
                .orElse(name);
    }

    private static String text(String text) {
        return MarkdownText.readable(text);
    }
}
