package dev.launchready.detect;

import dev.launchready.detect.Structure.Verdict;
import dev.launchready.detect.Structure.Weight;
import dev.launchready.model.Proof;
import java.util.Map;
import java.util.Optional;

/** Decides whether a candidate is a secret, and how well that is proved. Pure. */
final class Judge {
    /** @param facts of the value's structure */
    record Judged(Proof proof, Map<String, String> facts) {
        /** The same, where things are tried out. */
        Judged tried(Form form) {
            return new Judged(Rehearsal.worth(proof, form), facts);
        }
    }

    private static final double LIKE_WORDS = 0.5;
    private static final int MIN_PASSWORD = 4;

    private final GenericJudge generic = new GenericJudge();

    Optional<Judged> judge(Candidate candidate, Text text) {
        Form form = candidate.rule().form();
        if (form instanceof Form.Generic) {
            return generic.judge(candidate, text).map(proof -> new Judged(proof, Map.of()));
        }
        if (form instanceof Form.Credentials) {
            return credentials(candidate, text);
        }
        if (form instanceof Form.Foreign) {
            double least = candidate.rule().rule().entropy();
            boolean enough = least == 0 || Entropy.shannon(candidate.value()) > least;
            return enough ? Optional.of(new Judged(Proof.STRONG, Map.of())) : Optional.empty();
        }
        return structured(candidate, text);
    }

    private static Optional<Judged> structured(Candidate candidate, Text text) {
        String value = candidate.value();
        Verdict verdict = candidate.rule().structure().of(value);
        if (verdict.weight() == Weight.REFUTED) {
            return Optional.empty();
        }
        boolean spread = Entropy.shannon(value) >= candidate.rule().rule().entropy();
        if (verdict.weight() == Weight.PROVEN) {
            return spread ? Optional.of(new Judged(Proof.CONFIRMED, verdict.facts())) : Optional.empty();
        }
        boolean template = candidate.rule().structure().takesReferences()
                ? Placeholders.isMadeUp(body(candidate))
                : Placeholders.is(body(candidate));
        boolean made = template || CodeContext.explainsAway(candidate, text);
        boolean word = English.ours().likeness(body(candidate)) > LIKE_WORDS
                && !candidate.rule().structure().takesWords();
        if (!spread || made || word) {
            return Optional.empty();
        }
        Proof proof = verdict.weight() == Weight.DOUBTED ? Proof.HEURISTIC : Proof.STRONG;
        return Optional.of(new Judged(proof, verdict.facts()));
    }

    /** The value without what is the same in all values of the rule. */
    private static String body(Candidate candidate) {
        String value = candidate.value();
        return candidate.rule().rule().keywords().stream()
                .filter(value::startsWith)
                .findFirst()
                .map(keyword -> value.substring(keyword.length()))
                .orElse(value);
    }

    private static Optional<Judged> credentials(Candidate candidate, Text text) {
        String value = candidate.value();
        boolean none = value.length() < MIN_PASSWORD
                || Placeholders.is(value)
                || value.chars().anyMatch(each -> each <= ' ' || "{}$<>*[]".indexOf(each) >= 0);
        if (none) {
            return Optional.empty();
        }
        String host = UrlCredentials.host(text, candidate.to());
        if (host.isEmpty() || host.contains("example.") || host.endsWith(".example") || host.equals("host")) {
            return Optional.empty();
        }
        boolean near = !host.contains(".") || host.startsWith("127.") || host.equals("0.0.0.0");
        boolean word =
                English.ours().likeness(value) > LIKE_WORDS && value.chars().noneMatch(Character::isDigit);
        Proof proof = near || word ? Proof.HEURISTIC : Proof.STRONG;
        return Optional.of(new Judged(proof, Map.of("host", host)));
    }
}
