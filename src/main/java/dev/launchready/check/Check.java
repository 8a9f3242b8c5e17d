package dev.launchready.check;

import dev.launchready.model.Attestation;
import dev.launchready.model.Reason;
import dev.launchready.model.Scorecard.AccessRow;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One check: looks, then judges. Its texts, severities, parameters and fixes are in its card, {@code checks/<family>/<slug>.yml}.
 *
 * @param <O> what it observes: an immutable record, redacted, fit to be saved and judged again
 */
public interface Check<O extends Record> {

    /** {@code family.slug}, never renamed. */
    String id();

    /** Every reason that {@link #judge} can give; the card has the same. */
    Set<Reason> reasons();

    /** The type of the observation, to read a saved one. */
    Class<O> observed();

    /** How it will run against this portal; sends nothing. */
    Footprint footprint(Portal portal, Params params);

    /**
     * All input and output of the check. Starts no thread, does not sleep, catches only the failures that it can tell
     * something from.
     *
     * @throws ProbeException when what it needs could not be seen: the check is then BLOCKED with that sentence
     */
    O observe(CheckContext context) throws ProbeException, InterruptedException;

    /** The person's word that the verdict rests on; empty where it rests on what was measured. */
    default Optional<Attestation> attestation(O observation) {
        return Optional.empty();
    }

    /** A pure function from what was seen to a verdict. */
    Judgement judge(O observation, Params params);

    /**
     * Who was seen to reach what, for the access matrix; a pure function as well. One route may have several rows, and one identity
     * several cells: they are merged for the whole run, the worst first.
     */
    default List<AccessRow> access(O observation) {
        return List.of();
    }
}
