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
import java.util.Optional;
import java.util.Set;

/** One mailbox is one account: another spelling of an address makes no second one, and never opens the first. */
public final class DuplicateAccountsCheck implements Check<DuplicateAccountsCheck.Seen> {
    static final Reason SECOND_ACCOUNT = Reason.fails("second-account");
    static final Reason UNICODE_ACCOUNT = Reason.warns("unicode-account");
    static final Reason TAKES_OVER = Reason.fails("sign-up-takes-over");
    static final Reason SIGN_UP_FAILS = Reason.blocks("sign-up-does-not-work");
    static final Reason CANNOT_TELL = Reason.blocks("cannot-tell");
    static final Reason HELD_BACK = Reason.blocks("held-back");

    private static final int REQUESTS_EACH = 120;

    /** How the address is written the second time. */
    public enum Spelling {
        SAME("the very same address", false),
        CASE("the name in capital letters", false),
        DOMAIN_CASE("the domain in capital letters", false),
        SPACE("a space after the address", false),
        WIDTH("a letter of another width", true),
        LOOKALIKE("a letter whose small form is another", true),
        PLUS("a plus and a word after the name", false),
        DOTS("a dot within the name", false);

        private final String says;
        private final boolean unicode;

        Spelling(String says, boolean unicode) {
            this.says = says;
            this.unicode = unicode;
        }

        String says() {
            return says;
        }

        boolean unicode() {
            return unicode;
        }

        /** Whether it is by design another mailbox at most providers, so that two accounts are no fault. */
        boolean allowed() {
            return this == PLUS || this == DOTS;
        }
    }

    /**
     * One sign-up with another spelling of an address that has an account.
     *
     * @param signsIn whether it gave an account that opens with its own password
     * @param firstSignsIn whether the first account still opens with its own
     * @param firstOpened whether the first account opens with the second's password, or shows what belongs to the first
     * @param likeFresh whether the answer's verdict is that on a fresh address
     * @param likeSame whether it is that on the very same address; false for that itself
     */
    public record Again(
            Spelling spelling,
            boolean signsIn,
            boolean firstSignsIn,
            boolean firstOpened,
            boolean likeFresh,
            boolean likeSame,
            boolean heldBack,
            HttpExchange exchange) {}

    /**
     * One way to sign up.
     *
     * @param freshSignsIn whether a fresh address gave an account that could sign in
     * @param freshAccepted whether the answer to it claims success
     */
    public record Tried(
            String request,
            boolean freshSignsIn,
            boolean freshAccepted,
            boolean freshHeldBack,
            List<Again> again,
            List<String> left) {
        public Tried {
            again = List.copyOf(again);
            left = List.copyOf(left);
        }

        Optional<Again> same() {
            return again.stream()
                    .filter(each -> each.spelling() == Spelling.SAME)
                    .findFirst();
        }
    }

    public record Seen(List<Tried> tried, String host) {
        public Seen {
            tried = List.copyOf(tried);
        }
    }

    @Override
    public String id() {
        return "auth.duplicate-accounts";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(SECOND_ACCOUNT, UNICODE_ACCOUNT, TAKES_OVER, SIGN_UP_FAILS, CANNOT_TELL, HELD_BACK);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Disruption.of(portal, portal.flows().named("signup").size() * REQUESTS_EACH);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return new SignUpTwice(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new DuplicateAccountsJudge(seen).judge();
    }
}
