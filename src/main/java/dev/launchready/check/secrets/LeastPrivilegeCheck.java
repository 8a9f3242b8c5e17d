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

/** Each key and each service account can do what its user needs, and no more. */
public final class LeastPrivilegeCheck implements Check<Word> {
    @Override
    public String id() {
        return "secrets.least-privilege";
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
