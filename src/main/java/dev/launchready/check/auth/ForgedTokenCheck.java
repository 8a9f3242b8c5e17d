package dev.launchready.check.auth;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Nothing but the token that the portal gave opens a session: not an altered, unsigned, self-signed or guessed one. */
public final class ForgedTokenCheck implements Check<ForgedTokenCheck.Seen> {
    static final Reason GARBAGE_ACCEPTED = Reason.fails("garbage-accepted");
    static final Reason ALTERED_TOKEN_ACCEPTED = Reason.fails("altered-token-accepted");
    static final Reason SIGNATURE_NOT_CHECKED = Reason.fails("signature-not-checked");
    static final Reason SIGNATURE_STRIPPED = Reason.fails("signature-stripped");
    static final Reason NONE_ALGORITHM = Reason.fails("none-algorithm");
    static final Reason KEY_CONFUSION = Reason.fails("key-confusion");
    static final Reason WEAK_SECRET = Reason.fails("weak-secret");
    static final Reason BLANK_SECRET = Reason.fails("blank-secret");
    static final Reason KEY_ID_TRICK = Reason.fails("key-id-trick");
    static final Reason FOREIGN_SECRET_ACCEPTED = Reason.fails("foreign-secret-accepted");
    static final Reason GUESSABLE_TOKEN = Reason.fails("guessable-token");
    static final Reason GOOD_TOKEN_REFUSED = Reason.blocks("good-token-refused");
    static final Reason HELD_BACK = Reason.blocks("held-back");

    private static final int REQUESTS_EACH = 60;

    /** How a token was forged; those before explain those after them. */
    public enum Way {
        GARBAGE,
        ALTERED,
        OTHER_SIGNATURE,
        STRIPPED,
        NONE,
        CONFUSED,
        BLANK,
        KEY_ID,
        FOREIGN
    }

    /** What the portal made of it. */
    public enum Taken {
        REFUSED,
        ACCEPTED,
        HELD_BACK
    }

    /** @param variant for a person, such as {@code algorithm nOnE} */
    public record Forged(Way way, String variant, Taken taken, Proof proof, HttpExchange exchange) {}

    /**
     * One part of an identity's credentials, and what was tried with it.
     *
     * @param carrier for a person: {@code the header Authorization}
     * @param algorithm of a JSON Web Token; absent for a token that means nothing by itself
     * @param secretFound whether a common secret signs the token, found without asking the portal
     * @param guessable whether the token is no more than the identity's own name or number
     * @param aliveAfter whether the good token was still good afterwards
     */
    public record Tried(
            String identity,
            String carrier,
            Optional<String> algorithm,
            boolean secretFound,
            boolean guessable,
            boolean aliveAfter,
            List<Forged> forged) {
        public Tried {
            forged = List.copyOf(forged);
        }
    }

    public record Seen(List<Tried> tried, String host) {
        public Seen {
            tried = List.copyOf(tried);
        }
    }

    @Override
    public String id() {
        return "auth.forged-token";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                GARBAGE_ACCEPTED,
                ALTERED_TOKEN_ACCEPTED,
                SIGNATURE_NOT_CHECKED,
                SIGNATURE_STRIPPED,
                NONE_ALGORITHM,
                KEY_CONFUSION,
                WEAK_SECRET,
                BLANK_SECRET,
                KEY_ID_TRICK,
                FOREIGN_SECRET_ACCEPTED,
                GUESSABLE_TOKEN,
                GOOD_TOKEN_REFUSED,
                HELD_BACK);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int identities = Math.min(portal.identities().size(), params.integer("max-identities"));
        return Disruption.of(portal, identities * REQUESTS_EACH);
    }

    @Override
    public Seen observe(CheckContext context) throws ProbeException, InterruptedException {
        return new ForgedTokens(context).look();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new ForgedTokenJudge(seen).judge();
    }
}
