package dev.launchready.check.authz;

import dev.launchready.model.Json;
import java.util.List;

/**
 * A field that is the portal's to set, with a value that its client would like better.
 *
 * @param path from the object that the write names, member by member
 * @param up how many objects above the one that holds the marker it stands
 * @param at where the portal's answers show it, from their root
 * @param filled whether the portal had put a value of its own there
 * @param list whether it is a list of values
 */
record GuardedField(
        Meaning meaning,
        Source source,
        List<String> path,
        int up,
        List<String> at,
        boolean filled,
        boolean list,
        Json value) {
    GuardedField {
        path = List.copyOf(path);
        at = List.copyOf(at);
    }

    /** What it decides. */
    enum Meaning {
        /** What an account may do. */
        PRIVILEGE,
        /** Whose something is. */
        OWNER,
        /** What it costs, or what somebody has to their credit. */
        PRICE,
        /** What somebody has paid for. */
        PLAN,
        /** Whether somebody has looked at it and said yes. */
        STATE
    }

    /** How its name is known. */
    enum Source {
        /** The portal's own answers show it. */
        ANSWER,
        /** Portals often call it so. */
        USUAL
    }

    String name() {
        return String.join(".", path);
    }

    GuardedField worth(Json other) {
        return new GuardedField(meaning, source, path, up, at, filled, list, other);
    }
}
