package dev.launchready.check.secrets;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.secrets.GitHistoryCheck.Seen;
import dev.launchready.detect.KeyClass;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.probe.git.Holes;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Judges what a history holds, and whether all of it was there to be read. */
final class GitHistoryJudge {
    private static final int MEGABYTE = 1_000_000;

    private final Seen seen;
    private final Set<String> thrownAway;
    private final Tally tally = new Tally();

    GitHistoryJudge(Seen seen) {
        this.seen = seen;
        this.thrownAway = new HashSet<>(seen.thrownAway());
    }

    Judgement judge() {
        holes();
        if (seen.empty() && seen.found().isEmpty() && tally.empty()) {
            return Tally.notApplicable(GitHistoryCheck.NO_COMMITS);
        }
        seen.found().stream()
                .filter(secret -> secret.keyClass() != KeyClass.PUBLIC)
                .map(this::raised)
                .forEach(tally::raise);
        if (!seen.notOpened().isEmpty()) {
            String first = seen.notOpened().get(0);
            tally.raise(Raised.of(GitHistoryCheck.NOT_OPENED, Where.file(first, 1), Proof.CONFIRMED)
                    .fact("files", String.join(", ", seen.notOpened())));
        }
        if (seen.blobs() > 0) {
            tally.control(
                    "read",
                    Map.of("blobs", "" + seen.blobs(), "commits", "" + seen.commits(), "refs", "" + seen.refs()));
        }
        return tally.fact("blobs", seen.blobs())
                .fact("commits", seen.commits())
                .fact("refs", seen.refs())
                .fact("megabytes", (seen.bytes() + MEGABYTE - 1) / MEGABYTE)
                .conclude();
    }

    private Raised raised(FoundSecret secret) {
        Sighting first = secret.first();
        return SecretReasons.raised(secret, reason(secret))
                .fact("since", first.first().orElse(""))
                .fact("until", first.last().orElse(""));
    }

    private Reason reason(FoundSecret secret) {
        Reason usual = SecretReasons.reason(secret);
        if (!usual.equals(SecretReasons.LIVE_SECRET)) {
            return usual;
        }
        if (thrownAway.contains(secret.ref().fingerprint())) {
            return GitHistoryCheck.THROWN_AWAY;
        }
        boolean newest = secret.sightings().stream()
                .anyMatch(sighting -> sighting.inHead().orElse(false));
        return newest ? GitHistoryCheck.IN_NEWEST_VERSION : GitHistoryCheck.IN_HISTORY;
    }

    private void holes() {
        Holes holes = seen.holes();
        if (holes.cut() > 0) {
            unproven(GitHistoryCheck.SHALLOW, "commits", holes.cut());
        }
        if (holes.missing() > 0 || holes.missingTips() > 0) {
            Reason reason = holes.partial() ? GitHistoryCheck.LEFT_OUT : GitHistoryCheck.MISSING;
            unproven(reason, "objects", holes.missing() + holes.missingTips());
        }
        if (holes.corrupt() > 0 || !holes.unreadable().isEmpty()) {
            String named = holes.unreadable().isEmpty() ? "" : ": " + String.join("; ", holes.unreadable());
            tally.unproven(
                    GitHistoryCheck.CORRUPT,
                    Map.of("objects", "" + holes.corrupt(), "named", named, "folder", seen.folder()));
        }
        if (holes.tooLarge() > 0) {
            unproven(GitHistoryCheck.TOO_LARGE, "objects", holes.tooLarge());
        }
        if (holes.large() > 0) {
            unproven(GitHistoryCheck.LFS_ELSEWHERE, "files", holes.large());
        }
        if (!holes.submodules().isEmpty()) {
            tally.unproven(
                    GitHistoryCheck.SUBMODULES,
                    Map.of("paths", String.join(", ", holes.submodules()), "folder", seen.folder()));
        }
        if (seen.left() > 0) {
            unproven(GitHistoryCheck.TOO_MANY, "values", seen.left());
        }
    }

    private void unproven(Reason reason, String fact, long count) {
        tally.unproven(reason, Map.of(fact, String.valueOf(count), "folder", seen.folder()));
    }
}
