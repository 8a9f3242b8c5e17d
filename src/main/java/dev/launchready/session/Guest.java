package dev.launchready.session;

import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Request;
import dev.launchready.session.Prover.Proved;

/** A throw-away account, signed in and proved; shared with nobody. */
public final class Guest {
    private final Flow flow;
    private final Applicant who;
    private final Proved proved;

    Guest(Flow flow, Applicant who, Proved proved) {
        this.flow = flow;
        this.who = who;
        this.proved = proved;
    }

    public Applicant who() {
        return who;
    }

    public Session session() {
        return proved.session();
    }

    /** What shows that it is signed in. */
    public Request proof() {
        return proved.proof().request();
    }

    Flow flow() {
        return flow;
    }

    Sign sign() {
        return proved.sign();
    }
}
