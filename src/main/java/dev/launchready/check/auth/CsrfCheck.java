package dev.launchready.check.auth;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A page of another site cannot make a client's browser change something in the portal. */
public final class CsrfCheck implements Check<CsrfCheck.Seen> {
    static final Reason CROSS_SITE_WRITE = Reason.fails("cross-site-write");
    static final Reason LEFT_BEHIND = Reason.warns("left-behind");
    static final Reason NO_COOKIE = Reason.notApplicable("no-cookie");
    static final Reason SAME_SITE = Reason.notApplicable("same-site");
    static final Reason NOTHING_TO_CREATE = Reason.blocks("nothing-to-create");
    static final Reason CONTROL_FAILED = Reason.blocks("control-failed");
    static final Reason HELD_BACK = Reason.blocks("held-back");

    private static final int REQUESTS_EACH = 60;

    /** What keeps a foreign page's request from being signed in at all. */
    public enum Shield {
        NONE,
        /** The session does not travel by cookies alone, and no page can add a header to another site's request. */
        NO_COOKIE,
        /** Browsers leave the cookie out of what other sites cause. */
        SAME_SITE
    }

    /** What came of a request as a foreign page can send it. */
    public enum Effect {
        NONE,
        WRITTEN,
        HELD_BACK
    }

    /** @param variant how the body was sent: {@code as a form}, {@code as plain text} */
    public record Forged(String variant, Effect effect, HttpExchange exchange) {}

    /**
     * One kind of object, made as the portal's own pages do, then as a foreign page can.
     *
     * @param made whether the rightful request was read back by its owner
     * @param left requests that undo what could not be undone
     */
    public record Tried(
            String type, String identity, String request, boolean made, List<Forged> forged, List<String> left) {
        public Tried {
            forged = List.copyOf(forged);
            left = List.copyOf(left);
        }
    }

    /** @param carriers what the session travels in, for a person */
    public record Seen(
            Shield shield, String carriers, List<Tried> tried, String host, String file, Optional<Integer> line) {
        public Seen {
            tried = List.copyOf(tried);
        }
    }

    @Override
    public String id() {
        return "auth.csrf";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                CROSS_SITE_WRITE, LEFT_BEHIND, NO_COOKIE, SAME_SITE, NOTHING_TO_CREATE, CONTROL_FAILED, HELD_BACK);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int types = Math.min(portal.flows().create().size(), params.integer("max-types"));
        return Disruption.of(portal, types * REQUESTS_EACH);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return new CrossSite(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        Map<String, String> carriers = Map.of("carriers", seen.carriers());
        if (seen.shield() != Shield.NONE) {
            Reason reason = seen.shield() == Shield.SAME_SITE ? SAME_SITE : NO_COOKIE;
            return new Judgement.NotApplicable(reason, carriers);
        }
        if (seen.tried().isEmpty()) {
            return Tally.blocked(NOTHING_TO_CREATE, carriers);
        }
        Tally tally = new Tally();
        seen.tried().forEach(tried -> judge(tried, seen, tally));
        return tally.fact("types", seen.tried().size()).conclude();
    }

    private static void judge(Tried tried, Seen seen, Tally tally) {
        Map<String, String> facts =
                Map.of("type", tried.type(), "identity", tried.identity(), "request", tried.request());
        if (!tried.left().isEmpty()) {
            tally.raise(raised(LEFT_BEHIND, tried, seen).fact("undo", String.join(", ", tried.left())));
        }
        if (!tried.made()) {
            tally.unproven(CONTROL_FAILED, facts);
            return;
        }
        List<Forged> written = tried.forged().stream()
                .filter(each -> each.effect() == Effect.WRITTEN)
                .toList();
        if (!written.isEmpty()) {
            tally.raise(raised(CROSS_SITE_WRITE, tried, seen)
                    .fact("variant", written.get(0).variant())
                    .showing(written.get(0).exchange()));
        } else if (tried.forged().stream().anyMatch(each -> each.effect() == Effect.HELD_BACK)) {
            tally.unproven(HELD_BACK, facts);
        } else {
            tally.control("made", facts);
        }
    }

    private static Raised raised(Reason reason, Tried tried, Seen seen) {
        Where host = Where.host(seen.host());
        return Raised.of(
                        reason,
                        seen.line().map(line -> host.in(seen.file(), line)).orElse(host),
                        Proof.CONFIRMED)
                .fact("type", tried.type())
                .fact("identity", tried.identity())
                .fact("request", tried.request())
                .locatedBy(tried.request());
    }
}
