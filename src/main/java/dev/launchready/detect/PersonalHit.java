package dev.launchready.detect;

import dev.launchready.model.Proof;
import java.util.Locale;

/**
 * Something personal, or something that opens a session, in a line of a log.
 *
 * @param proof CONFIRMED where the value proves itself, STRONG where its name or form tells it as well, HEURISTIC where it may be something else
 * @param line from 1
 * @param sample the line with everything of the kind, and everything long and random, blotted out; at most 160 characters
 * @param fingerprint of the value, to count different ones
 */
public record PersonalHit(Kind kind, Proof proof, Source source, long line, String sample, String fingerprint) {
    /** What was met. */
    public enum Kind {
        EMAIL,
        CARD_NUMBER,
        IBAN,
        NATIONAL_ID,
        PHONE,
        BIRTH_DATE,
        SESSION_ID,
        BEARER_TOKEN,
        PASSWORD;

        /** As it is written in parameters and facts: {@code card-number}. */
        public String key() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
