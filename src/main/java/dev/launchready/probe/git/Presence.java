package dev.launchready.probe.git;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where in a history something lies that a reader marked: one path, from the commit that brought it to the one that took it away.
 *
 * @param number the reader's mark
 * @param path in the repository, with {@code /}; empty for a blob that no tree names, and for a message
 * @param blob name of the first blob at that path that holds it
 * @param first the commit that brought it; empty for a blob that no commit holds
 * @param gone the last commit that took it away; empty while a ref still holds it, or nobody knows
 * @param inHead whether the branch that is checked out still holds it
 * @param refs some of the refs that still hold it
 * @param reach how it can be reached
 */
public record Presence(
        int number,
        String path,
        String blob,
        Optional<At> first,
        Optional<At> gone,
        boolean inHead,
        List<String> refs,
        Reach reach) {
    public Presence {
        refs = List.copyOf(refs);
    }

    /** In the message of a commit or of a tag, which is as old as that, and lasts as long. */
    static Presence message(int number, At of, Reach reach) {
        return new Presence(number, "", of.commit(), Optional.of(of), Optional.empty(), false, List.of(), reach);
    }

    /** Whether it is in the message of a commit or of a tag, whose name {@code blob} then is. */
    public boolean inMessage() {
        return path.isEmpty() && first.isPresent();
    }

    /** A commit, and when its author made it. */
    public record At(String commit, Instant when) {}

    /** How an object can be reached. */
    public enum Reach {
        /** From a branch, a tag, the stash or another ref: it goes where the repository is pushed or cloned. */
        REF,
        /** From a reflog alone: it lies on this machine until that runs out. */
        REFLOG,
        /** From nothing; it lies here until git collects it. */
        NOTHING
    }
}
