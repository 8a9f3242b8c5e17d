package dev.launchready.engine;

import dev.launchready.engine.Runner.Ran;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Stage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/**
 * Runs the tasks of one stage side by side, as far as their claims allow. One thread dispatches; a task that overstays its
 * time-out is interrupted and BLOCKED; when the run's time is over, or the run is stopped, what is left is NOT_TESTED.
 */
final class Scheduler implements AutoCloseable {
    private static final int WORKERS = 64;
    /** A work's own end is marked a moment after it has woken the dispatcher. */
    private static final long PATIENCE = Duration.ofMillis(20).toNanos();

    private static final Duration GRACE = Duration.ofSeconds(5);

    private final ExecutorService workers = Executors.newCachedThreadPool(work -> {
        Thread thread = new Thread(work, "check");
        thread.setDaemon(true);
        return thread;
    });
    private final LinkedBlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Claims claims = new Claims();
    private final List<Running> running = new ArrayList<>();
    private final Runner runner;
    private final Deadline deadline;
    private final Watcher watcher;
    private final Consumer<Ran> done;

    Scheduler(Runner runner, Deadline deadline, Watcher watcher, Consumer<Ran> done) {
        this.runner = runner;
        this.deadline = deadline;
        this.watcher = watcher;
        this.done = done;
        deadline.onStop(() -> events.add(Event.WAKE));
    }

    /** What wakes the dispatcher: a task's end, or a stop from outside. */
    private record Event(Optional<Running> ended) {
        static final Event WAKE = new Event(Optional.empty());
    }

    /** A task under way; whoever comes first, its own end or a cut, settles its result. */
    private static final class Running {
        private final Task task;
        private final long begun = System.nanoTime();
        private final AtomicBoolean settled = new AtomicBoolean();
        private Optional<Future<?>> work = Optional.empty();

        Running(Task task) {
            this.task = task;
        }

        boolean settle() {
            return settled.compareAndSet(false, true);
        }

        long overdueAt() {
            return begun + task.footprint().timeout().toNanos();
        }
    }

    /** Something to be done before the first stage. */
    interface Preparation {
        void run() throws InterruptedException;
    }

    /** Starts the preparations and returns at once; whoever needs the result of one waits for it. */
    List<Future<?>> alongside(List<Preparation> preparations) {
        List<Future<?>> works = new ArrayList<>();
        for (Preparation each : preparations) {
            works.add(workers.submit(() -> {
                try {
                    each.run();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                } finally {
                    events.add(Event.WAKE);
                }
            }));
        }
        return works;
    }

    /** Runs the preparations side by side and returns when all have ended, or the run has. */
    void prepare(List<Preparation> preparations) throws InterruptedException {
        List<Future<?>> works = alongside(preparations);
        while (!deadline.over() && works.stream().anyMatch(work -> !work.isDone())) {
            events.poll(Math.max(1, Math.min(deadline.at() - System.nanoTime(), PATIENCE)), TimeUnit.NANOSECONDS);
        }
        works.forEach(work -> work.cancel(true));
    }

    /** Runs all tasks of the stage and returns when each has its result. */
    void run(Stage stage, List<Task> tasks) throws InterruptedException {
        watcher.stage(stage);
        List<Task> waiting = new ArrayList<>(tasks);
        waiting.sort(Task.MOST_VALUABLE_FIRST);
        while (true) {
            if (deadline.over()) {
                giveUp(waiting);
            }
            start(waiting);
            cutOverdue();
            if (waiting.isEmpty() && running.isEmpty()) {
                return;
            }
            Event event = events.poll(nanosToNext(waiting), TimeUnit.NANOSECONDS);
            if (event != null) {
                event.ended().ifPresent(this::ended);
            }
        }
    }

    private void start(List<Task> waiting) {
        for (Iterator<Task> each = waiting.iterator(); each.hasNext() && running.size() < WORKERS; ) {
            Task task = each.next();
            if (claims.free(task.footprint().claims(), System.nanoTime())) {
                each.remove();
                begin(task);
            }
        }
    }

    private void begin(Task task) {
        claims.take(task);
        Running run = new Running(task);
        running.add(run);
        watcher.started(task);
        run.work = Optional.of(workers.submit(() -> {
            try {
                Ran ran = runner.run(task);
                if (run.settle()) {
                    done.accept(ran);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            } finally {
                events.add(new Event(Optional.of(run)));
            }
        }));
    }

    private void ended(Running run) {
        if (running.remove(run)) {
            claims.release(run.task, System.nanoTime());
            cut(run, stopped(run.task));
        }
    }

    private void cutOverdue() {
        long now = System.nanoTime();
        for (Running run : List.copyOf(running)) {
            if (now - run.overdueAt() >= 0) {
                cut(run, Runner.timedOut(run.task, run.task.footprint().timeout()));
            }
            if (now - run.overdueAt() >= GRACE.toNanos()) {
                ended(run);
            }
        }
    }

    private void giveUp(List<Task> waiting) {
        waiting.forEach(task -> done.accept(new Ran(stopped(task), Optional.empty())));
        waiting.clear();
        for (Running run : List.copyOf(running)) {
            if (cut(run, stopped(run.task))) {
                ended(run);
            }
        }
    }

    /** Gives a running task this result and interrupts it, unless it has come to one of its own. */
    private boolean cut(Running run, CheckResult result) {
        boolean first = run.settle();
        if (first) {
            run.work.ifPresent(work -> work.cancel(true));
            done.accept(new Ran(result, Optional.empty()));
        }
        return first;
    }

    private CheckResult stopped(Task task) {
        return deadline.stopped()
                ? Runner.noTime(task, "interrupted", "The run was ended before this check could.", "--resume")
                : Runner.noTime(task, "no-time", "The time given by --max-time was over.", "--max-time with more time");
    }

    private long nanosToNext(List<Task> waiting) {
        long now = System.nanoTime();
        long next = deadline.at();
        for (Running run : running) {
            long due = run.overdueAt();
            next = Math.min(next, due - now > 0 ? due : due + GRACE.toNanos());
        }
        if (!waiting.isEmpty()) {
            next = Math.min(next, claims.nextFree());
        }
        return Math.max(1, next - now);
    }

    @Override
    public void close() {
        workers.shutdownNow();
    }
}
