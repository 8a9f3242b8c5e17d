package dev.launchready.catalog;

import com.fasterxml.jackson.databind.JsonNode;
import dev.launchready.catalog.CheckCard.Param;
import dev.launchready.catalog.CheckCard.ReasonText;
import dev.launchready.model.Outcome;
import dev.launchready.model.Severity;
import dev.launchready.model.TrafficClass;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A card as its file has it, before anything about it is believed. */
record CardFile(
        @Nullable String id,
        @Nullable String title,
        @Nullable String why,
        @Nullable String breaks,
        @Nullable Integer weight,
        @Nullable List<String> safety,
        @Nullable List<String> needs,
        @Nullable Map<String, ParamFile> params,
        @Nullable String passes,
        @Nullable Map<String, String> controls,
        @Nullable Map<String, ReasonFile> reasons,
        @Nullable Map<String, String> references) {
    private static final int MAX_WEIGHT = 10;

    record ParamFile(
            @Nullable JsonNode value,
            @Nullable String unit,
            @Nullable String says,
            @Nullable String source) {}

    /** @param fixOf a reason of the same card whose fix this one shares, in place of {@code fix} */
    record ReasonFile(
            @Nullable String outcome,
            @Nullable String severity,
            @Nullable String says,
            @Nullable String means,
            @Nullable Map<String, List<String>> fix,
            @Nullable String fixOf,
            @Nullable Double effortHours,
            @Nullable String add,
            @Nullable Integer minutes) {}

    /** The card, when all that a card needs is there; {@code fault} hears of everything that is not. */
    Optional<CheckCard> card(String expectedId, Consumer<String> fault) {
        if (!expectedId.equals(id)) {
            fault.accept("the id is '" + id + "', but the file's place says '" + expectedId + "'");
        }
        required("title", title, fault);
        required("why", why, fault);
        required("breaks", breaks, fault);
        required("passes", passes, fault);
        if (weight == null || weight < 1 || weight > MAX_WEIGHT) {
            fault.accept("'weight' must be a whole number from 1 to " + MAX_WEIGHT);
        }
        if (YamlReader.orEmpty(controls).isEmpty()) {
            fault.accept("'controls' is missing: nothing passes without a positive control");
        }
        Map<String, ReasonText> texts = new LinkedHashMap<>();
        YamlReader.orEmpty(reasons)
                .forEach((code, reason) -> reason(code, reason, fault).ifPresent(text -> texts.put(code, text)));
        if (title == null || why == null || breaks == null || passes == null || weight == null) {
            return Optional.empty();
        }
        return Optional.of(new CheckCard(
                expectedId,
                title,
                why,
                breaks,
                weight,
                traffic(fault),
                needs == null ? List.of() : needs,
                parameters(fault),
                passes,
                YamlReader.orEmpty(controls),
                texts,
                YamlReader.orEmpty(references)));
    }

    private Set<TrafficClass> traffic(Consumer<String> fault) {
        Set<TrafficClass> classes = new TreeSet<>();
        for (String key : safety == null ? List.<String>of() : safety) {
            TrafficClass.of(key)
                    .ifPresentOrElse(classes::add, () -> fault.accept("unknown class '" + key + "' in 'safety'"));
        }
        return classes;
    }

    private Map<String, Param> parameters(Consumer<String> fault) {
        Map<String, Param> all = new LinkedHashMap<>();
        YamlReader.orEmpty(params).forEach((name, param) -> {
            Optional<Object> value = value(param.value());
            if (value.isEmpty() || param.says() == null) {
                fault.accept("parameter '" + name + "' needs 'value' (number, text or list) and 'says'");
            } else {
                all.put(
                        name,
                        new Param(
                                value.get(),
                                Optional.ofNullable(param.unit()),
                                param.says(),
                                Optional.ofNullable(param.source())));
            }
        });
        return all;
    }

    /** A parameter's value: a number, a text or a list of texts. */
    static Optional<Object> value(@Nullable JsonNode node) {
        if (node == null || node.isNull()) {
            return Optional.empty();
        }
        if (node.isArray()) {
            List<String> items = new ArrayList<>();
            node.forEach(item -> items.add(item.asText()));
            return Optional.of(items);
        }
        if (node.isNumber()) {
            return Optional.of(node.numberValue());
        }
        return node.isTextual() ? Optional.of(node.asText()) : Optional.empty();
    }

    /** The reason's own fix, or that of the reason it points to. */
    private Map<String, List<String>> fix(String code, ReasonFile file, Consumer<String> fault) {
        if (file.fixOf() == null) {
            return YamlReader.orEmpty(file.fix());
        }
        ReasonFile other = YamlReader.orEmpty(reasons).get(file.fixOf());
        if (file.fix() != null || other == null || other.fix() == null) {
            fault.accept("reason '" + code + "': 'fix-of' must name a reason with a fix, and stands in place of 'fix'");
            return Map.of();
        }
        return other.fix();
    }

    private Optional<ReasonText> reason(String code, ReasonFile file, Consumer<String> fault) {
        String at = "reason '" + code + "': ";
        Optional<Outcome> outcome = constant(Outcome.class, file.outcome());
        if (outcome.isEmpty() || outcome.get() == Outcome.PASS || outcome.get() == Outcome.ERROR) {
            fault.accept(at + "'outcome' must be fail, warn, blocked or not-applicable");
            return Optional.empty();
        }
        boolean finding = outcome.get() == Outcome.FAIL || outcome.get() == Outcome.WARN;
        Optional<Severity> severity = constant(Severity.class, file.severity());
        if (finding != severity.isPresent()) {
            fault.accept(
                    at + "a 'severity' (critical, high, medium, low, info) belongs to findings, and to each of them");
        }
        Map<String, List<String>> fix = fix(code, file, fault);
        if (finding && (fix.isEmpty() || file.means() == null)) {
            fault.accept(at + "a finding needs 'means' and 'fix'");
        }
        if (outcome.get() == Outcome.BLOCKED && file.add() == null) {
            fault.accept(at + "a reason that blocks needs 'add': the line or command that would let it tell");
        }
        if (file.says() == null) {
            fault.accept(at + "'says' is missing");
            return Optional.empty();
        }
        return Optional.of(new ReasonText(
                outcome.get(),
                finding ? severity : Optional.empty(),
                file.says(),
                file.means() == null ? "" : file.means(),
                fix,
                file.effortHours() == null ? 0 : file.effortHours(),
                file.add() == null ? "" : file.add(),
                file.minutes() == null ? 0 : file.minutes()));
    }

    /** The constant that a file writes in lower case with hyphens. */
    static <T extends Enum<T>> Optional<T> constant(Class<T> type, @Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        String name = text.toUpperCase(Locale.ROOT).replace('-', '_');
        for (T each : type.getEnumConstants()) {
            if (each.name().equals(name)) {
                return Optional.of(each);
            }
        }
        return Optional.empty();
    }

    private static void required(String key, @Nullable String value, Consumer<String> fault) {
        if (value == null || value.isBlank()) {
            fault.accept("'" + key + "' is missing");
        }
    }
}
