package dev.launchready.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.launchready.catalog.Profile;
import dev.launchready.catalog.Profile.ProfileRow;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Claim;
import dev.launchready.check.Footprint;
import dev.launchready.check.Memo;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Stage;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class EngineTest {
    private final List<String> events = Collections.synchronizedList(new ArrayList<>());

    @Test
    void everySelectedCheckLeavesExactlyOneResultWhateverHappensToIt() throws Exception {
        List<CheckResult> results = run(
                Probing.task("t.fine", Probing.sharing(Stage.NORMAL), context -> {}),
                Probing.task("t.unseen", Probing.sharing(Stage.NORMAL), context -> {
                    throw new ProbeException.TimedOut("no answer in time", new java.io.IOException());
                }),
                Probing.task("t.faulty", Probing.sharing(Stage.NORMAL), context -> {
                    throw new IllegalStateException("a fault of ours");
                }),
                Probing.task("t.deep", Probing.sharing(Stage.NORMAL), context -> {
                    throw new StackOverflowError();
                }));

        assertThat(results)
                .extracting(result -> result.card().id() + " " + result.outcome())
                .containsExactly("t.fine PASS", "t.unseen BLOCKED", "t.faulty ERROR", "t.deep ERROR");
        assertThat(results.get(1).problem().orElseThrow().code()).isEqualTo("timed-out");
    }

    @Test
    void sharedClaimsOverlap() throws Exception {
        CyclicBarrier together = new CyclicBarrier(3);
        Probing.Work meets = context -> await(together);

        List<CheckResult> results = run(
                Probing.task("t.one", Probing.sharing(Stage.NORMAL), meets),
                Probing.task("t.two", Probing.sharing(Stage.NORMAL), meets),
                Probing.task("t.three", Probing.sharing(Stage.NORMAL), meets));

        assertThat(results).allMatch(result -> result.outcome() == Outcome.PASS);
    }

    @Test
    void anExclusiveClaimRunsAloneOnItsResource() throws Exception {
        AtomicInteger inside = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Probing.Work counts = context -> {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            inside.decrementAndGet();
        };
        List<Task> tasks = new ArrayList<>();
        for (int at = 0; at < 20; at++) {
            tasks.add(Probing.task(
                    "t.n" + at, Probing.footprint(Stage.NORMAL, Claim.exclusive("identity:alice")), counts));
        }

        run(tasks.toArray(Task[]::new));

        assertThat(most).hasValue(1);
    }

    @Test
    void stagesFollowEachOtherInOrder() throws Exception {
        run(
                Probing.task("t.review", Probing.sharing(Stage.REVIEW), context -> events.add("review")),
                Probing.task("t.disruptive", Probing.sharing(Stage.DISRUPTIVE), context -> events.add("disruptive")),
                Probing.task("t.normal", Probing.sharing(Stage.NORMAL), context -> events.add("normal")),
                Probing.task("t.quiet", Probing.sharing(Stage.QUIET), context -> events.add("quiet")),
                Probing.task("t.prepare", Probing.sharing(Stage.PREPARE), context -> events.add("prepare")));

        assertThat(events).containsExactly("prepare", "quiet", "normal", "disruptive", "review");
    }

    @Test
    void aCoolDownHoldsItsClaimsButNotTheChecksOfOthers() throws Exception {
        Footprint cooling = new Footprint(
                Stage.NORMAL, Set.of(Claim.exclusive("a")), 1, Duration.ofSeconds(5), Duration.ofMillis(300));
        long[] begun = new long[2];
        long[] ended = new long[1];

        run(
                Probing.task("t.a1", cooling, context -> ended[0] = System.nanoTime()),
                Probing.task(
                        "t.a2",
                        Probing.footprint(Stage.NORMAL, Claim.shared("a")),
                        context -> begun[0] = System.nanoTime()));

        assertThat(Duration.ofNanos(begun[0] - ended[0])).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }

    @Test
    void aCheckThatOverstaysIsCutOffAndBlocked() throws Exception {
        Footprint brief = Probing.sharing(Stage.NORMAL).within(Duration.ofMillis(50));

        List<CheckResult> results = run(Probing.task("t.slow", brief, context -> new CountDownLatch(1).await()));

        assertThat(results.get(0).outcome()).isEqualTo(Outcome.BLOCKED);
        assertThat(results.get(0).problem().orElseThrow().code()).isEqualTo("timed-out");
    }

    @Test
    void whatDoesNotFitIntoTheTimeIsNotTestedAndTheMostValuableRanFirst() throws Exception {
        Footprint alone = Probing.footprint(Stage.NORMAL, Claim.exclusive(Claim.TARGET));
        Task cheap = Probing.task("t.cheap", alone, context -> {});
        Task dear = new Task(
                Probing.check("t.dear", alone, context -> new CountDownLatch(1).await()),
                Probing.card("t.dear", 10),
                cheap.params(),
                alone);

        List<CheckResult> results = run(Deadline.in(Optional.of(Duration.ofMillis(100))), cheap, dear);

        assertThat(results)
                .extracting(result ->
                        result.outcome() + " " + result.problem().orElseThrow().code())
                .containsOnly("NOT_TESTED no-time");
    }

    @Test
    void stoppingTheRunStillGivesEveryResult() throws Exception {
        Deadline deadline = Deadline.in(Optional.empty());

        List<CheckResult> results = run(
                deadline,
                Probing.task("t.stops", Probing.sharing(Stage.NORMAL), context -> {
                    deadline.stop();
                    new CountDownLatch(1).await();
                }),
                Probing.task("t.later", Probing.sharing(Stage.REVIEW), context -> events.add("later")));

        assertThat(results)
                .extracting(result -> result.problem().orElseThrow().code())
                .containsOnly("interrupted");
        assertThat(events).isEmpty();
    }

    @Test
    void aSharedObservationIsMadeOnceAndItsFailureIsSharedToo() throws Exception {
        AtomicInteger made = new AtomicInteger();
        Memo.Shared<String> shared = new Memo.Shared<>() {
            @Override
            public String name() {
                return "once";
            }

            @Override
            public String observe(CheckContext context) throws ProbeException {
                made.incrementAndGet();
                throw new ProbeException.Unreachable("the front page cannot be reached", new java.io.IOException());
            }
        };
        List<Task> tasks = new ArrayList<>();
        for (int at = 0; at < 10; at++) {
            tasks.add(Probing.task(
                    "t.n" + at,
                    Probing.sharing(Stage.NORMAL),
                    context -> context.memo().get(shared)));
        }

        List<CheckResult> results = run(tasks.toArray(Task[]::new));

        assertThat(made).hasValue(1);
        assertThat(results).allMatch(result -> result.summary().equals("the front page cannot be reached"));
    }

    @Test
    void aPreparationThatHangsDoesNotOutlastTheDeadline() throws Exception {
        Memo.Shared<String> hangs = new Memo.Shared<>() {
            @Override
            public String name() {
                return "hangs";
            }

            @Override
            public String observe(CheckContext context) throws InterruptedException {
                new CountDownLatch(1).await();
                return "never";
            }
        };
        Engine.Options options = new Engine.Options(List.of(hangs), memo -> List.of(), false);
        Plan plan = plan(Probing.task("t.one", Probing.sharing(Stage.QUIET), context -> {}));

        List<CheckResult> results = new Engine(
                        Probing.ports(),
                        Deadline.in(Optional.of(Duration.ofMillis(100))),
                        Ledger.NONE,
                        Watcher.NONE,
                        options)
                .run(plan)
                .results();

        assertThat(results).extracting(CheckResult::outcome).containsExactly(Outcome.NOT_TESTED);
    }

    @Test
    void blockedChecksAreTriedOnceMoreWhenAsked() throws Exception {
        AtomicInteger tries = new AtomicInteger();
        Plan plan = plan(Probing.task("t.flaky", Probing.sharing(Stage.NORMAL), context -> {
            if (tries.incrementAndGet() == 1) {
                throw new ProbeException.TimedOut("slow", new java.io.IOException());
            }
        }));
        Engine.Options options = new Engine.Options(List.of(), memo -> List.of(), true);

        List<CheckResult> results = new Engine(
                        Probing.ports(), Deadline.in(Optional.empty()), Ledger.NONE, Watcher.NONE, options)
                .run(plan)
                .results();

        assertThat(results).extracting(CheckResult::outcome).containsExactly(Outcome.PASS);
        assertThat(tries).hasValue(2);
    }

    private static void await(CyclicBarrier barrier) throws InterruptedException {
        try {
            barrier.await(10, TimeUnit.SECONDS);
        } catch (java.util.concurrent.BrokenBarrierException | java.util.concurrent.TimeoutException e) {
            throw new IllegalStateException("the checks did not overlap", e);
        }
    }

    private static List<CheckResult> run(Task... tasks) throws InterruptedException {
        return run(Deadline.in(Optional.empty()), tasks);
    }

    private static List<CheckResult> run(Deadline deadline, Task... tasks) throws InterruptedException {
        Engine.Options options = new Engine.Options(List.of(), memo -> List.of(), false);
        return new Engine(Probing.ports(), deadline, Ledger.NONE, Watcher.NONE, options)
                .run(plan(tasks))
                .results();
    }

    private static Plan plan(Task... tasks) {
        List<String> ids = List.of(tasks).stream().map(Task::id).toList();
        Profile profile = new Profile(
                "test",
                "test",
                "tested",
                Optional.empty(),
                false,
                0,
                List.of(new ProfileRow("all", ids)),
                Set.of(),
                Set.of(),
                List.of(),
                Map.of());
        return new Plan(profile, List.of(tasks), List.of(), false);
    }
}
