package dev.launchready.engine;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Judgement;
import dev.launchready.check.Memo;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Problem;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Sessions;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one check, and turns whatever happens to it into one result; the only place that maps failures. */
final class Runner {
    private static final Logger LOG = LoggerFactory.getLogger(Runner.class);
    /** Needs of checks for which it matters who could sign in. */
    private static final Set<String> IDENTITIES = Set.of("identity", "two-identities");

    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Ports ports;
    private final Memo memo;
    private final Supplier<Narrator> narrator;

    /** @param narrator asked for after each observation, as the stack may be recognised in mid-run */
    Runner(Ports ports, Memo memo, Supplier<Narrator> narrator) {
        this.ports = ports;
        this.memo = memo;
        this.narrator = narrator;
    }

    /** @param observation what was seen; absent when the check did not get that far */
    record Ran(CheckResult result, Optional<Record> observation) {}

    /** @throws InterruptedException when the check was told to stop */
    Ran run(Task task) throws InterruptedException {
        return run(task, task.check());
    }

    @SuppressWarnings("PMD.AvoidCatchingGenericException")
    private <O extends Record> Ran run(Task task, Check<O> check) throws InterruptedException {
        AtomicInteger requests = new AtomicInteger();
        long begin = System.nanoTime();
        try {
            CheckContext context = ports.context(task.params(), memo, requests);
            O observation = check.observe(context);
            Judgement judgement = check.judge(observation, task.params());
            CheckResult result = narrator.get().result(task.card(), judgement, requests.get(), since(begin));
            CheckResult measured = withoutSome(task, result, context.sessions()).withAccess(check.access(observation));
            CheckResult founded =
                    check.attestation(observation).map(measured::onTheWordOf).orElse(measured);
            return new Ran(founded, Optional.of(observation));
        } catch (ProbeException e) {
            return ran(task, Outcome.BLOCKED, unseen(e), requests, begin);
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError | AssertionError e) {
            LOG.error("check {} failed", task.id(), e);
            return ran(task, Outcome.ERROR, ours(task, e), requests, begin);
        }
    }

    /** What could not be proven may be for want of those who could not sign in, which then is what a person has to mend. */
    private static CheckResult withoutSome(Task task, CheckResult result, Sessions sessions) {
        Map<String, ProbeException.SignIn> missing = sessions.missing();
        boolean needed = task.card().needs().stream().anyMatch(IDENTITIES::contains);
        if (missing.isEmpty() || !needed || result.problem().isEmpty()) {
            return result;
        }
        ProbeException.SignIn first = missing.values().iterator().next();
        Problem problem = result.problem().get();
        return result.withProblem(new Problem(
                first.code(),
                first.getMessage() + " Without " + String.join(" and ", missing.keySet()) + ": " + problem.says(),
                first.add(),
                problem.minutes()));
    }

    private static Ran ran(Task task, Outcome outcome, Problem problem, AtomicInteger requests, long begin) {
        return new Ran(Results.open(task.card(), outcome, problem, requests.get(), since(begin)), Optional.empty());
    }

    private static long since(long begin) {
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }

    private static Problem unseen(ProbeException e) {
        String add = e.add().isEmpty() ? "launch-ready doctor" : e.add();
        return new Problem(e.code(), String.valueOf(e.getMessage()), add, 10);
    }

    private static Problem ours(Task task, Throwable e) {
        return new Problem(
                "internal",
                "launch-ready itself failed in " + task.id() + " ("
                        + e.getClass().getSimpleName() + ").",
                "report it with the lines about " + task.id() + " in launch-ready-report/launch-ready.log",
                5);
    }

    /** The result of a check that its own time-out cut off. */
    static CheckResult timedOut(Task task, Duration after) {
        return Results.open(
                task.card(),
                Outcome.BLOCKED,
                new Problem(
                        "timed-out",
                        "The check was cut off after " + after.toSeconds() + " seconds.",
                        "see whether the portal answers slowly, then run it alone: --only " + task.id(),
                        5),
                0,
                after.toMillis());
    }

    /** The result of a check that the end of the run's time, or of the run itself, left no room for. */
    static CheckResult noTime(Task task, String code, String says, String add) {
        return Results.notTested(task.card(), new Problem(code, says, add, 1));
    }
}
