package dev.launchready.detect;

/**
 * A place that a rule matched, not yet judged. Indexes are of the buffer.
 *
 * @param keyword where the word stands that called for the rule
 * @param nameFrom the name that the value is assigned to; equal to {@code nameTo} where there is none
 * @param value what is judged and fingerprinted: normalised where the form has several spellings
 * @param quoted whether the value stands in quotes
 */
record Candidate(
        CompiledRule rule, int from, int to, int keyword, int nameFrom, int nameTo, String value, boolean quoted) {
    static Candidate bare(CompiledRule rule, int from, int to, int keyword, String value) {
        return new Candidate(rule, from, to, keyword, from, from, value, false);
    }

    boolean named() {
        return nameTo > nameFrom;
    }
}
