package dev.launchready.check.transport;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.transport.Trail.Failure;
import dev.launchready.check.transport.Trail.Hop;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Url;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpProbe.End;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Addresses that clients still have from earlier lead to where they belong now, for good. */
public final class LegacyUrlsCheck implements Check<LegacyUrlsCheck.Seen> {
    static final Reason GONE = Reason.fails("gone");
    static final Reason STAYS = Reason.fails("stays");
    static final Reason ELSEWHERE = Reason.fails("elsewhere");
    static final Reason DEAD = Reason.fails("dead");
    static final Reason NEVER_LANDS = Reason.fails("never-lands");
    static final Reason TEMPORARY = Reason.warns("temporary");
    static final Reason NOT_SEEN = Reason.blocks("not-seen");
    static final Reason NONE_LISTED = Reason.notApplicable("none-listed");

    public record Seen(List<Move> moves) {
        public Seen {
            moves = List.copyOf(moves);
        }
    }

    /** @param wanted where the old address must land */
    public record Move(Url old, Url wanted, Trail trail) {
        /** Passing through it is enough: a page for members sends visitors on to the sign-in page. */
        boolean reached() {
            return trail.hops().stream().anyMatch(hop -> same(hop.url(), wanted))
                    || trail.pending().filter(url -> same(url, wanted)).isPresent();
        }

        /** A slash at the end makes no other place; a query does only where one is asked for. */
        private static boolean same(Url seen, Url wanted) {
            return seen.origin().equals(wanted.origin())
                    && bare(seen.path()).equals(bare(wanted.path()))
                    && (wanted.query().isEmpty() || wanted.query().equals(seen.query()));
        }

        private static String bare(String path) {
            return path.length() > 1 && path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        }
    }

    @Override
    public String id() {
        return "transport.legacy-urls";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(GONE, STAYS, ELSEWHERE, DEAD, NEVER_LANDS, TEMPORARY, NOT_SEEN, NONE_LISTED);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(portal.address().legacyUrls().size() * (1 + params.integer("max-hops")));
    }

    @Override
    public Seen observe(CheckContext context) throws InterruptedException {
        Url portal = context.portal().url();
        int most = context.params().integer("max-hops");
        List<Move> moves = new ArrayList<>();
        for (Map.Entry<String, String> entry :
                new TreeMap<>(context.portal().address().legacyUrls()).entrySet()) {
            Optional<Url> old = portal.resolve(entry.getKey());
            Optional<Url> wanted = portal.resolve(entry.getValue());
            if (old.isPresent() && wanted.isPresent()) {
                Trail trail = Trail.walk(context.http(), HttpCall.get(old.get()), most);
                moves.add(new Move(old.get(), wanted.get(), trail));
            }
        }
        return new Seen(moves);
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.moves().isEmpty()) {
            return Tally.notApplicable(NONE_LISTED);
        }
        Tally tally = new Tally().fact("urls", seen.moves().size());
        seen.moves().forEach(move -> judge(move, tally));
        return tally.conclude();
    }

    private static void judge(Move move, Tally tally) {
        Trail trail = move.trail();
        Optional<Failure> failure = trail.failure();
        if (failure.isPresent() || trail.inTrouble()) {
            String problem = failure.map(Failure::says)
                    .orElseGet(() -> "It answers " + trail.last().status() + ".");
            tally.unproven(NOT_SEEN, Map.of("old", move.old().toString(), "problem", problem));
            return;
        }
        Optional<Reason> fault = fault(move);
        if (fault.isPresent()) {
            tally.raise(raised(fault.get(), move));
        } else {
            tally.control(
                    "lands",
                    Map.of("old", move.old().toString(), "wanted", move.wanted().toString()));
        }
    }

    private static Optional<Reason> fault(Move move) {
        Trail trail = move.trail();
        if (trail.end() != End.ANSWERED) {
            return Optional.of(NEVER_LANDS);
        }
        int status = trail.last().status();
        boolean led = trail.hops().size() > 1;
        if (!led && status >= 400) {
            return Optional.of(GONE);
        }
        if (!move.reached()) {
            return Optional.of(led ? ELSEWHERE : STAYS);
        }
        if (status / 100 != 2) {
            return Optional.of(DEAD);
        }
        boolean forGood = trail.hops().stream()
                .takeWhile(hop -> !Move.same(hop.url(), move.wanted()))
                .allMatch(Hop::permanent);
        return forGood ? Optional.empty() : Optional.of(TEMPORARY);
    }

    private static Raised raised(Reason reason, Move move) {
        Trail trail = move.trail();
        return Raised.of(
                        reason, Where.route("GET", move.old().path(), move.old().host()), Proof.CONFIRMED)
                .fact("old", move.old())
                .fact("wanted", move.wanted())
                .fact("landed", trail.destination())
                .fact("status", trail.last().status())
                .fact("way", trail.way())
                .showing(trail.evidence())
                .locatedBy(move.old().authority());
    }
}
