package dev.launchready.portal.routes;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one recording holds.
 *
 * @param source the recording, as the person named it
 * @param named {@code collection/id} for each id that an answer of a collection named, so that ids that are words are known as ids
 * @param elsewhere the host that it was recorded on, when that is none of the portal's
 */
record Recorded(
        Path file, String source, List<Call> calls, Set<String> named, List<String> notes, Optional<String> elsewhere) {
    Recorded {
        calls = List.copyOf(calls);
        named = Set.copyOf(named);
        notes = List.copyOf(notes);
    }
}
