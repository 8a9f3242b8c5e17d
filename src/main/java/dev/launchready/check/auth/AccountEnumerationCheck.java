package dev.launchready.check.auth;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.List;
import java.util.Set;

/** Signing in, recovering a password and signing up do not tell who has an account. */
public final class AccountEnumerationCheck implements Check<AccountEnumerationCheck.Seen> {
    static final Reason STATUS_TELLS = Reason.fails("status-tells");
    static final Reason ANSWER_TELLS = Reason.fails("answer-tells");
    static final Reason TIME_TELLS = Reason.warns("time-tells");
    static final Reason SIGN_UP_TELLS = Reason.warns("sign-up-tells");
    static final Reason NO_DOOR = Reason.blocks("no-door");
    static final Reason HELD_BACK = Reason.blocks("held-back");
    static final Reason LOCKED_OUT = Reason.blocks("locked-out");

    private static final int REQUESTS_EACH = 32;

    /** Where a person gives an address. */
    public enum Door {
        LOGIN,
        RECOVERY,
        SIGN_UP
    }

    /**
     * One answer to one address.
     *
     * @param known whether somebody has an account under it
     * @param place where a redirect leads; empty without one
     * @param words of the answer, the address taken out; hashed, since they may hold anything
     * @param cookies names of the cookies that were set
     * @param micros until the last byte, in microseconds
     * @param held whether a limiter or a wall answered
     */
    public record Answer(
            boolean known,
            int status,
            String place,
            Set<String> words,
            Set<String> cookies,
            long micros,
            boolean held) {
        public Answer {
            words = Set.copyOf(words);
            cookies = Set.copyOf(cookies);
        }
    }

    /**
     * One flow, tried with known and unknown addresses in turn.
     *
     * @param timed whether there are enough answers to compare times
     * @param taken for a sign-up: whether the answer says that the address is taken
     */
    public record Tried(
            Door door,
            String request,
            List<Answer> answers,
            boolean timed,
            boolean taken,
            List<HttpExchange> exchanges) {
        public Tried {
            answers = List.copyOf(answers);
            exchanges = List.copyOf(exchanges);
        }
    }

    /**
     * @param stillIn whether the identities could sign in afterwards
     * @param leftOut doors of the portal file that were not tried for want of consent
     */
    public record Seen(List<Tried> tried, String host, boolean stillIn, List<String> leftOut) {
        public Seen {
            tried = List.copyOf(tried);
            leftOut = List.copyOf(leftOut);
        }
    }

    @Override
    public String id() {
        return "auth.account-enumeration";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(STATUS_TELLS, ANSWER_TELLS, TIME_TELLS, SIGN_UP_TELLS, NO_DOOR, HELD_BACK, LOCKED_OUT);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int doors = 1
                + portal.flows().named("login").size()
                + portal.flows().named("recovery").size()
                + portal.flows().named("signup").size();
        return Disruption.of(portal, doors * REQUESTS_EACH);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return new WhoIsThere(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new WhoIsThereJudge(seen, params).judge();
    }
}
