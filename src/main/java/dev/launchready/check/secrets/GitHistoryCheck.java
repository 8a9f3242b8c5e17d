package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Claim;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Reason;
import dev.launchready.model.Stage;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.git.GitHistory;
import dev.launchready.probe.git.Holes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The history of the source holds no secret: neither in the newest version nor in any older one. */
public final class GitHistoryCheck implements Check<GitHistoryCheck.Seen> {
    static final Reason IN_NEWEST_VERSION = Reason.fails("in-newest-version");
    static final Reason IN_HISTORY = Reason.fails("in-history");
    static final Reason THROWN_AWAY = Reason.warns("thrown-away");
    static final Reason TEST_KEY = SecretReasons.TEST_KEY;
    static final Reason LOOKS_LIKE_A_SECRET = SecretReasons.LOOKS_LIKE_A_SECRET;
    static final Reason NOT_OPENED = Reason.warns("not-opened");
    static final Reason SHALLOW = Reason.blocks("shallow");
    static final Reason MISSING = Reason.blocks("missing");
    static final Reason LEFT_OUT = Reason.blocks("left-out");
    static final Reason CORRUPT = Reason.blocks("corrupt");
    static final Reason TOO_LARGE = Reason.blocks("too-large");
    static final Reason LFS_ELSEWHERE = Reason.blocks("lfs-elsewhere");
    static final Reason SUBMODULES = Reason.blocks("submodules");
    static final Reason TOO_MANY = Reason.blocks("too-many");
    static final Reason NO_COMMITS = Reason.notApplicable("no-commits");

    private static final Duration TIMEOUT = Duration.ofMinutes(30);
    private static final String SOURCE = "source";

    /**
     * @param folder of the repository, as the portal file names it
     * @param empty whether there is no commit
     * @param blobs that were read, each once
     * @param bytes of those blobs
     * @param commits that some ref leads to
     * @param thrownAway fingerprints of those values that no ref leads to
     * @param notOpened archives that could not be opened, some of them
     * @param left how often a value was left out, as there were too many
     */
    public record Seen(
            String folder,
            boolean empty,
            long blobs,
            long bytes,
            long commits,
            int refs,
            Holes holes,
            List<FoundSecret> found,
            List<String> thrownAway,
            List<String> notOpened,
            long left) {
        public Seen {
            found = List.copyOf(found);
            thrownAway = List.copyOf(thrownAway);
            notOpened = List.copyOf(notOpened);
        }
    }

    @Override
    public String id() {
        return "secrets.git-history";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> all = new HashSet<>(Set.of(
                IN_NEWEST_VERSION, IN_HISTORY, THROWN_AWAY, TEST_KEY, LOOKS_LIKE_A_SECRET, NOT_OPENED, NO_COMMITS));
        all.addAll(Set.of(SHALLOW, MISSING, LEFT_OUT, CORRUPT, TOO_LARGE, LFS_ELSEWHERE, SUBMODULES, TOO_MANY));
        return Set.copyOf(all);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return new Footprint(Stage.NORMAL, Set.of(Claim.shared(SOURCE)), 0, TIMEOUT, Duration.ZERO);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        Path repository = context.portal().source().repository().orElse(Path.of("."));
        try (GitHistory history = context.git().open(repository)) {
            return new HistorySearch(context.secrets(), context.notes(), context.clock())
                    .look(
                            history,
                            repository.toString(),
                            repository.toAbsolutePath().normalize());
        }
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new GitHistoryJudge(seen).judge();
    }
}
