package dev.launchready.demo;

import java.util.List;
import java.util.Set;

/** What can be wrong with an address that names one thing under another. */
final class NestingFlaws {
    static final Flaw FOREIGN_CHILD = nested(
            "foreign-child", "The API asks whether the project is one's own, and then gives any task of any project.");
    static final Flaw PARENT_SHOWN =
            nested("foreign-parent-shown", "A task tells the name of whichever project the address puts it under.");
    static final Flaw PARENT_IGNORED =
            nested("parent-ignored", "The API gives one's own tasks under whichever project the address names.");
    static final Flaw LOOKS_READABLE =
            nested("looks-readable", "A task that does not lie in one's project is answered with an empty one.");
    static final Flaw BREAKS =
            nested("breaks-on-mixed-ids", "The API breaks when asked for a task that does not lie in its project.");

    static final List<Flaw> ALL = List.of(FOREIGN_CHILD, PARENT_SHOWN, PARENT_IGNORED, LOOKS_READABLE, BREAKS);

    /** There is one route to a task: a search that finds all projects tells their names, and a cache keeps what its first reader got. */
    static final Set<Flaw> OUTSHONE = Set.of(PARENT_SHOWN, PARENT_IGNORED, LOOKS_READABLE, BREAKS);

    private NestingFlaws() {}

    private static Flaw nested(String reason, String says) {
        return Flaw.of("authz.parent-child/" + reason, "", says);
    }
}
