package dev.launchready.check.auth;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** After signing out, what carried the session opens nothing any more: cookie, token and refresh token. */
public final class SessionEndsCheck implements Check<SessionEndsCheck.Seen> {
    static final Reason SESSION_SURVIVES = Reason.fails("session-survives");
    static final Reason TOKEN_SURVIVES = Reason.fails("token-survives");
    static final Reason TOKEN_NEVER_ENDS = Reason.fails("token-never-ends");
    static final Reason TOKEN_SURVIVES_BRIEFLY = Reason.warns("token-survives-briefly");
    static final Reason REFRESH_SURVIVES = Reason.fails("refresh-survives");
    static final Reason COOKIE_STAYS = Reason.warns("cookie-stays");
    static final Reason LOGOUT_REFUSED = Reason.blocks("logout-refused");
    static final Reason LOGOUT_UNCLEAR = Reason.blocks("logout-unclear");
    static final Reason REFRESH_UNKNOWN = Reason.blocks("refresh-unknown");
    static final Reason HELD_BACK = Reason.blocks("held-back");

    private static final int REQUESTS_EACH = 36;

    /** What the portal's answer to the sign-out shows of it. */
    public enum Answered {
        /** It took the cookie back, or answered as done. */
        DONE,
        REFUSED,
        /** A page or a redirect that may be anything. */
        UNCLEAR
    }

    /** What the session was worth afterwards. */
    public enum After {
        DEAD,
        ALIVE,
        HELD_BACK
    }

    /** What the refresh token was worth afterwards. */
    public enum Refresh {
        /** The sign-in gives none. */
        NONE,
        /** It gave a session that is signed in. */
        GOOD,
        /** It gave none, while that of a session that was not signed out did. */
        WITHDRAWN,
        /** Nor did that of a session that was not signed out. */
        UNKNOWN
    }

    /**
     * One way of signing out, tried with a session made for it.
     *
     * @param request as the portal file has it
     * @param carriers what the session travelled in, for a person
     * @param cleared whether the browser was told to forget the cookie; true where there is none
     * @param tokenLife for a session that is a JSON Web Token: how long it would live of itself; absent when it says no end
     * @param proof how well {@code after} is proved
     */
    public record Ended(
            String identity,
            String request,
            String carriers,
            Answered answered,
            After after,
            boolean cleared,
            boolean token,
            Optional<Duration> tokenLife,
            Refresh refresh,
            Proof proof,
            int status,
            List<HttpExchange> exchanges) {
        public Ended {
            exchanges = List.copyOf(exchanges);
        }
    }

    /** @param line of the flow in the portal file */
    public record Seen(List<Ended> ended, String host, String file, Optional<Integer> line) {
        public Seen {
            ended = List.copyOf(ended);
        }
    }

    @Override
    public String id() {
        return "auth.session-ends";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                SESSION_SURVIVES,
                TOKEN_SURVIVES,
                TOKEN_NEVER_ENDS,
                TOKEN_SURVIVES_BRIEFLY,
                REFRESH_SURVIVES,
                COOKIE_STAYS,
                LOGOUT_REFUSED,
                LOGOUT_UNCLEAR,
                REFRESH_UNKNOWN,
                HELD_BACK);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Disruption.of(portal, portal.flows().named("logout").size() * REQUESTS_EACH);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return new SignOut(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new SessionEndsJudge(seen, Duration.ofMinutes(params.integer("brief-minutes"))).judge();
    }
}
