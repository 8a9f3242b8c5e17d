package dev.launchready.session;

import dev.launchready.model.Proof;
import java.util.Optional;

/**
 * What somebody saw of an answer that is meant for somebody else. Holds no secret and no personal value, so that it may be observed and
 * saved.
 *
 * @param sign what told, in a few words: {@code shows 3 values that only alice gets}
 * @param status of the stranger's answer
 */
public record Glimpse(Kind kind, String sign, int status) {

    /** How much was seen. */
    public enum Kind {
        /** A value that belongs to the rightful one alone: a leak, whatever the status. */
        SHOWN,
        /** Several values equal to the rightful one's at the same places: a leak. */
        ALIKE,
        /** The same structure with other values: a hint. */
        RESEMBLES,
        /** The stranger's own object came instead of the one that was asked for. */
        OWN_INSTEAD,
        /** A refusal, in whatever shape. */
        REFUSED,
        /** Nothing was shown, but the portal broke over the request (5xx). */
        CRASHED,
        /** It cannot be told: a wall, a limiter, an answer cut short, or an original without anything of its own. */
        UNCLEAR
    }

    /** How well a leak is proved; empty when none was seen. */
    public Optional<Proof> leak() {
        return switch (kind) {
            case SHOWN -> Optional.of(Proof.CONFIRMED);
            case ALIKE -> Optional.of(Proof.STRONG);
            case RESEMBLES -> Optional.of(Proof.HEURISTIC);
            case OWN_INSTEAD, REFUSED, CRASHED, UNCLEAR -> Optional.empty();
        };
    }

    /** Whether it is proved that nothing was shown. */
    public boolean refused() {
        return kind == Kind.REFUSED || kind == Kind.CRASHED || kind == Kind.OWN_INSTEAD;
    }
}
