package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Vouched;
import dev.launchready.check.Word;
import dev.launchready.model.Attestation;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.Optional;
import java.util.Set;

/** Somebody knows how each key is replaced before the day on which one leaks. */
public final class RotationPlanCheck implements Check<Word> {
    @Override
    public String id() {
        return "secrets.rotation-plan";
    }

    @Override
    public Set<Reason> reasons() {
        return Word.reasons();
    }

    @Override
    public Class<Word> observed() {
        return Word.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.ofSource();
    }

    @Override
    public Word observe(CheckContext context) throws ProbeException {
        return Word.of(Vouched.observe(context, id(), context.params().list("words")));
    }

    @Override
    public Optional<Attestation> attestation(Word word) {
        return word.attestation();
    }

    @Override
    public Judgement judge(Word word, Params params) {
        return word.judge();
    }
}
