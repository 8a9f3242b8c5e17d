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

/** Sessions end by themselves, and a refresh token that was used is worth nothing more. */
public final class SessionExpiryCheck implements Check<SessionExpiryCheck.Seen> {
    static final Reason TOKEN_NEVER_EXPIRES = Reason.fails("token-never-expires");
    static final Reason TOKEN_LIVES_LONG = Reason.warns("token-lives-long");
    static final Reason COOKIE_LIVES_LONG = Reason.warns("cookie-lives-long");
    static final Reason REFRESH_REUSED = Reason.warns("refresh-reused");
    static final Reason ATTESTED_LONG = Reason.warns("attested-long");
    static final Reason ALIVE_WHEN_IDLE = Reason.warns("alive-when-idle");
    static final Reason NO_SESSION = Reason.notApplicable("no-session");
    static final Reason NOT_VISIBLE = Reason.blocks("lifetime-not-visible");
    static final Reason ONLY_COOKIE_ENDS = Reason.blocks("only-cookie-ends");
    static final Reason IDLE_UNCLEAR = Reason.blocks("idle-unclear");

    private static final int REQUESTS_EACH = 16;

    /**
     * One part of an identity's credentials.
     *
     * @param carrier for a person: {@code the cookie sid}
     * @param jwt whether it is a JSON Web Token
     * @param token from now to its {@code exp}
     * @param cookie from now to the cookie's own end; absent for one that ends with the browser
     */
    public record Part(
            String identity, String carrier, boolean jwt, Optional<Duration> token, Optional<Duration> cookie) {}

    /** What was left of a session after it had rested. */
    public enum After {
        ALIVE,
        DEAD,
        /** A limiter or a wall answered, or nobody could sign in any more. */
        UNCLEAR
    }

    /**
     * One session that rested.
     *
     * @param carrier as in {@link Part}
     * @param rested for how long nothing was sent with it
     * @param proof how sure it is that the answer was the identity's
     */
    public record Idle(
            String identity, String carrier, Duration rested, After after, Proof proof, HttpExchange exchange) {}

    /**
     * @param refreshed identities whose refresh token was used twice, and whether the second use still gave a session
     * @param idle sessions that rested as long as the profile says; none where it does not say
     * @param attested the longest life that the owner vouches for; absent without a valid word
     * @param passwords identities that send their password with each request, and so have no session
     */
    public record Seen(
            List<Part> parts,
            List<Refreshed> refreshed,
            List<Idle> idle,
            Optional<Duration> attested,
            List<String> passwords,
            String host) {
        public Seen {
            parts = List.copyOf(parts);
            refreshed = List.copyOf(refreshed);
            idle = List.copyOf(idle);
            passwords = List.copyOf(passwords);
        }
    }

    public record Refreshed(String identity, boolean oldStillGood) {}

    @Override
    public String id() {
        return "auth.session-expiry";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                TOKEN_NEVER_EXPIRES,
                TOKEN_LIVES_LONG,
                COOKIE_LIVES_LONG,
                REFRESH_REUSED,
                ATTESTED_LONG,
                ALIVE_WHEN_IDLE,
                NO_SESSION,
                NOT_VISIBLE,
                ONLY_COOKIE_ENDS,
                IDLE_UNCLEAR);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        Footprint usual = Disruption.of(portal, portal.identities().size() * REQUESTS_EACH);
        return usual.within(usual.timeout().plusMinutes(params.integer("idle-minutes")));
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return new Expiring(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return SessionExpiryJudge.judge(seen, params);
    }
}
