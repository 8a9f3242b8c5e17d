package dev.launchready.check;

import dev.launchready.check.Judgement.Blocked;
import dev.launchready.check.Judgement.Control;
import dev.launchready.check.Judgement.Failed;
import dev.launchready.check.Judgement.NotApplicable;
import dev.launchready.check.Judgement.Passed;
import dev.launchready.check.Judgement.Unproven;
import dev.launchready.check.Judgement.Warned;
import dev.launchready.model.Reason;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A judgement in one line, for tables: {@code FAIL page-in-clear}, {@code PASS redirects}. */
public final class Told {
    private Told() {}

    /** The outcome and, sorted, the reasons for it; the controls for a pass. Each mention counts, so a doubled finding shows. */
    public static String of(Judgement judgement) {
        if (judgement instanceof Failed failed) {
            return "FAIL " + reasons(failed.raised().stream().map(Raised::reason));
        }
        if (judgement instanceof Warned warned) {
            return "WARN " + reasons(warned.raised().stream().map(Raised::reason));
        }
        if (judgement instanceof Blocked blocked) {
            return "BLOCKED " + reasons(blocked.unproven().stream().map(Unproven::reason));
        }
        if (judgement instanceof NotApplicable nothing) {
            return "NOT_APPLICABLE " + nothing.reason().code();
        }
        return "PASS " + controls(((Passed) judgement).controls());
    }

    private static String reasons(Stream<Reason> reasons) {
        return reasons.map(Reason::code).sorted().collect(Collectors.joining(" "));
    }

    private static String controls(List<Control> controls) {
        return controls.stream().map(Control::code).sorted().collect(Collectors.joining(" "));
    }
}
