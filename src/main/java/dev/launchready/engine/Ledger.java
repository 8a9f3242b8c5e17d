package dev.launchready.engine;

import dev.launchready.model.CheckResult;
import java.util.List;
import java.util.Optional;

/** Where a run writes down what it has done, so that another can go on from it. */
public interface Ledger {
    /** Remembers nothing. */
    Ledger NONE = new Ledger() {
        @Override
        public Optional<CheckResult> finished(String check) {
            return Optional.empty();
        }

        @Override
        public void started(String check) {}

        @Override
        public void finished(CheckResult result, Optional<Record> observation) {}
    };

    /** The result of an earlier run that this one goes on from. */
    Optional<CheckResult> finished(String check);

    void started(String check);

    /**
     * One step of a write, told before the next one is sent; never a secret.
     *
     * @param step {@code making}, {@code made} or {@code undone}
     * @param id empty while it is being made
     * @param marker a random text that stands in it
     */
    record Deed(String step, String owner, String type, String id, String marker) {}

    default void wrote(Deed deed) {}

    /** What an earlier run made, that this one goes on from, and did not undo. */
    default List<Deed> standing() {
        return List.of();
    }

    /** Called once for each check, from the thread that ran it. */
    void finished(CheckResult result, Optional<Record> observation);
}
