package dev.launchready.check.authz.backend;

import dev.launchready.check.authz.backend.Survey.Access;
import dev.launchready.probe.http.HttpAnswer;
import java.util.List;

/**
 * One answer of a back end, understood; raw.
 *
 * @param total how many there are in all, as far as the service tells
 * @param says the service's own words, short
 * @param hints names that the service gave away
 */
record Reading(Access access, Rows rows, long total, String says, List<String> hints, HttpAnswer answer) {
    Reading {
        hints = List.copyOf(hints);
    }

    boolean missing() {
        return access == Access.MISSING;
    }
}
