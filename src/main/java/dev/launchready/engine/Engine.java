package dev.launchready.engine;

import dev.launchready.check.AccessReview;
import dev.launchready.check.Memo;
import dev.launchready.engine.Runner.Ran;
import dev.launchready.model.AccessLock;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Scorecard.StageTime;
import dev.launchready.model.Stage;
import dev.launchready.probe.ProbeException;
import dev.launchready.score.AccessMatrix;
import dev.launchready.session.Made;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a plan from the first stage to the last. */
public final class Engine {
    private static final Logger LOG = LoggerFactory.getLogger(Engine.class);
    private static final int NANOS_PER_MILLI = 1_000_000;

    private final Ports ports;
    private final Deadline deadline;
    private final Ledger ledger;
    private final Watcher watcher;
    private final Options options;
    private final SessionWatch sessions;
    private final List<String> left = new CopyOnWriteArrayList<>();
    private final Map<String, CheckResult> results = new ConcurrentHashMap<>();

    /** The shared observations that have been made so far. */
    public interface Seen {
        /** Empty when it was not made, or could not be. */
        <T> Optional<T> of(Memo.Shared<T> shared);
    }

    /**
     * @param stack recognises the portal's stack from the shared observations
     * @param prepared shared observations to make before anything else
     * @param retryBlocked whether BLOCKED checks are tried once more at the end of their stage
     * @param agreed the access lock that what is seen is compared with
     */
    public record Options(
            List<Memo.Shared<?>> prepared,
            Function<Seen, List<String>> stack,
            boolean retryBlocked,
            Optional<AccessLock> agreed) {
        public Options {
            prepared = List.copyOf(prepared);
        }

        /** Without a lock to compare with. */
        public Options(List<Memo.Shared<?>> prepared, Function<Seen, List<String>> stack, boolean retryBlocked) {
            this(prepared, stack, retryBlocked, Optional.empty());
        }
    }

    /**
     * @param results one for each check that was selected, in the plan's order
     * @param stages when each ran, of those that had work
     * @param left what the run made and could not remove, each with the request that would
     */
    public record Outcomes(List<CheckResult> results, List<StageTime> stages, List<String> stack, List<String> left) {
        public Outcomes {
            left = List.copyOf(left);
            results = List.copyOf(results);
            stages = List.copyOf(stages);
            stack = List.copyOf(stack);
        }
    }

    public Engine(Ports ports, Deadline deadline, Ledger ledger, Watcher watcher, Options options) {
        this.ports = ports;
        this.deadline = deadline;
        this.ledger = ledger;
        this.watcher = watcher;
        this.options = options;
        this.sessions = new SessionWatch(ports.sessions());
        for (Ledger.Deed deed : ledger.standing()) {
            if (!ports.sessions().adopt(deed.type(), deed.owner(), deed.id(), deed.marker())) {
                left.add(deed.type() + " " + deed.id() + " of " + deed.owner()
                        + " may stay behind: the run that was interrupted made it, and nothing says how this one could"
                        + " remove it.");
            }
        }
        ports.sessions().workbench().tell(new Deeds(ledger));
    }

    /** Runs every task; each leaves exactly one result, whatever happens. */
    public Outcomes run(Plan plan) throws InterruptedException {
        long begin = System.nanoTime();
        RunMemo memo = new RunMemo(ports);
        memo.know(AccessReview.KEY, new AccessReview(options.agreed(), () -> AccessMatrix.of(results.values())));
        Runner runner = new Runner(
                ports, memo, () -> new Narrator(ports.portal(), options.stack().apply(memo)));
        List<StageTime> stages = new ArrayList<>();
        plan.untested().forEach(result -> results.put(result.card().id(), result));
        plan.tasks().forEach(task -> ledger.finished(task.id()).ifPresent(this::keep));
        try (Scheduler scheduler = new Scheduler(runner, deadline, watcher, this::settle)) {
            for (Stage stage : Stage.values()) {
                long from = System.nanoTime();
                List<Task> tasks = left(plan, stage, task -> !results.containsKey(task.id()));
                boolean prepares =
                        stage == Stage.PREPARE && results.size() < plan.tasks().size();
                if (prepares && needsSilence(plan)) {
                    watcher.stage(Stage.PREPARE);
                    scheduler.prepare(preparations(memo));
                } else if (prepares) {
                    scheduler.alongside(preparations(memo));
                }
                scheduler.run(stage, tasks);
                if (options.retryBlocked()) {
                    scheduler.run(stage, left(plan, stage, this::blocked));
                }
                doubt(scheduler, stage, tasks);
                if (!tasks.isEmpty() || (prepares && needsSilence(plan))) {
                    stages.add(new StageTime(stage, millis(from - begin), millis(System.nanoTime() - from)));
                }
            }
        } finally {
            clearAway();
        }
        return new Outcomes(inOrder(plan), stages, options.stack().apply(memo), left);
    }

