package dev.launchready.check;

import dev.launchready.model.Reason;
import java.util.List;
import java.util.Map;

/** The judged case: what a judge makes of an observation. Built with a {@link Tally}. */
public sealed interface Judgement {

    /** A control by its code, with the facts for the card's sentence. */
    record Control(String code, Map<String, String> facts) {
        public Control {
            facts = Map.copyOf(facts);
        }
    }

    /** Something that could not be told, with the facts for the card's sentence. */
    record Unproven(Reason reason, Map<String, String> facts) {
        public Unproven {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * Everything looked at is in order.
     *
     * @param controls at least one thing that was seen to work
     * @param facts for the card's sentence on a pass
     */
    record Passed(List<Control> controls, Map<String, String> facts) implements Judgement {
        public Passed {
            controls = List.copyOf(controls);
            facts = Map.copyOf(facts);
            if (controls.isEmpty()) {
                throw new IllegalArgumentException("nothing passes without a positive control");
            }
        }
    }

    record Warned(List<Raised> raised, List<Control> controls) implements Judgement {
        public Warned {
            raised = List.copyOf(raised);
            controls = List.copyOf(controls);
        }
    }

    /** @param unproven what could not be told besides */
    record Failed(List<Raised> raised, List<Control> controls, List<Unproven> unproven) implements Judgement {
        public Failed {
            raised = List.copyOf(raised);
            controls = List.copyOf(controls);
            unproven = List.copyOf(unproven);
        }
    }

    record NotApplicable(Reason reason, Map<String, String> facts) implements Judgement {
        public NotApplicable {
            facts = Map.copyOf(facts);
        }
    }

    /**
     * @param unproven at least one, the most telling first
     * @param warned what was seen besides, none of it a failure
     */
    record Blocked(List<Unproven> unproven, List<Raised> warned, List<Control> controls) implements Judgement {
        public Blocked {
            unproven = List.copyOf(unproven);
            warned = List.copyOf(warned);
            controls = List.copyOf(controls);
        }
    }
}
