package dev.launchready.check.secrets;

import dev.launchready.check.CheckContext;
import dev.launchready.check.secrets.GitHistoryCheck.Seen;
import dev.launchready.detect.Looked;
import dev.launchready.detect.Redactor;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretHit;
import dev.launchready.detect.Source;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.git.GitHistory;
import dev.launchready.probe.git.HistoryRead;
import dev.launchready.probe.git.Presence;
import dev.launchready.probe.git.Presence.At;
import dev.launchready.probe.git.Presence.Reach;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Looks at a history: first at every blob as such, then again at those with finds, under the path that each has. What a second look does not
 * confirm was none.
 */
final class HistoryLook {
    /** As many places of one value are looked at again; the earliest come first. */
    private static final int MOST_PLACES = 20;

    private static final int MOST_NAMED = 10;
    private static final int SHORT = 12;

    private final CheckContext context;
    private final GitHistory history;
    private final Harvest harvest;
    private final ScanWorker worker;
    private final Set<String> reached = new HashSet<>();
    private final Set<String> unopened = new LinkedHashSet<>();
    private final Map<Integer, Integer> places = new HashMap<>();

    HistoryLook(CheckContext context, GitHistory history) {
        this.context = context;
        this.history = history;
        this.harvest = new Harvest(context.secrets());
        this.worker = context.secrets().scanner().worker();
    }

    /** @param folder of the repository, as the portal file names it */
    Seen look(String folder) throws ProbeException, InterruptedException {
        HistoryMarks marks = new HistoryMarks(context.secrets().scanner().telling(Redactor.NONE));
        HistoryRead read = history.read(marks);
        List<Presence> inTime = new ArrayList<>(read.presences());
        inTime.sort(Comparator.comparing(HistoryLook::begins).thenComparing(Presence::path));
        for (Presence presence : inTime) {
            if (presence.number() == HistoryMarks.UNREAD) {
                if (unopened.size() < MOST_NAMED) {
                    unopened.add(named(presence));
                }
            } else if (places.merge(presence.number(), 1, Integer::sum) <= MOST_PLACES) {
                confirm(presence, marks.key(presence.number()));
            }
        }
        List<FoundSecret> found = harvest.found();
        return new Seen(
                folder,
                history.tips().none(),
                read.blobs(),
                read.bytes(),
                read.commits(),
                read.refs(),
                read.holes(),
                found,
                found.stream()
                        .map(secret -> secret.ref().fingerprint())
                        .filter(print -> !reached.contains(print))
                        .toList(),
                List.copyOf(unopened),
                marks.left());
    }

    private static Instant begins(Presence presence) {
        return presence.first().map(At::when).orElse(Instant.MAX);
    }

    private static String named(Presence presence) {
        return presence.path().isEmpty() ? "blob " + presence.blob().substring(0, SHORT) : presence.path();
    }

    private void confirm(Presence presence, HistoryMarks.Key key) throws ProbeException {
        byte[] bytes = history.blob(presence.blob());
        Looked again = worker.scan(bytes, 0, bytes.length, Source.of(named(presence)), hit -> {
            if (HistoryMarks.Key.of(hit).equals(key)) {
                take(hit, presence);
            }
        });
        if (!again.whole()) {
            unopened.add(named(presence));
        }
    }

    private void take(SecretHit hit, Presence presence) {
        if (presence.reach() == Reach.REF) {
            reached.add(hit.ref().fingerprint());
        }
        harvest.add(hit, HistorySpan.of(presence).on(Sighting.of(hit)));
    }
}
