package dev.launchready.engine;

import dev.launchready.model.CheckResult;
import dev.launchready.model.Stage;

/** Hears how a run goes; called from many threads. */
public interface Watcher {
    Watcher NONE = new Watcher() {};

    default void stage(Stage stage) {}

    default void started(Task task) {}

    default void finished(CheckResult result) {}
}
