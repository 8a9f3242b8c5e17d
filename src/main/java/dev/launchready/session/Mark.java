package dev.launchready.session;

import java.util.Set;

/**
 * A value by which it can be told whose an answer is.
 *
 * @param owners the identities to whom it belongs; more than one where they are one person, or share it
 * @param value a personal value or a credential; never to leave memory
 */
public record Mark(Set<String> owners, Kind kind, String value) {

    /** What makes it theirs; the surer first. */
    public enum Kind {
        /** A part of the session's own credentials, or a token that the sign-in gave. */
        SESSION,
        /** An address, a name or an account's id: from the recipe, the token, or the identity's own record. */
        WORD,
        /** The id of an object that the portal file gives to it, or that the run made as it. */
        OBJECT,
        /** A text that its own lists and pages show, and nobody else's. */
        TEXT
    }

    public Mark {
        owners = Set.copyOf(owners);
    }

    /** Whether it is surely theirs, rather than learnt from who is shown what. */
    public boolean sure() {
        return kind != Kind.TEXT;
    }

    /** An address or an id, rather than words that may stand in several places by design. */
    public boolean singular() {
        boolean spaced = value.indexOf(' ') >= 0;
        boolean digits = value.chars().anyMatch(Character::isDigit);
        return sure() || (!spaced && (digits || value.indexOf('@') > 0));
    }

    /** Never the value. */
    @Override
    public String toString() {
        return kind + " of " + owners;
    }
}
