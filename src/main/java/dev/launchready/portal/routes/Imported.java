package dev.launchready.portal.routes;

import java.util.ArrayList;
import java.util.List;

/** What one import gave: its routes, and what a person should know of it. */
record Imported(List<Found> routes, List<String> notes) {
    Imported {
        routes = List.copyOf(routes);
        notes = List.copyOf(notes);
    }

    Imported plus(List<String> more) {
        List<String> all = new ArrayList<>(notes);
        all.addAll(more);
        return new Imported(routes, all);
    }
}
