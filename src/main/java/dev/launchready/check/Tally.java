package dev.launchready.check;

import dev.launchready.check.Judgement.Control;
import dev.launchready.check.Judgement.Unproven;
import dev.launchready.model.Outcome;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Collects what a judge sees over several objects, routes or hosts, and concludes: a failure wins, then anything unproven
 * blocks, then a warning, then a pass. An empty tally is never a pass.
 */
public final class Tally {
    private final List<Raised> failures = new ArrayList<>();
    private final List<Raised> warnings = new ArrayList<>();
    private final List<Control> controls = new ArrayList<>();
    private final List<Unproven> unproven = new ArrayList<>();
    private final Map<String, String> facts = new LinkedHashMap<>();

    /** Notes a finding; a hint is a warning at most, whatever its reason. */
    public Tally raise(Raised raised) {
        boolean fails = raised.reason().outcome() == Outcome.FAIL && raised.proof() != Proof.HEURISTIC;
        (fails ? failures : warnings).add(raised);
        return this;
    }

    public Tally control(String code, Map<String, String> with) {
        controls.add(new Control(code, with));
        return this;
    }

    public Tally control(String code) {
        return control(code, Map.of());
    }

    public Tally unproven(Reason reason, Map<String, String> with) {
        unproven.add(new Unproven(reason, with));
        return this;
    }

    /** A fact for the sentence on a pass. */
    public Tally fact(String name, Object value) {
        facts.put(name, String.valueOf(value));
        return this;
    }

    public boolean empty() {
        return failures.isEmpty() && warnings.isEmpty() && controls.isEmpty() && unproven.isEmpty();
    }

    /** @throws IllegalArgumentException when nothing at all was seen: then the judge owes a NotApplicable or a Blocked */
    public Judgement conclude() {
        if (!failures.isEmpty()) {
            List<Raised> all = new ArrayList<>(failures);
            all.addAll(warnings);
            return new Judgement.Failed(all, controls, unproven);
        }
        if (!unproven.isEmpty()) {
            return new Judgement.Blocked(unproven, warnings, controls);
        }
        if (!warnings.isEmpty()) {
            return new Judgement.Warned(warnings, controls);
        }
        return new Judgement.Passed(controls, facts);
    }

    public static Judgement blocked(Reason reason, Map<String, String> with) {
        return new Judgement.Blocked(List.of(new Unproven(reason, with)), List.of(), List.of());
    }

    public static Judgement notApplicable(Reason reason) {
        return new Judgement.NotApplicable(reason, Map.of());
    }
}
