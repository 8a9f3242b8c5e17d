package dev.launchready.portal.routes;

import java.util.List;
import java.util.Optional;

/**
 * What one import gave: its routes, and what a person should know of it.
 *
 * @param elsewhere the host that it speaks of, when that is none of the portal's and so nothing of it was of use
 */
record Imported(List<Found> routes, List<String> notes, Optional<String> elsewhere) {
    Imported {
        routes = List.copyOf(routes);
        notes = List.copyOf(notes);
    }

    Imported(List<Found> routes, List<String> notes) {
        this(routes, notes, Optional.empty());
    }
}
