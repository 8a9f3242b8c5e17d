package dev.launchready.check.secrets;

import dev.launchready.check.secrets.GitHistoryCheck.Seen;
import dev.launchready.check.secrets.HistoryNote.Confirmed;
import dev.launchready.detect.Looked;
import dev.launchready.detect.ScanWorker;
import dev.launchready.detect.SecretSearch;
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

    private final SecretSearch secrets;
    private final GitHistory history;
    private final String below;
    private final Map<Place, Confirmed> known = new HashMap<>();
    private final List<Confirmed> confirmed = new ArrayList<>();
    private final Harvest harvest;
    private final ScanWorker worker;
    private final Set<String> reached = new HashSet<>();
    private final Set<String> unopened = new LinkedHashSet<>();
    private final Map<Integer, Integer> places = new HashMap<>();

    private final Map<File, Scan> scans = new HashMap<>();

    private record Place(int number, String path, String blob) {}

    private record File(String path, String blob) {}

    /** A second look at a blob under its path, at all that was found in it. */
    private record Scan(boolean whole, Map<HistoryMarks.Key, Harvest> found) {}

    /**
     * @param below path of the repository in the one that holds it, with a slash at its end; empty for the outermost
     * @param known what an earlier look confirmed
     */
    HistoryLook(SecretSearch secrets, GitHistory history, String below, List<Confirmed> known) {
        this.secrets = secrets;
        this.history = history;
        this.below = below;
        this.harvest = new Harvest(secrets);
        this.worker = secrets.scanner().worker();
        known.forEach(each -> this.known.put(new Place(each.number(), each.path(), each.blob()), each));
    }

    /** What was confirmed, for the next look. */
    List<Confirmed> confirmed() {
        return List.copyOf(confirmed);
    }

    /** @param folder of the repository, as a person names it */
    Seen look(String folder, HistoryRead read, HistoryMarks marks) throws ProbeException {
        List<Presence> inTime = new ArrayList<>(read.presences());
        inTime.sort(Comparator.comparing(HistoryLook::begins).thenComparing(Presence::path));
        for (Presence presence : inTime) {
            if (presence.number() == HistoryMarks.UNREAD) {
                if (unopened.size() < MOST_NAMED) {
                    unopened.add(named(presence));
                }
            } else if (places.merge(presence.number(), 1, Integer::sum) <= MOST_PLACES) {
                take(presence, confirmed(presence, marks));
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

    private String named(Presence presence) {
        String what = presence.inMessage() ? "message of " : "blob ";
        return presence.path().isEmpty() ? what + presence.blob().substring(0, SHORT) : below + presence.path();
    }

    private Confirmed confirmed(Presence presence, HistoryMarks marks) throws ProbeException {
        Confirmed before = known.get(new Place(presence.number(), presence.path(), presence.blob()));
        Confirmed now = before == null ? confirm(presence, marks.key(presence.number())) : before;
        confirmed.add(now);
        return now;
    }

    private Confirmed confirm(Presence presence, HistoryMarks.Key key) throws ProbeException {
        File file = new File(presence.path(), presence.blob());
        Scan scan = scans.get(file);
        if (scan == null) {
            scan = scan(presence);
            scans.put(file, scan);
        }
        Harvest there = scan.found().get(key);
        return new Confirmed(
                presence.number(),
                presence.path(),
                presence.blob(),
                scan.whole(),
                there == null ? List.of() : there.found());
    }

    private Scan scan(Presence presence) throws ProbeException {
        byte[] bytes = history.blob(presence.blob());
        Map<HistoryMarks.Key, Harvest> found = new HashMap<>();
        Looked looked = worker.scan(
                bytes,
                0,
                bytes.length,
                Source.of(named(presence)),
                hit -> found.computeIfAbsent(HistoryMarks.Key.of(hit), key -> new Harvest(secrets))
                        .add(hit, Sighting.of(hit)));
        return new Scan(looked.whole(), found);
    }

    private void take(Presence presence, Confirmed there) {
        if (!there.whole()) {
            unopened.add(named(presence));
        }
        HistorySpan span = HistorySpan.of(presence, below);
        for (FoundSecret each : there.found()) {
            if (presence.reach() == Reach.REF) {
                reached.add(each.ref().fingerprint());
            }
            harvest.add(each, span::on);
        }
    }
}
