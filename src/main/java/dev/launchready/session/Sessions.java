package dev.launchready.session;

import dev.launchready.portal.Identity;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpCall;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.LoggerFactory;

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

    /**
     * As {@link #fresh(String)}, by a browser that already holds these cookies.
     *
     * @throws ProbeException as for {@link #of}
     */
    Session fresh(String identity, List<Cookie> held) throws ProbeException, InterruptedException;

    /** Asks for the identity's proof with whatever that session carries: forged parts, ended ones, none. Recorded nowhere. */
    Sighting look(Session session) throws ProbeException, InterruptedException;

    /**
     * A session made with the refresh token of that one, as its recipe refreshes or as a route of the portal takes such a token; not proved.
     *
     * @return empty when no way is known, or the portal gives no new token: which of them, a session that is good shows
     */
    Optional<Session> refreshed(Session session) throws ProbeException, InterruptedException;

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

    /**
     * What the identity gets of its own right: the texts of its own lists and pages, and the objects that belong to it, given by the file or
     * learnt. Read once, when it is first asked for.
     */
    Holdings holdings(String identity) throws ProbeException, InterruptedException;

    /** The names under which the portal may know that identity, from its recipe and its token: personal values, never to leave memory. */
    Set<String> words(String identity) throws ProbeException, InterruptedException;

    /** The texts that nobody gets on the private routes of all identities, and on the portal's front page. Read once. */
    Set<String> publicTexts() throws ProbeException, InterruptedException;

    /** The objects, each as type to id, that nobody finds on the private routes of all identities. Read once. */
    Set<Map<String, String>> publicIds() throws ProbeException, InterruptedException;

    /** Where the run makes objects of its own and removes them again. */
    Workbench workbench();

    /** Where the run makes throw-away accounts and removes them again. */
    Newcomers newcomers();

    /** Takes over what an earlier run made and did not remove; whether the file still says how it is removed. */
    default boolean adopt(String type, String owner, String id, String marker) {
        if (!type.equals(Newcomers.TYPE)) {
            return workbench().adopt(type, owner, id, marker);
        }
        newcomers().adopt(marker);
        return !newcomers().ways().isEmpty();
    }

    /**
     * Removes whatever the run made and has not removed yet, each as its owner, what was made last first; for the end of a run, however
     * it ended.
     *
     * @return what stays behind, with the request that would remove it
     */
    default List<Made> clearAway() throws InterruptedException {
        List<Made> standing = new ArrayList<>(workbench().standing());
        Collections.reverse(standing);
        for (Made object : standing) {
            try {
                boolean nobodys = object.owner().equals(HttpCall.NOBODY);
                workbench().undo(object, nobodys ? nobody() : of(object.owner()));
            } catch (ProbeException e) {
                LoggerFactory.getLogger(Sessions.class)
                        .debug("{} of {} stays: {}", object.type(), object.owner(), e.code());
            }
        }
        List<Made> left = new ArrayList<>(workbench().standing());
        left.addAll(newcomers().clearAway());
        return List.copyOf(left);
    }

    /**
     * Values that belong to that identity alone: seen in its own answers, not in those of any other identity that can sign in, and not as
     * nobody. Long enough to be no chance.
     */
    List<Marker> markers(String identity) throws ProbeException, InterruptedException;

    /**
     * Every identity that can sign in, in the file's order.
     *
     * @throws ProbeException.SignIn of the first, when none can
     */
    default List<Session> able() throws ProbeException, InterruptedException {
        List<Session> able = new ArrayList<>();
        Optional<ProbeException.SignIn> failed = Optional.empty();
        for (Identity identity : identities()) {
            try {
                able.add(of(identity.name()));
            } catch (ProbeException.SignIn e) {
                miss(identity.name(), e);
                failed = failed.isPresent() ? failed : Optional.of(e);
            }
        }
        if (able.isEmpty() && failed.isPresent()) {
            throw failed.get();
        }
        return List.copyOf(able);
    }

    /** Takes down that an identity does not take part, and why. */
    void miss(String identity, ProbeException.SignIn why);

    /** Identities that could not sign in so far, and why, in the order in which that was seen. */
    Map<String, ProbeException.SignIn> missing();

    /** Every identity that can sign in, in the file's order; empty where none can, for what can be told without. */
    default List<Session> thoseAble() throws ProbeException, InterruptedException {
        try {
            return able();
        } catch (ProbeException.SignIn e) {
            LoggerFactory.getLogger(Sessions.class).debug("nobody can sign in: {}", e.code());
            return List.of();
        }
    }

    /**
     * Does the work, and proves afterwards that every shared session still lives: what was refused to a dead session proves nothing. When
     * one was lost, it is renewed and the work done once more.
     *
     * @throws ProbeException.SignIn with code {@code session-lost} when a session dies again
     */
    default <T> T whileAlive(Work<T> work) throws ProbeException, InterruptedException {
        T result = work.run();
        if (dead().isEmpty()) {
            return result;
        }
        for (String identity : dead()) {
            renew(identity);
        }
        result = work.run();
        List<String> dead = dead();
        if (!dead.isEmpty()) {
            throw new ProbeException.SignIn(
                    "session-lost",
                    "The session of " + String.join(" and ", dead) + " ended while the check ran, twice.",
                    "see whether the portal ends sessions early or allows one session for each account");
        }
        return result;
    }

    private List<String> dead() throws ProbeException, InterruptedException {
        List<String> dead = new ArrayList<>();
        for (Session session : able()) {
            if (!alive(session).alive()) {
                dead.add(session.identity());
            }
        }
        return dead;
    }

    /** What is done with sessions. */
    interface Work<T> {
        T run() throws ProbeException, InterruptedException;
    }

    /** The last moment at which the identity was known to be signed in. */
    default Optional<Instant> lastAlive(String identity) {
        return record(identity).stream()
                .filter(Liveness::alive)
                .map(Liveness::at)
                .reduce((earlier, later) -> later);
    }
}
