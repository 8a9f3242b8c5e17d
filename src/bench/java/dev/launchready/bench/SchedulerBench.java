package dev.launchready.bench;

import dev.launchready.catalog.CheckCard;
import dev.launchready.catalog.CheckCard.ReasonText;
import dev.launchready.catalog.Profile;
import dev.launchready.catalog.Profile.ProfileRow;
import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Claim;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Tally;
import dev.launchready.engine.Deadline;
import dev.launchready.engine.Engine;
import dev.launchready.engine.Ledger;
import dev.launchready.engine.Plan;
import dev.launchready.engine.Ports;
import dev.launchready.engine.Task;
import dev.launchready.engine.Watcher;
import dev.launchready.model.Outcome;
import dev.launchready.model.Reason;
import dev.launchready.model.Severity;
import dev.launchready.model.Stage;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpProbe;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the scheduler costs: 500 checks that do nothing, and 50 that wait 100 ms each, shared and in five exclusive groups.
 * Prints milliseconds of wall time, five rounds, the first being the warm-up.
 */
public final class SchedulerBench {
    private static final int ROUNDS = 5;
    private static final int IDLE_CHECKS = 500;
    private static final int WAITING_CHECKS = 50;
    private static final int WAIT_MS = 100;
    private static final int GROUPS = 5;
    private static final double NANOS_PER_MILLI = 1e6;

    private SchedulerBench() {}

    public static void main(String[] args) throws InterruptedException {
        for (int round = 0; round < ROUNDS; round++) {
            double idle = run(IDLE_CHECKS, 0, "target", false);
            double shared = run(WAITING_CHECKS, WAIT_MS, "target", false);
            double grouped = run(WAITING_CHECKS, WAIT_MS, "group", true);
            System.out.printf(
                    Locale.ROOT,
                    "%s 500 idle: %.1f ms (%.3f ms a check); 50 x 100 ms shared: %.0f ms; in 5 exclusive groups: %.0f ms%n",
                    round == 0 ? "warm-up" : "round " + round,
                    idle,
                    idle / IDLE_CHECKS,
                    shared,
                    grouped);
        }
    }

    private static double run(int count, int waitMs, String resource, boolean exclusive) throws InterruptedException {
        List<Task> tasks = new ArrayList<>();
        for (int at = 0; at < count; at++) {
            String claimed = exclusive ? resource + at % GROUPS : resource;
            Footprint footprint = new Footprint(
                    Stage.NORMAL, Set.of(new Claim(claimed, exclusive)), 1, Duration.ofSeconds(60), Duration.ZERO);
            tasks.add(task("bench.n" + at, footprint, waitMs));
        }
        Plan plan = new Plan(profile(tasks), tasks, List.of(), false);
        Engine.Options options = new Engine.Options(List.of(), seen -> List.of(), false);
        Engine engine = new Engine(ports(), Deadline.in(Optional.empty()), Ledger.NONE, Watcher.NONE, options);
        long begin = System.nanoTime();
        engine.run(plan);
        return (System.nanoTime() - begin) / NANOS_PER_MILLI;
    }

    private static Profile profile(List<Task> tasks) {
        List<String> ids = tasks.stream().map(Task::id).toList();
        return new Profile(
                "bench",
                "bench",
                "ready",
                Optional.empty(),
                false,
                0,
                List.of(new ProfileRow("all", ids)),
                Set.of(),
                Set.of(),
                List.of(),
                Map.of());
    }

    private static Ports ports() {
        Portal portal = Portal.at(Url.parse("http://127.0.0.1:9/"));
        HttpProbe nobody = call -> {
            throw new ProbeException.Unreachable("nobody listens", new IOException());
        };
        return new Ports(
                portal,
                nobody,
                (name, type) -> {
                    throw new IllegalStateException("nothing asks the DNS here");
                },
                (host, port) -> {
                    throw new IllegalStateException("nothing shakes hands here");
                },
                Clock.systemUTC());
    }

    private record Seen(int nothing) {}

    private static Task task(String id, Footprint footprint, int waitMs) {
        ReasonText reason = new ReasonText(
                Outcome.FAIL, Optional.of(Severity.LOW), "says", "means", Map.of("any", List.of("fix")), 1, "", 0);
        CheckCard card = new CheckCard(
                id,
                "title",
                "why",
                "breaks",
                1,
                Set.of(TrafficClass.PASSIVE),
                List.of(),
                Map.of(),
                "passed",
                Map.of("seen", "seen"),
                Map.of("bad", reason),
                Map.of());
        return new Task(new Waiting(id, footprint, waitMs), card, new Params(Map.of()), footprint);
    }

    private record Waiting(String id, Footprint footprint, int waitMs) implements Check<Seen> {
        @Override
        public Set<Reason> reasons() {
            return Set.of();
        }

        @Override
        public Class<Seen> observed() {
            return Seen.class;
        }

        @Override
        public Footprint footprint(Portal portal, Params params) {
            return footprint;
        }

        @Override
        public Seen observe(CheckContext context) throws InterruptedException {
            Thread.sleep(waitMs);
            return new Seen(0);
        }

        @Override
        public Judgement judge(Seen observation, Params params) {
            return new Tally().control("seen").conclude();
        }
    }
}
