package dev.launchready.session;

import dev.launchready.model.Proof;
import dev.launchready.probe.http.HttpAnswer;

/**
 * What somebody got when it asked for an identity's proof.
 *
 * @param shown whether the sign of being signed in was there
 * @param telling whether the sign is a text of the identity's own, rather than a status that nobody gets
 * @param answer raw: lives inside {@code observe} alone
 */
public record Sighting(boolean shown, boolean telling, HttpAnswer answer) {
    /** Whether a limiter or a wall answered in the portal's place, so that a missing sign tells nothing. */
    public boolean heldBack() {
        return !shown && Onlooker.heldBack(answer);
    }

    /** How well the sign proves that the portal took the asker for the identity. */
    public Proof proof() {
        return telling ? Proof.CONFIRMED : Proof.STRONG;
    }
}
