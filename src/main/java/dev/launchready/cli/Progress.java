package dev.launchready.cli;

import dev.launchready.engine.Plan;
import dev.launchready.engine.Task;
import dev.launchready.engine.Watcher;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Stage;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** One line on stderr that says how far the scan is and how long it will still take; quiet where nobody watches. */
final class Progress implements Watcher {
    private static final String CLEAR_LINE = "\r\u001b[2K";
    private static final double NANOS_PER_SECOND = 1e9;
    private static final int MOST_NAMES = 2;

    private final PrintWriter err;
    private final boolean watched;
    private final int all;
    private final long begin = System.nanoTime();
    private final Set<String> running = new TreeSet<>();
    private Stage stage = Stage.PREPARE;
    private int done;

    Progress(Surroundings surroundings, Plan plan) {
        this.err = surroundings.err();
        this.watched = surroundings.terminal();
        this.all = plan.tasks().size();
    }

    @Override
    public synchronized void stage(Stage next) {
        stage = next;
        show();
    }

    @Override
    public synchronized void started(Task task) {
        running.add(task.id());
        show();
    }

    @Override
    public synchronized void finished(CheckResult result) {
        running.remove(result.card().id());
        done++;
        show();
    }

    /** Removes the line. */
    synchronized void end() {
        if (watched) {
            err.print(CLEAR_LINE);
            err.flush();
        }
    }

    private void show() {
        if (!watched || all == 0) {
            return;
        }
        String names = String.join(", ", running.stream().limit(MOST_NAMES).toList());
        String more = running.size() > MOST_NAMES ? " and " + (running.size() - MOST_NAMES) + " more" : "";
        err.print(CLEAR_LINE + stage.name().toLowerCase(Locale.ROOT) + "  " + done + "/" + all + " checks" + left()
                + "  " + names + more);
        err.flush();
    }

    private String left() {
        if (done == 0 || done >= all) {
            return "";
        }
        double gone = (System.nanoTime() - begin) / NANOS_PER_SECOND;
        return String.format(Locale.ROOT, ", about %.0f s left", Math.ceil(gone / done * (all - done)));
    }
}
