package dev.launchready.engine;

import dev.launchready.model.CheckResult;
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

    /** Called once for each check, from the thread that ran it. */
    void finished(CheckResult result, Optional<Record> observation);
}
