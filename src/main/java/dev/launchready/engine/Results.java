package dev.launchready.engine;

import dev.launchready.catalog.CheckCard;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Problem;
import dev.launchready.model.Provenance;
import java.util.List;
import java.util.Optional;

/** Results that come about without a judgement. */
final class Results {
    private Results() {}

    static CheckResult notTested(CheckCard card, Problem problem) {
        return open(card, Outcome.NOT_TESTED, problem, 0, 0);
    }

    static CheckResult open(CheckCard card, Outcome outcome, Problem problem, int requests, long elapsedMs) {
        return new CheckResult(
                card.ref(),
                outcome,
                Provenance.MEASURED,
                problem.says(),
                List.of(),
                List.of(),
                Optional.of(problem),
                Optional.empty(),
                requests,
                elapsedMs);
    }
}
