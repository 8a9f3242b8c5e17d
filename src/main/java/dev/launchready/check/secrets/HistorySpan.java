package dev.launchready.check.secrets;

import dev.launchready.probe.git.Presence;
import dev.launchready.probe.git.Presence.At;
import dev.launchready.probe.git.Presence.Reach;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * From when until when something lay at a place of a history, in words.
 *
 * @param until the commit that took it away, or what still holds it; empty where it is in the newest version
 * @param command that shows it
 */
record HistorySpan(String since, Optional<String> until, boolean inHead, String command) {
    private static final int SHORT = 12;

    /** @param below path of the presence's repository in the one that a person named, with a slash at its end, or empty */
    static HistorySpan of(Presence presence, String below) {
        String since = presence.first().map(HistorySpan::said).orElse("a time that no commit tells");
        Optional<String> until = presence.inHead()
                ? Optional.empty()
                : presence.gone().map(HistorySpan::said).or(() -> held(presence));
        return new HistorySpan(since, until, presence.inHead(), command(presence, below));
    }

    private static Optional<String> held(Presence presence) {
        if (!presence.refs().isEmpty()) {
            return Optional.of("now, on " + String.join(", ", presence.refs()));
        }
        return Optional.of(
                switch (presence.reach()) {
                    case REF -> presence.inMessage() ? "now, as a message stays" : "a merge left it out";
                    case REFLOG -> "now, in the reflog of this clone alone";
                    case NOTHING -> "git collects it: nothing leads there any more";
                });
    }

    static String said(At at) {
        LocalDate day = at.when().atZone(ZoneOffset.UTC).toLocalDate();
        return day + " (commit " + at.commit().substring(0, SHORT) + ")";
    }

    private static String command(Presence presence, String below) {
        String git = below.isEmpty() || !plain(below) ? "git " : "git -C " + below + " ";
        if (presence.first().isPresent() && presence.reach() != Reach.NOTHING && plain(presence.path())) {
            return git + "show " + presence.first().get().commit().substring(0, SHORT) + ":" + presence.path();
        }
        return git + "cat-file -p " + presence.blob().substring(0, SHORT);
    }

    /** Whether a shell takes it as it is. */
    private static boolean plain(String path) {
        return path.matches("[A-Za-z0-9_./@+-]+");
    }

    Sighting on(Sighting sighting) {
        return new Sighting(
                sighting.file(),
                sighting.line(),
                sighting.column(),
                sighting.layers(),
                sighting.label(),
                sighting.loader(),
                Optional.of(since),
                until,
                Optional.of(inHead),
                command);
    }
}
