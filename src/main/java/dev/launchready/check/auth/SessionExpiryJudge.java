package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.SessionExpiryCheck.After;
import dev.launchready.check.auth.SessionExpiryCheck.Idle;
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
        seen.idle().forEach(judge::judge);
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

    /** Only the server knows how long an opaque session lives: it shows that one ends, or the owner vouches for it. */
    private void opaque(Part part) {
        boolean ended = seen.idle().stream()
                .anyMatch(idle -> idle.after() == After.DEAD
                        && idle.identity().equals(part.identity())
                        && idle.carrier().equals(part.carrier()));
        if (ended) {
            return;
        }
        if (seen.attested().isEmpty()) {
            Reason reason =
                    part.cookie().isPresent() ? SessionExpiryCheck.ONLY_COOKIE_ENDS : SessionExpiryCheck.NOT_VISIBLE;
            tally.unproven(reason, facts(part, part.cookie()));
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

    private void judge(Idle idle) {
        Map<String, String> facts =
                Map.of("identity", idle.identity(), "carrier", idle.carrier(), "life", Lifetimes.words(idle.rested()));
        switch (idle.after()) {
            case DEAD -> tally.control("ends-when-idle", facts);
            case UNCLEAR -> tally.unproven(SessionExpiryCheck.IDLE_UNCLEAR, facts);
            case ALIVE ->
                tally.raise(raised(SessionExpiryCheck.ALIVE_WHEN_IDLE, idle.carrier(), idle.proof(), facts)
                        .showing(idle.exchange()));
        }
    }

    private void raise(Reason reason, Part part, Optional<Duration> life) {
        tally.raise(raised(reason, part.carrier(), Proof.CONFIRMED, facts(part, life)));
    }

    private Raised raised(Reason reason, String carrier, Proof proof, Map<String, String> facts) {
        Raised raised = Raised.of(reason, Where.host(seen.host()), proof).locatedBy(carrier);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            raised = raised.fact(fact.getKey(), fact.getValue());
        }
        return raised;
    }

    private static Map<String, String> facts(Part part, Optional<Duration> life) {
        return Map.of(
                "identity", part.identity(),
                "carrier", part.carrier(),
                "life", life.map(Lifetimes::words).orElse("for ever"));
    }
}