    /** Whatever ended the run, what it made is removed; what cannot be is told with the request that would. */
    private void clearAway() throws InterruptedException {
        for (Made made : ports.sessions().clearAway()) {
            String said = made.type() + " " + made.id() + " of " + made.owner() + " stays behind; " + made.undoing()
                    + " removes it.";
            LOG.warn(said);
            left.add(said);
        }
    }

    private List<Scheduler.Preparation> preparations(RunMemo memo) {
        List<Scheduler.Preparation> all = new ArrayList<>();
        options.prepared().forEach(shared -> all.add(() -> make(memo, shared)));
        ports.sessions().identities().forEach(identity -> all.add(() -> sessions.signIn(identity)));
        return all;
    }

    /** What ran while a session was lost is run once more after a new sign-in; lost again, it proves nothing. */
    private void doubt(Scheduler scheduler, Stage stage, List<Task> ran) throws InterruptedException {
        List<Task> concerned =
                ran.stream().filter(task -> SessionWatch.concerns(task.card())).toList();
        if (concerned.isEmpty() || deadline.over()) {
            return;
        }
        List<String> lost = sessions.lost();
        if (lost.isEmpty()) {
            return;
        }
        if (sessions.renew(lost)) {
            scheduler.run(stage, concerned);
            lost = sessions.lost();
        }
        for (Task task : lost.isEmpty() ? List.<Task>of() : concerned) {
            CheckResult result = results.get(task.id());
            if (result != null && result.outcome() != Outcome.FAIL) {
                settle(new Ran(SessionWatch.doubted(task.card(), result, lost), Optional.empty()));
            }
        }
    }

    /** Only where something is timed must the preparations be over before it starts; else whoever needs one waits for it. */
    private static boolean needsSilence(Plan plan) {
        return !plan.tasks(Stage.PREPARE).isEmpty() || !plan.tasks(Stage.QUIET).isEmpty();
    }

    private static long millis(long nanos) {
        return nanos / NANOS_PER_MILLI;
    }

    private static void make(Memo memo, Memo.Shared<?> shared) throws InterruptedException {
        try {
            memo.get(shared);
        } catch (ProbeException e) {
            LOG.debug("{}: {}", shared.name(), e.getMessage()); // every check that needs it will tell it
        }
    }

    private static List<Task> left(Plan plan, Stage stage, Predicate<Task> wanted) {
        return plan.tasks(stage).stream().filter(wanted).toList();
    }

    private boolean blocked(Task task) {
        return Optional.ofNullable(results.get(task.id()))
                .filter(result -> result.outcome() == Outcome.BLOCKED)
                .isPresent();
    }

    private void keep(CheckResult result) {
        results.put(result.card().id(), result);
        watcher.finished(result);
    }

    private void settle(Ran ran) {
        ledger.finished(ran.result(), ran.observation());
        keep(ran.result());
    }

    private List<CheckResult> inOrder(Plan plan) {
        List<CheckResult> ordered = new ArrayList<>();
        plan.profile()
                .checks()
                .forEach(id -> Optional.ofNullable(results.remove(id)).ifPresent(ordered::add));
        plan.tasks()
                .forEach(task -> Optional.ofNullable(results.remove(task.id())).ifPresent(ordered::add));
        ordered.addAll(results.values());
        return ordered;
    }
}
