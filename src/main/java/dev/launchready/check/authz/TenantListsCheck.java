package dev.launchready.check.authz;

import dev.launchready.check.AccessSeen;
import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Scorecard.AccessCell;
import dev.launchready.model.Scorecard.AccessRow;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Lists, exports and searches hold only what belongs to the one who asks. */
public final class TenantListsCheck implements Check<TenantListsCheck.Seen> {
    static final Reason LISTS_FOREIGN = Reason.fails("lists-foreign");
    static final Reason FINDS_FOREIGN = Reason.fails("finds-foreign");
    static final Reason LOOKS_FOREIGN = Reason.warns("looks-foreign");
    static final Reason SAME_FOR_BOTH = Reason.blocks("same-for-both");
    static final Reason NO_LIST = Reason.blocks("no-list");
    static final Reason NO_WORD = Reason.blocks("no-word");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");

    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int PER_PAIR = 8;

    /** What a list shows its reader of one other owner. */
    public enum Shown {
        /** Nothing; the owner's own list is not empty. */
        NOTHING,
        /** An object that the portal file gives to the owner, or that the run made for it. */
        GIVEN_OBJECT,
        /** The owner's own address. */
        ADDRESS,
        /** An object that the owner may read and the reader may not. */
        OBJECT_REFUSED_TO_READER,
        /** Objects that both may read: whose they are cannot be told. */
        SAME_FOR_BOTH,
        /** The owner's search found something, and so did the reader's. */
        FOUND,
        /** A hint only. */
        LIKE,
        /** No word of the owner's alone was found even by the owner. */
        NO_WORD,
        /** A wall or a limiter. */
        UNCLEAR
    }

    /**
     * One list, read by one identity, looked at for what belongs to another.
     *
     * @param variant how it was asked beyond its plain address; empty for the plain one
     * @param type of the object that told
     * @param count how many such objects
     */
    public record Look(
            String method,
            String template,
            String host,
            Optional<Integer> line,
            String variant,
            String reader,
            String owner,
            String roles,
            Shown shown,
            String type,
            int count,
            List<HttpExchange> exchanges) {
        public Look {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** @param lists how many routes answered with a list of owned things */
    public record Seen(List<Look> looks, String file, int lists) {
        public Seen {
            looks = List.copyOf(looks);
        }
    }

    @Override
    public String id() {
        return "authz.tenant-lists";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(LISTS_FOREIGN, FINDS_FOREIGN, LOOKS_FOREIGN, SAME_FOR_BOTH, NO_LIST, NO_WORD, CANNOT_TELL);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int identities = portal.identities().size();
        int lists = ListProbe.lists(portal).size();
        int searches = portal.flows().named("search").size() * identities * Math.max(0, identities - 1) * PER_PAIR;
        return Footprint.reading(lists * (identities + 1) + searches)
                .knowingOwners(portal)
                .atLeast(TIMEOUT);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.sessions().whileAlive(() -> new ListProbe(context).look());
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new ListJudge(seen).judge();
    }

    @Override
    public List<AccessRow> access(Seen seen) {
        return seen.looks().stream().flatMap(look -> access(look).stream()).toList();
    }

    /** Whoever was shown a list reaches it; what it holds of another is a cell of its own. */
    private static List<AccessRow> access(Look look) {
        AccessSeen access = new AccessSeen(look.method(), look.template());
        boolean answered =
                !look.exchanges().isEmpty() && look.exchanges().get(0).status() / 100 == 2;
        if (answered && look.shown() != Shown.UNCLEAR) {
            access.reaches(look.reader(), Optional.empty(), Proof.STRONG);
        }
        Optional<String> on = Optional.of(look.owner());
        return switch (look.shown()) {
            case NOTHING ->
                access.stranger(look.reader(), on, AccessCell.REFUSED, Optional.of(Proof.STRONG))
                        .rows();
            case GIVEN_OBJECT, ADDRESS, OBJECT_REFUSED_TO_READER, FOUND ->
                access.stranger(look.reader(), on, AccessCell.ALLOWED, Optional.of(Proof.CONFIRMED))
                        .rows();
            case LIKE ->
                access.stranger(look.reader(), on, AccessCell.UNKNOWN, Optional.of(Proof.HEURISTIC))
                        .rows();
            case SAME_FOR_BOTH, NO_WORD, UNCLEAR ->
                access.stranger(look.reader(), on, AccessCell.UNKNOWN, Optional.empty())
                        .rows();
        };
    }
}
