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
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Whoever finds an open browser cannot take the account over: password and address change with the current password alone. */
public final class ReauthenticationCheck implements Check<ReauthenticationCheck.Seen> {
    static final Reason PASSWORD_CHANGES = Reason.fails("password-changes-without");
    static final Reason EMAIL_CHANGES = Reason.fails("email-changes-without");
    static final Reason EMAIL_WAITS = Reason.warns("email-waits-for-mail-alone");
    static final Reason NO_ACCOUNT = Reason.blocks("no-account");
    static final Reason CHANGE_FAILS = Reason.blocks("change-does-not-work");
    static final Reason NOT_RESTORED = Reason.blocks("not-restored");
    static final Reason HELD_BACK = Reason.blocks("held-back");

    private static final int REQUESTS_EACH = 60;

    /** What is changed. */
    public enum Kind {
        PASSWORD,
        EMAIL
    }

    /** How the current password stands in a request. */
    public enum How {
        WRONG("a wrong one in its place"),
        LEFT_OUT("its field left out"),
        EMPTY("its field left empty"),
        NOT_ASKED("the request has no field for it"),
        CONFIRMED_WRONG("a wrong one on the page that asks for it"),
        RIGHT("the right one"),
        CONFIRMED("the right one on the page that asks for it");

        private final String says;

        How(String says) {
            this.says = says;
        }

        String says() {
            return says;
        }

        boolean right() {
            return this == RIGHT || this == CONFIRMED;
        }
    }

    /** Whether the portal asked for the password once more in place of doing what was asked. */
    public enum Asks {
        NOTHING,
        ON_A_PAGE,
        IN_WORDS
    }

    /**
     * One request, by a session that was proved to be alive right before.
     *
     * @param took whether the change is in force: the account signs in with the new value and not with the old
     * @param accepted whether the answer claims success
     * @param likeRight whether it is like the answer to the right password; false where there was none
     * @param mailed whether the answer speaks of a mail
     * @param heldBack whether a limiter or a lock answered, there or at the sign-in that had to show the effect
     */
    public record Attempt(
            How how,
            boolean took,
            boolean accepted,
            boolean likeRight,
            boolean mailed,
            boolean heldBack,
            HttpExchange exchange) {}

    /**
     * One flow.
     *
     * @param throwAway whether the account was made for it; else it is a test account, and the new value is the old one
     * @param field whether the request has a place for the current password
     * @param strangerUnlike whether nobody gets another answer than the right password
     * @param steady whether the right password got the same answer twice
     * @param signsIn whether the account could still sign in afterwards
     */
    public record Tried(
            Kind kind,
            String request,
            String account,
            boolean throwAway,
            boolean field,
            List<Attempt> attempts,
            Asks asks,
            boolean strangerUnlike,
            boolean steady,
            boolean signsIn) {
        public Tried {
            attempts = List.copyOf(attempts);
        }
    }

    /**
     * @param attested after which time at the latest the portal wants a new sign-in before a change, by the owner's word
     * @param left accounts that stay behind
     */
    public record Seen(List<Tried> tried, Optional<Duration> attested, List<String> left, String host) {
        public Seen {
            tried = List.copyOf(tried);
            left = List.copyOf(left);
        }
    }

    @Override
    public String id() {
        return "auth.reauthentication";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(PASSWORD_CHANGES, EMAIL_CHANGES, EMAIL_WAITS, NO_ACCOUNT, CHANGE_FAILS, NOT_RESTORED, HELD_BACK);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int flows = portal.flows().named("password-change").size()
                + portal.flows().named("email-change").size();
        return Disruption.of(portal, flows * REQUESTS_EACH);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return new Changing(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new ReauthenticationJudge(seen).judge();
    }
}
