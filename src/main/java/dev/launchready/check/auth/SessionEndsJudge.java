package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.SessionEndsCheck.After;
import dev.launchready.check.auth.SessionEndsCheck.Answered;
import dev.launchready.check.auth.SessionEndsCheck.Ended;
import dev.launchready.check.auth.SessionEndsCheck.Seen;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.time.Duration;
import java.util.Map;

/** Judges what sessions were worth after signing out. */
final class SessionEndsJudge {
    private final Seen seen;
    private final Duration brief;
    private final Tally tally = new Tally();

    SessionEndsJudge(Seen seen, Duration brief) {
        this.seen = seen;
        this.brief = brief;
    }

    Judgement judge() {
        seen.ended().forEach(this::judge);
        return tally.conclude();
    }

    private void judge(Ended ended) {
        Map<String, String> facts = Map.of(
                "identity", ended.identity(),
                "request", ended.request(),
                "carriers", ended.carriers(),
                "status", String.valueOf(ended.status()));
        facts.forEach(tally::fact);
        switch (ended.refresh()) {
            case GOOD -> raise(SessionEndsCheck.REFRESH_SURVIVES, ended, facts, Proof.CONFIRMED);
            case WITHDRAWN -> tally.control("refresh-withdrawn", facts);
            case UNKNOWN -> tally.unproven(SessionEndsCheck.REFRESH_UNKNOWN, facts);
            case NONE -> {
                // the sign-in gives no such token
            }
        }
        if (ended.after() == After.HELD_BACK) {
            tally.unproven(SessionEndsCheck.HELD_BACK, facts);
        } else if (ended.after() == After.ALIVE) {
            survived(ended, facts);
        } else {
            tally.control("lived-before", facts);
            if (!ended.cleared()) {
                raise(SessionEndsCheck.COOKIE_STAYS, ended, facts, Proof.CONFIRMED);
            }
        }
    }

    private void survived(Ended ended, Map<String, String> facts) {
        if (ended.answered() == Answered.REFUSED) {
            tally.unproven(SessionEndsCheck.LOGOUT_REFUSED, facts);
        } else if (ended.answered() == Answered.UNCLEAR) {
            tally.unproven(SessionEndsCheck.LOGOUT_UNCLEAR, facts);
        } else {
            raise(reason(ended), ended, facts, ended.proof());
        }
    }

    private Reason reason(Ended ended) {
        if (!ended.token()) {
            return SessionEndsCheck.SESSION_SURVIVES;
        }
        if (ended.tokenLife().isEmpty()) {
            return SessionEndsCheck.TOKEN_NEVER_ENDS;
        }
        boolean soon = ended.tokenLife().get().compareTo(brief) <= 0;
        return soon ? SessionEndsCheck.TOKEN_SURVIVES_BRIEFLY : SessionEndsCheck.TOKEN_SURVIVES;
    }

    private void raise(Reason reason, Ended ended, Map<String, String> facts, Proof proof) {
        Where host = Where.host(seen.host());
        Raised raised = Raised.of(
                        reason,
                        seen.line().map(line -> host.in(seen.file(), line)).orElse(host),
                        proof)
                .fact("life", ended.tokenLife().map(Lifetimes::words).orElse("for ever"))
                .locatedBy(ended.request())
                .showing(ended.exchanges());
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            raised = raised.fact(fact.getKey(), fact.getValue());
        }
        tally.raise(raised);
    }
}
