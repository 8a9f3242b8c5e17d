package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.probe.ProbeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The identities of the portal file, at work. Each signs in once for the whole run, when it is first asked for; a sign-in that failed
 * stays failed. Safe for use by many threads.
 */
public interface Sessions {

    /** The identities of the portal file, in its order, signed in or not. */
    List<Identity> identities();

    /**
     * That identity, signed in and proved: seen as signed in with its session, and not without.
     *
     * @throws ProbeException.SignIn when it cannot sign in or cannot be proved to be signed in, with the sentence and the line to add
     */
    Session of(String identity) throws ProbeException, InterruptedException;

    /** Somebody without any credential. */
    Session nobody();

    /**
     * A second session of that identity, signed in now, proved, and shared with nobody: for checks that end or spoil a session.
     *
     * @throws ProbeException as for {@link #of}
     */
    Session fresh(String identity) throws ProbeException, InterruptedException;

    /** Whether that session, shared or fresh, still shows its identity's proof. Recorded when it is the shared one. */
    Liveness alive(Session session) throws ProbeException, InterruptedException;

    /**
     * Signs in anew after a loss; the new session is what {@link #of} gives from then on. When the shared session is alive it stays.
     *
     * @throws ProbeException as for {@link #of}
     */
    Session renew(String identity) throws ProbeException, InterruptedException;

    /** Every proof of life of that identity's shared sessions, in order. Checks that ran after the last good one before a loss are in doubt. */
    List<Liveness> record(String identity);

    /** How that identity was proved to be signed in; empty while it is not. */
    Optional<SignedInProof> proof(String identity);

    /**
     * The parts of the credentials that are the session: learnt by leaving them out one by one. Parts whose absence changes nothing are
     * not among them.
     */
    List<Credential> carriers(String identity) throws ProbeException, InterruptedException;

    /** The last moment at which the identity was known to be signed in. */
    default Optional<Instant> lastAlive(String identity) {
        return record(identity).stream()
                .filter(Liveness::alive)
                .map(Liveness::at)
                .reduce((earlier, later) -> later);
    }
}
