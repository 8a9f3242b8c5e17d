package dev.launchready.cli;

import dev.launchready.engine.Deadline;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * While it is open, SIGINT and SIGTERM end the run instead of the process: the report is written first, and the process then
 * ends with the report's code.
 */
final class Interruption implements AutoCloseable {
    /** Longer than any report takes, shorter than what a build server waits between SIGTERM and SIGKILL. */
    private static final int SECONDS_TO_FINISH = 9;

    private final CountDownLatch finished = new CountDownLatch(1);
    private final Thread hook;
    private volatile boolean happened;
    private volatile int code = ExitCode.NOT_PROVEN.code();

    private Interruption(Deadline deadline) {
        hook = new Thread(() -> end(deadline), "interruption");
    }

    static Interruption stopping(Deadline deadline) {
        Interruption interruption = new Interruption(deadline);
        Runtime.getRuntime().addShutdownHook(interruption.hook);
        return interruption;
    }

    boolean happened() {
        return happened;
    }

    /** The report is written; the process may end with this code. */
    void finish(int exitCode) {
        code = exitCode;
        finished.countDown();
    }

    private void end(Deadline deadline) {
        happened = true;
        deadline.stop();
        try {
            if (!finished.await(SECONDS_TO_FINISH, TimeUnit.SECONDS)) {
                code = ExitCode.NOT_PROVEN.code();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        Runtime.getRuntime().halt(code);
    }

    @Override
    public void close() {
        if (!happened) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException e) {
                // the process is ending already: the hook runs, and waits for the report that is about to be written
                happened = true;
            }
        }
    }
}
