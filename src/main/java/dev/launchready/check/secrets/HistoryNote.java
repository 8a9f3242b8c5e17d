package dev.launchready.check.secrets;

import dev.launchready.probe.git.HistoryPast;
import java.time.Instant;
import java.util.List;

/**
 * What a look at a history leaves for the next one. Holds of a secret what an observation holds of it.
 *
 * @param setting what the finds depend on beside the history: rules, version, key of fingerprints
 * @param whole when the whole was read
 * @param keys of the marks, by their numbers from 1
 */
record HistoryNote(
        String setting, Instant whole, List<HistoryMarks.Key> keys, HistoryPast past, List<Confirmed> confirmed) {
    HistoryNote {
        keys = List.copyOf(keys);
        confirmed = List.copyOf(confirmed);
    }

    /**
     * What a second look at a blob under its path made of a mark.
     *
     * @param whole whether all of the blob could be looked into
     * @param found nothing where the mark was none under that path
     */
    record Confirmed(int number, String path, String blob, boolean whole, List<FoundSecret> found) {
        Confirmed {
            found = List.copyOf(found);
        }
    }
}
