package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.AccountEnumerationCheck.Answer;
import dev.launchready.check.auth.AccountEnumerationCheck.Door;
import dev.launchready.check.auth.AccountEnumerationCheck.Seen;
import dev.launchready.check.auth.AccountEnumerationCheck.Tried;
import dev.launchready.model.Evidence.Measurement;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Judges whether known and unknown addresses can be told apart. */
final class WhoIsThereJudge {
    private static final double MICROS = 1000;
    /** Answers of each kind without which what changes each time cannot be told from what tells. */
    private static final int COMPARED = 2;

    private final Seen seen;
    private final Params params;
    private final Tally tally = new Tally();

    WhoIsThereJudge(Seen seen, Params params) {
        this.seen = seen;
        this.params = params;
    }

    Judgement judge() {
        if (seen.tried().isEmpty()) {
            return Tally.blocked(AccountEnumerationCheck.NO_DOOR, Map.of());
        }
        seen.tried().forEach(this::judge);
        if (!seen.stillIn()) {
            tally.unproven(AccountEnumerationCheck.LOCKED_OUT, Map.of());
        }
        if (!seen.leftOut().isEmpty()) {
            tally.control("left-out", Map.of("requests", String.join(", ", seen.leftOut())));
        }
        tally.fact("doors", seen.tried().stream().map(Tried::request).collect(Collectors.joining(", ")));
        return tally.conclude();
    }

    private void judge(Tried tried) {
        Map<String, String> facts = Map.of("request", tried.request());
        boolean held = tried.answers().stream().anyMatch(Answer::held);
        List<Answer> known = answers(tried, true);
        List<Answer> unknown = answers(tried, false);
        if (held && (tried.door() == Door.SIGN_UP || Math.min(known.size(), unknown.size()) < COMPARED)) {
            tally.unproven(AccountEnumerationCheck.HELD_BACK, facts);
            return;
        }
        if (tried.door() == Door.SIGN_UP) {
            signUp(tried, !unknown.isEmpty(), facts);
            return;
        }
        if (tried.door() == Door.LOGIN && !tried.timed()) {
            tally.control(
                    "not-timed",
                    Map.of("request", tried.request(), "answers", String.valueOf(known.size() + unknown.size())));
        }
        if (apart(known, unknown, answer -> answer.status() + answer.place())) {
            tally.raise(raised(AccountEnumerationCheck.STATUS_TELLS, tried, Proof.CONFIRMED)
                    .fact("known", shown(known.get(0)))
                    .fact("unknown", shown(unknown.get(0))));
        } else if (differ(known, unknown, Answer::words) || differ(known, unknown, Answer::cookies)) {
            tally.raise(raised(AccountEnumerationCheck.ANSWER_TELLS, tried, Proof.CONFIRMED));
        } else {
            tally.control("asked", facts);
            timed(tried, known, unknown);
        }
    }

    /** Without an answer to an address that nobody has, the words may be those that everybody is told. */
    private void signUp(Tried tried, boolean compared, Map<String, String> facts) {
        if (tried.taken()) {
            tally.raise(
                    raised(AccountEnumerationCheck.SIGN_UP_TELLS, tried, compared ? Proof.STRONG : Proof.HEURISTIC));
        } else if (compared) {
            tally.control("asked", facts);
        } else {
            tally.control("asked-once", facts);
        }
    }

    private static List<Answer> answers(Tried tried, boolean known) {
        return tried.answers().stream()
                .filter(each -> !each.held() && each.known() == known)
                .toList();
    }

    private void timed(Tried tried, List<Answer> known, List<Answer> unknown) {
        if (!tried.timed()) {
            return;
        }
        RankTest test = RankTest.of(
                known.stream().map(Answer::micros).toList(),
                unknown.stream().map(Answer::micros).toList());
        double apart = Math.abs(test.medianDifference()) / MICROS;
        if (test.p() <= params.decimal("most-chance") && apart >= params.integer("least-difference-ms")) {
            tally.raise(raised(AccountEnumerationCheck.TIME_TELLS, tried, Proof.STRONG)
                    .fact("difference", Math.round(apart))
                    .fact("slower", test.medianDifference() > 0 ? "known" : "unknown")
                    .showing(new Measurement(
                            "difference of the medians",
                            apart,
                            "ms",
                            Map.of("p", String.valueOf(test.p()), "answers", String.valueOf(known.size())))));
        }
    }

    /** Whether each side agrees with itself and not with the other. */
    private static boolean apart(List<Answer> known, List<Answer> unknown, Function<Answer, String> trait) {
        Set<String> mine = known.stream().map(trait).collect(Collectors.toSet());
        Set<String> theirs = unknown.stream().map(trait).collect(Collectors.toSet());
        mine.retainAll(theirs);
        return mine.isEmpty();
    }

    /** Whether something stands in every answer of one side and in none of the other: what changes each time is in neither. */
    private static boolean differ(List<Answer> known, List<Answer> unknown, Function<Answer, Set<String>> trait) {
        return only(known, unknown, trait) || only(unknown, known, trait);
    }

    private static boolean only(List<Answer> here, List<Answer> there, Function<Answer, Set<String>> trait) {
        Set<String> all = new HashSet<>(trait.apply(here.get(0)));
        here.forEach(answer -> all.retainAll(trait.apply(answer)));
        there.forEach(answer -> all.removeAll(trait.apply(answer)));
        return !all.isEmpty();
    }

    private static String shown(Answer answer) {
        return answer.status() + (answer.place().isEmpty() ? "" : " to " + answer.place());
    }

    private Raised raised(Reason reason, Tried tried, Proof proof) {
        return Raised.of(reason, Where.host(seen.host()), proof)
                .fact("request", tried.request())
                .locatedBy(tried.request())
                .showing(tried.exchanges());
    }
}
