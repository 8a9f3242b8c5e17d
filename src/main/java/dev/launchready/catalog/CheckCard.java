package dev.launchready.catalog;

import dev.launchready.model.CardRef;
import dev.launchready.model.Outcome;
import dev.launchready.model.Severity;
import dev.launchready.model.TrafficClass;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * All knowledge and text of one check: {@code checks/<family>/<slug>.yml}.
 *
 * @param title the wished state in plain words
 * @param why why it matters, and {@code breaks}: what breaks if it fails
 * @param weight its share in the score, 1 to 10
 * @param safety the classes of requests that it sends
 * @param needs what the portal file must give, as {@link Need} names it
 * @param passes the sentence on a pass, with placeholders
 * @param controls code to the sentence of a positive control
 */
public record CheckCard(
        String id,
        String title,
        String why,
        String breaks,
        int weight,
        Set<TrafficClass> safety,
        List<String> needs,
        Map<String, Param> params,
        String passes,
        Map<String, String> controls,
        Map<String, ReasonText> reasons,
        Map<String, String> references) {

    public CheckCard {
        safety = Set.copyOf(safety);
        needs = List.copyOf(needs);
        params = Collections.unmodifiableMap(new LinkedHashMap<>(params));
        controls = Collections.unmodifiableMap(new LinkedHashMap<>(controls));
        reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        references = Collections.unmodifiableMap(new LinkedHashMap<>(references));
    }

    /** The worst that this check can find. */
    public Severity severity() {
        return reasons.values().stream()
                .flatMap(reason -> reason.severity().stream())
                .min(Severity::compareTo)
                .orElse(Severity.INFO);
    }

    public String family() {
        return id.substring(0, id.indexOf('.'));
    }

    public CardRef ref() {
        return new CardRef(id, title, severity(), weight, references);
    }

    /**
     * One parameter.
     *
     * @param value the default: a number, a text or a list of texts
     * @param source where the figure comes from
     */
    public record Param(Object value, Optional<String> unit, String says, Optional<String> source) {}

    /**
     * What one reason means to a person.
     *
     * @param severity of a finding; absent for reasons that are none
     * @param says one sentence with placeholders, {@code {route}}
     * @param means what it means for the people who use the portal
     * @param fix stack ({@code any}, {@code nextjs}, {@code nginx}, …) to steps in the imperative, in order
     * @param add for a reason that blocks: the line or command that would let it tell
     * @param minutes how long that takes
     */
    public record ReasonText(
            Outcome outcome,
            Optional<Severity> severity,
            String says,
            String means,
            Map<String, List<String>> fix,
            double effortHours,
            String add,
            int minutes) {
        public static final String ANY_STACK = "any";

        public ReasonText {
            fix = Collections.unmodifiableMap(new LinkedHashMap<>(fix));
        }

        /** The steps for the first stack that has its own, else those for any. */
        public List<String> fixFor(List<String> stack) {
            return stack.stream()
                    .filter(fix::containsKey)
                    .findFirst()
                    .map(fix::get)
                    .orElseGet(() -> fix.getOrDefault(ANY_STACK, List.of()));
        }
    }
}
