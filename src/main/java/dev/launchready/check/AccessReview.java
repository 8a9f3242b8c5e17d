package dev.launchready.check;

import dev.launchready.model.AccessLock;
import dev.launchready.model.Scorecard.AccessRow;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What people have agreed on who reaches what, and what the run has seen of it so far. The engine puts it into the memo of a run; without
 * one nothing is agreed and nothing seen.
 *
 * @param agreed the lock to compare with
 * @param seen the access matrix of all checks that have ended
 */
public record AccessReview(Optional<AccessLock> agreed, Supplier<List<AccessRow>> seen) {
    public static final Memo.Shared<AccessReview> KEY = new Memo.Shared<>() {
        @Override
        public String name() {
            return "access-review";
        }

        @Override
        public AccessReview observe(CheckContext context) {
            return new AccessReview(Optional.empty(), List::of);
        }
    };
}
