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

/** Signing in gives a new session: no cookie that a browser held before is signed in afterwards. */
public final class SessionFixationCheck implements Check<SessionFixationCheck.Seen> {
    static final Reason SESSION_ID_KEPT = Reason.fails("session-id-kept");
    static final Reason CHOSEN_ID_ACCEPTED = Reason.fails("chosen-id-accepted");
    static final Reason NO_COOKIE = Reason.notApplicable("no-cookie");
    static final Reason READY_MADE = Reason.blocks("ready-made-session");
    static final Reason HELD_BACK = Reason.blocks("held-back");

    private static final int REQUESTS = 24;

    /** What the cookie from before the sign-in was worth after it. */
    public enum Worth {
        /** There was none, or it was not tried. */
        UNTRIED,
        NOTHING,
        SIGNED_IN,
        HELD_BACK
    }

    /**
     * One identity's sign-in.
     *
     * @param cookies the cookies that are the session
     * @param readyMade whether the recipe does not sign in itself
     * @param kept of the cookies that the portal gave before the sign-in
     * @param chosen of a value that the portal never gave
     * @param exchanges what showed it
     */
    public record Tried(
            String identity,
            List<String> cookies,
            boolean readyMade,
            Worth kept,
            Worth chosen,
            Proof proof,
            List<HttpExchange> exchanges) {
        public Tried {
            cookies = List.copyOf(cookies);
            exchanges = List.copyOf(exchanges);
        }
    }

    /** @param tried absent when no session travels in a cookie */
    public record Seen(Optional<Tried> tried, String host, boolean consented) {}

    @Override
    public String id() {
        return "auth.session-fixation";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(SESSION_ID_KEPT, CHOSEN_ID_ACCEPTED, NO_COOKIE, READY_MADE, HELD_BACK);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Disruption.of(portal, REQUESTS);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return new SignInTwice(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        if (seen.tried().isEmpty()) {
            return Tally.notApplicable(NO_COOKIE);
        }
        Tried tried = seen.tried().get();
        Map<String, String> facts = Map.of("identity", tried.identity(), "cookies", String.join(", ", tried.cookies()));
        Tally tally = new Tally();
        facts.forEach(tally::fact);
        if (tried.readyMade()) {
            return Tally.blocked(READY_MADE, facts);
        }
        if (tried.kept() == Worth.HELD_BACK || tried.chosen() == Worth.HELD_BACK) {
            tally.unproven(HELD_BACK, facts);
        }
        if (tried.kept() == Worth.SIGNED_IN) {
            tally.raise(raised(SESSION_ID_KEPT, tried, seen, facts));
        } else if (tried.chosen() == Worth.SIGNED_IN) {
            tally.raise(raised(CHOSEN_ID_ACCEPTED, tried, seen, facts));
        }
        tally.control("signs-in", facts);
        tally.control(tried.kept() == Worth.UNTRIED ? "nothing-before" : "tried-before", facts);
        if (!seen.consented()) {
            tally.control("chosen-left-out");
        }
        return tally.conclude();
    }

    private static Raised raised(Reason reason, Tried tried, Seen seen, Map<String, String> facts) {
        return Raised.of(reason, Where.host(seen.host()), tried.proof())
                .fact("identity", tried.identity())
                .fact("cookies", facts.getOrDefault("cookies", ""))
                .showing(tried.exchanges());
    }
}
