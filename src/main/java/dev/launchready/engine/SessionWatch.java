package dev.launchready.engine;

import dev.launchready.catalog.CheckCard;
import dev.launchready.model.CheckResult;
import dev.launchready.model.Outcome;
import dev.launchready.model.Problem;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Identity;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Sessions;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps an eye on the shared sessions: a check that ran while one of them was lost proves nothing. */
final class SessionWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SessionWatch.class);

    private final Sessions sessions;

    SessionWatch(Sessions sessions) {
        this.sessions = sessions;
    }

    /** Signs that identity in; a refusal stays with the sessions, and every check that needs it tells it. */
    void signIn(Identity identity) throws InterruptedException {
        try {
            sessions.of(identity.name());
        } catch (ProbeException e) {
            LOG.info("{} could not sign in: {}", identity.name(), e.code());
        }
    }

    /** The identities that were signed in and, at this moment, cannot be shown to be. */
    List<String> lost() throws InterruptedException {
        List<String> lost = new ArrayList<>();
        for (Identity identity : sessions.identities()) {
            if (sessions.proof(identity.name()).isPresent() && !alive(identity.name())) {
                lost.add(identity.name());
            }
        }
        return lost;
    }

    /** Signs those identities in anew; false when one of them cannot. */
    boolean renew(List<String> identities) throws InterruptedException {
        boolean all = true;
        for (String identity : identities) {
            try {
                sessions.renew(identity);
            } catch (ProbeException e) {
                LOG.info("{} could not sign in again: {}", identity, e.code());
                all = false;
            }
        }
        return all;
    }

    private boolean alive(String identity) throws InterruptedException {
        try {
            return sessions.alive(sessions.of(identity)).alive();
        } catch (ProbeException e) {
            return false;
        }
    }

    /** Whether that check speaks as an identity, and so is in doubt when a session was lost. */
    static boolean concerns(CheckCard card) {
        return card.safety().contains(TrafficClass.OWN_ACCOUNTS)
                || card.needs().contains("identity")
                || card.needs().contains("two-identities");
    }

    /** What becomes of a verdict that was reached with a dead session. */
    static CheckResult doubted(CheckCard card, CheckResult result, List<String> lost) {
        Problem problem = new Problem(
                "session-lost",
                "The session of " + String.join(" and ", lost)
                        + " was lost while this check ran, and again when it was run once more.",
                "give the test accounts longer sessions, or run it alone: --only " + card.id(),
                10);
        return Results.open(card, Outcome.BLOCKED, problem, result.requests(), result.elapsedMs());
    }
}
