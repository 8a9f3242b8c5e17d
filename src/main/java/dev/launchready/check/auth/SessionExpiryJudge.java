package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.SessionExpiryCheck.Part;
import dev.launchready.check.auth.SessionExpiryCheck.Refreshed;
import dev.launchready.check.auth.SessionExpiryCheck.Seen;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/** Judges how long sessions live, as far as they say or the owner vouches. */
final class SessionExpiryJudge {
    private final Seen seen;
    private final Duration longToken;
    private final Duration longCookie;
    private final Tally tally = new Tally();

    private SessionExpiryJudge(Seen seen, Params params) {
        this.seen = seen;
        this.longToken = Duration.ofHours(params.integer("long-token-hours"));
        this.longCookie = Duration.ofDays(params.integer("long-cookie-days"));
    }

    static Judgement judge(Seen seen, Params params) {
        if (seen.parts().isEmpty()) {
            return new Judgement.NotApplicable(
                    SessionExpiryCheck.NO_SESSION, Map.of("identities", String.join(", ", seen.passwords())));
        }
        SessionExpiryJudge judge = new SessionExpiryJudge(seen, params);
        seen.parts().forEach(judge::judge);
        seen.refreshed().forEach(judge::judge);
        return judge.tally.fact("host", seen.host()).conclude();
    }

    private void judge(Part part) {
        if (part.cookie().filter(life -> life.compareTo(longCookie) > 0).isPresent()) {
            raise(SessionExpiryCheck.COOKIE_LIVES_LONG, part, part.cookie());
        }
        if (part.jwt()) {
            token(part);
        } else {
            opaque(part);
        }
    }

    private void token(Part part) {
        if (part.token().isEmpty()) {
            raise(SessionExpiryCheck.TOKEN_NEVER_EXPIRES, part, Optional.empty());
        } else if (part.token().get().compareTo(longToken) > 0) {
            raise(SessionExpiryCheck.TOKEN_LIVES_LONG, part, part.token());
        } else {
            tally.control("ends", facts(part, part.token()));
        }
    }

    /** Only the server knows how long an opaque session lives; the owner may vouch for it. */
    private void opaque(Part part) {
        if (seen.attested().isEmpty()) {
            tally.unproven(SessionExpiryCheck.NOT_VISIBLE, facts(part, Optional.empty()));
        } else if (seen.attested().get().compareTo(longCookie) > 0) {
            raise(SessionExpiryCheck.ATTESTED_LONG, part, seen.attested());
        } else {
            tally.control("attested", facts(part, seen.attested()));
        }
    }

    private void judge(Refreshed refreshed) {
        if (refreshed.oldStillGood()) {
            tally.raise(Raised.of(SessionExpiryCheck.REFRESH_REUSED, Where.host(seen.host()), Proof.CONFIRMED)
                    .fact("identity", refreshed.identity()));
        } else {
            tally.control("refresh-once", Map.of("identity", refreshed.identity()));
        }
    }

    private void raise(Reason reason, Part part, Optional<Duration> life) {
        Raised raised =
                Raised.of(reason, Where.host(seen.host()), Proof.CONFIRMED).locatedBy(part.carrier());
        for (Map.Entry<String, String> fact : facts(part, life).entrySet()) {
            raised = raised.fact(fact.getKey(), fact.getValue());
        }
        tally.raise(raised);
    }

    private static Map<String, String> facts(Part part, Optional<Duration> life) {
        return Map.of(
                "identity", part.identity(),
                "carrier", part.carrier(),
                "life", life.map(Lifetimes::words).orElse("for ever"));
    }
}
