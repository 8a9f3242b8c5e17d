package dev.launchready.detect;

import java.util.Map;

/** What a value's own form tells of it. Pure. */
@FunctionalInterface
interface Structure {
    /** Nothing to tell. */
    Structure NONE = value -> Verdict.LIKELY;

    Verdict of(String value);

    /** Whether a value that is a word may be meant: where the place alone says that it opens something. */
    default boolean takesWords() {
        return false;
    }

    /** Whether a value is meant in which stands what elsewhere names the place of a secret, such as {@code %(}. */
    default boolean takesReferences() {
        return false;
    }

    /** How much the form says. */
    enum Weight {
        /** A checksum holds or a part decodes to what it must be. */
        PROVEN,
        /** Nothing against it. */
        LIKELY,
        /** A checksum fails: perhaps mistyped, made up, or of a newer format. */
        DOUBTED,
        /** It is something else. */
        REFUTED
    }

    /** @param facts what the value tells of itself; no part of a secret */
    record Verdict(Weight weight, Map<String, String> facts) {
        static final Verdict PROVEN = new Verdict(Weight.PROVEN, Map.of());
        static final Verdict LIKELY = new Verdict(Weight.LIKELY, Map.of());
        static final Verdict DOUBTED = new Verdict(Weight.DOUBTED, Map.of());
        static final Verdict REFUTED = new Verdict(Weight.REFUTED, Map.of());

        public Verdict {
            facts = Map.copyOf(facts);
        }

        static Verdict proven(Map<String, String> facts) {
            return new Verdict(Weight.PROVEN, facts);
        }
    }
}
