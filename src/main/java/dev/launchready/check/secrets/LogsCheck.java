package dev.launchready.check.secrets;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.detect.PersonalHit.Kind;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Logs hold neither what opens a door nor what belongs to a person. */
public final class LogsCheck implements Check<LogsCheck.Seen> {
    static final Reason PASSWORDS = Reason.fails("passwords");
    static final Reason SESSION_IDS = Reason.fails("session-ids");
    static final Reason BEARER_TOKENS = Reason.fails("bearer-tokens");
    static final Reason CARD_NUMBERS = Reason.fails("card-numbers");
    static final Reason NATIONAL_IDS = Reason.fails("national-ids");
    static final Reason ACCOUNT_NUMBERS = Reason.fails("account-numbers");
    static final Reason CONTACT_DETAILS = Reason.warns("contact-details");
    static final Reason EMAIL_ADDRESSES = Reason.warns("email-addresses");
    static final Reason NOTHING_MATCHES = Reason.blocks("nothing-matches");
    static final Reason NOT_READ = Reason.blocks("not-read");

    /** @param pattern as the portal file has it, from its folder */
    public record Pattern(String pattern, long files, long bytes) {}

    /** @param text the line with everything that gives anything away blotted out */
    public record Sample(String file, long line, String text) {}

    /**
     * What was met of one kind.
     *
     * @param proved of all, those that are more than a hint
     * @param different values
     */
    public record Met(Kind kind, long count, long proved, long different, List<Sample> samples) {
        public Met {
            samples = List.copyOf(samples);
        }

        Proof proof() {
            return proved > 0 ? Proof.STRONG : Proof.HEURISTIC;
        }
    }

    /**
     * @param secrets by the rules for secrets; tokens of sessions are counted in {@code met}
     * @param unread the first of what could not be read, with why
     */
    public record Seen(List<Pattern> patterns, List<Met> met, List<FoundSecret> secrets, List<String> unread) {
        public Seen {
            patterns = List.copyOf(patterns);
            met = List.copyOf(met);
            secrets = List.copyOf(secrets);
            unread = List.copyOf(unread);
        }
    }

    @Override
    public String id() {
        return "secrets.logs";
    }

    @Override
    public Set<Reason> reasons() {
        Set<Reason> reasons = new HashSet<>(SecretReasons.all());
        reasons.remove(SecretReasons.PUBLIC_KEY);
        reasons.addAll(List.of(
                PASSWORDS,
                SESSION_IDS,
                BEARER_TOKENS,
                CARD_NUMBERS,
                NATIONAL_IDS,
                ACCOUNT_NUMBERS,
                CONTACT_DETAILS,
                EMAIL_ADDRESSES,
                NOTHING_MATCHES,
                NOT_READ));
        return Set.copyOf(reasons);
    }

    @Override
    public Class<Seen> observed() {
        return Seen.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.ofSource();
    }

    @Override
    public Seen observe(CheckContext context) throws InterruptedException {
        return new LogReading(context).read();
    }

    @Override
    public Judgement judge(Seen seen, Params params) {
        return new LogsJudge(seen).judgement();
    }
}
