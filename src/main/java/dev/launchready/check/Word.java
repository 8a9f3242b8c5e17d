package dev.launchready.check;

import dev.launchready.model.Attestation;
import dev.launchready.model.Reason;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** All that a check observes which rests on a person's word alone. */
public record Word(Optional<Vouched> vouched) {
    /** Only when the word ran out between plan and look: the plan leaves out what nobody vouches for. */
    static final Reason NO_WORD = Reason.blocks("no-word");

    public static Word of(Optional<Vouched> vouched) {
        return new Word(vouched);
    }

    /** The reasons that such a check can give. */
    public static Set<Reason> reasons() {
        Set<Reason> reasons = new HashSet<>(Vouched.reasons());
        reasons.add(NO_WORD);
        return Set.copyOf(reasons);
    }

    public Optional<Attestation> attestation() {
        return vouched.map(Vouched::attestation);
    }

    public Judgement judge() {
        if (vouched.isEmpty()) {
            return Tally.blocked(NO_WORD, Map.of());
        }
        Tally tally = new Tally();
        vouched.get().judge(tally);
        return tally.conclude();
    }
}
