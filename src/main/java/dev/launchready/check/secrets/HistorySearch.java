package dev.launchready.check.secrets;

import dev.launchready.check.Notebook;
import dev.launchready.check.secrets.GitHistoryCheck.Seen;
import dev.launchready.detect.Redactor;
import dev.launchready.detect.SecretSearch;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.git.GitHistory;
import dev.launchready.probe.git.HistoryPast;
import dev.launchready.probe.git.HistoryRead;
import dev.launchready.probe.git.Holes;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * Looks for secrets in a history and in those of its submodules. Where a notebook remembers the last look, only what came since is read, as
 * long as the rules are the same and nothing was rewritten.
 */
public final class HistorySearch {
    private static final String NAME = "secrets.git-history";
    /** What nothing leads to any more is read with the whole alone, so that is done once a week. */
    private static final Duration MOST_AGE = Duration.ofDays(7);

    private static final int MOST_NOTED = 5_000;
    private static final int MOST_MARKED = 50_000;
    private static final int MOST_DEPTH = 8;

    private final SecretSearch secrets;
    private final Notebook notes;
    private final Clock clock;

    public HistorySearch(SecretSearch secrets, Notebook notes, Clock clock) {
        this.secrets = secrets;
        this.notes = notes;
        this.clock = clock;
    }

    /**
     * @param folder of the repository, as a person names it
     * @param place where it lies, by which it is known again
     */
    public Seen look(GitHistory history, String folder, Path place) throws ProbeException, InterruptedException {
        String name = NAME + "-" + UUID.nameUUIDFromBytes(place.toString().getBytes(StandardCharsets.UTF_8));
        Optional<HistoryNote> note = notes.read(name, HistoryNote.class)
                .filter(each -> each.setting().equals(secrets.setting()))
                .filter(each -> each.whole().plus(MOST_AGE).isAfter(clock.instant()));
        HistoryMarks marks = marks(note.map(HistoryNote::keys).orElse(List.of()));
        Optional<HistoryRead> recent =
                note.isPresent() ? history.readSince(note.get().past(), marks) : Optional.empty();
        if (recent.isEmpty()) {
            note = Optional.empty();
            marks = marks(List.of());
        }
        HistoryRead read = recent.isPresent() ? recent.get() : history.read(marks);
        HistoryLook look = new HistoryLook(
                secrets, history, "", note.map(HistoryNote::confirmed).orElse(List.of()));
        Seen seen = look.look(folder, read, marks);
        Instant whole = note.map(HistoryNote::whole).orElseGet(clock::instant);
        if (worthNoting(read, seen)) {
            HistoryPast past = HistoryPast.of(history.tips(), read);
            notes.write(name, new HistoryNote(secrets.setting(), whole, marks.keys(), past, look.confirmed()));
        }
        return within(history, seen, "", 0);
    }

    private HistoryMarks marks(List<HistoryMarks.Key> known) {
        return new HistoryMarks(secrets.scanner().telling(Redactor.NONE), known);
    }

    /** A hole may be mended before the next look, which then reads all. */
    private static boolean worthNoting(HistoryRead read, Seen seen) {
        return read.holes().none()
                && !read.holes().partial()
                && read.pointers() == 0
                && seen.left() == 0
                && !seen.empty()
                && read.presences().size() <= MOST_NOTED
                && read.marked().size() <= MOST_MARKED;
    }

    /** Adds what the submodules hold whose repositories lie here. */
    private Seen within(GitHistory history, Seen seen, String path, int depth)
            throws ProbeException, InterruptedException {
        Seen all = seen;
        List<String> absent = new ArrayList<>();
        for (String each : seen.holes().submodules()) {
            Optional<GitHistory> inner = depth < MOST_DEPTH ? history.within(each) : Optional.empty();
            if (inner.isEmpty()) {
                absent.add(path + each);
                continue;
            }
            try (GitHistory module = inner.get()) {
                HistoryMarks marks = marks(List.of());
                String below = path + each + "/";
                Seen own = new HistoryLook(secrets, module, below, List.of())
                        .look(seen.folder(), module.read(marks), marks);
                all = joined(all, within(module, own, below, depth + 1));
            }
        }
        return without(all, seen.holes().submodules(), absent);
    }

    private static Seen joined(Seen outer, Seen inner) {
        Map<String, FoundSecret> found = new LinkedHashMap<>();
        outer.found().forEach(each -> found.put(each.ref().fingerprint(), each));
        inner.found().forEach(each -> found.merge(each.ref().fingerprint(), each, FoundSecret::and));
        List<String> held = outer.found().stream()
                .map(each -> each.ref().fingerprint())
                .filter(print -> !outer.thrownAway().contains(print))
                .toList();
        List<String> thrown = new ArrayList<>(outer.thrownAway());
        inner.thrownAway().stream().filter(print -> !held.contains(print)).forEach(thrown::add);
        inner.found().stream()
                .map(each -> each.ref().fingerprint())
                .filter(print -> !inner.thrownAway().contains(print))
                .forEach(thrown::remove);
        List<String> closed = new ArrayList<>(outer.notOpened());
        closed.addAll(inner.notOpened());
        return new Seen(
                outer.folder(),
                outer.empty() && inner.empty(),
                outer.blobs() + inner.blobs(),
                outer.bytes() + inner.bytes(),
                outer.commits() + inner.commits(),
                outer.refs() + inner.refs(),
                outer.holes().and(inner.holes()),
                List.copyOf(found.values()),
                thrown.stream().distinct().toList(),
                closed,
                outer.left() + inner.left());
    }

    /** The same with those submodules alone in its holes that were not read. */
    private static Seen without(Seen seen, List<String> asked, List<String> absent) {
        List<String> left = seen.holes().submodules().stream()
                .filter(each -> !asked.contains(each))
                .collect(Collectors.toCollection(ArrayList::new));
        left.addAll(absent);
        Holes holes = seen.holes().withSubmodules(left);
        return new Seen(
                seen.folder(),
                seen.empty(),
                seen.blobs(),
                seen.bytes(),
                seen.commits(),
                seen.refs(),
                holes,
                seen.found(),
                seen.thrownAway(),
                seen.notOpened(),
                seen.left());
    }
}
