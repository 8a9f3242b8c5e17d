package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.ReauthenticationCheck.Asks;
import dev.launchready.check.auth.ReauthenticationCheck.Attempt;
import dev.launchready.check.auth.ReauthenticationCheck.How;
import dev.launchready.check.auth.ReauthenticationCheck.Kind;
import dev.launchready.check.auth.ReauthenticationCheck.Seen;
import dev.launchready.check.auth.ReauthenticationCheck.Tried;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges whether an account changes hands without its current password. */
final class ReauthenticationJudge {
    private final Seen seen;
    private final Tally tally = new Tally();

    ReauthenticationJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.tried().isEmpty()) {
            return Tally.blocked(ReauthenticationCheck.NO_ACCOUNT, Map.of());
        }
        seen.tried().forEach(this::judge);
        if (!seen.left().isEmpty()) {
            tally.control("left", Map.of("accounts", String.join(", ", seen.left())));
        }
        tally.fact("requests", seen.tried().stream().map(Tried::request).collect(Collectors.joining(", ")));
        return tally.conclude();
    }

    private void judge(Tried tried) {
        if (!tried.signsIn()) {
            tally.unproven(ReauthenticationCheck.NOT_RESTORED, facts(tried));
            return;
        }
        List<Attempt> without =
                tried.attempts().stream().filter(each -> !each.how().right()).toList();
        Optional<Attempt> took = without.stream().filter(Attempt::took).findFirst();
        if (took.isPresent()
                && took.get().how() == How.NOT_ASKED
                && seen.attested().isPresent()) {
            tally.control(
                    "attested",
                    with(tried, "life", Lifetimes.words(seen.attested().get())));
        } else if (took.isPresent()) {
            raise(changes(tried), tried, took.get(), Proof.CONFIRMED);
        } else if (tried.attempts().stream().anyMatch(Attempt::heldBack)) {
            tally.unproven(ReauthenticationCheck.HELD_BACK, facts(tried));
        } else if (tried.throwAway()) {
            guest(tried, without);
        } else {
            own(tried, without);
        }
    }

    /** With an account that was made for it, the effect is known; here there was none without the password. */
    private void guest(Tried tried, List<Attempt> without) {
        Attempt last = tried.attempts().get(tried.attempts().size() - 1);
        boolean changes = tried.attempts().stream().anyMatch(each -> each.how().right() && each.took());
        Optional<Attempt> right = right(tried);
        boolean apart = tried.steady()
                && right.filter(Attempt::accepted).isPresent()
                && without.stream().noneMatch(Attempt::likeRight);
        Attempt accepted = right.orElse(last);
        if (changes) {
            tally.control("changes-with", facts(tried));
        } else if (tried.asks() != Asks.NOTHING) {
            tally.control("asks-again", facts(tried));
        } else if (apart) {
            tally.control("told-apart", facts(tried));
        } else if (tried.kind() == Kind.EMAIL && accepted.accepted() && accepted.mailed()) {
            raise(ReauthenticationCheck.EMAIL_WAITS, tried, without.get(0), Proof.HEURISTIC);
        } else if (tried.kind() == Kind.PASSWORD && accepted.accepted() && accepted.mailed()) {
            tally.control("mail-first", facts(tried));
        } else {
            tally.unproven(ReauthenticationCheck.CHANGE_FAILS, facts(tried));
        }
    }

    /** With a test account nothing changes: only the answers speak. */
    private void own(Tried tried, List<Attempt> without) {
        Optional<Attempt> right = right(tried);
        Attempt first = without.get(0);
        Optional<Attempt> like = without.stream().filter(Attempt::likeRight).findFirst();
        if (right.isEmpty() && first.accepted() && tried.asks() == Asks.NOTHING && tried.strangerUnlike()) {
            if (seen.attested().isPresent()) {
                tally.control(
                        "attested",
                        with(tried, "life", Lifetimes.words(seen.attested().get())));
            } else {
                raise(changes(tried), tried, first, Proof.HEURISTIC);
            }
        } else if (tried.asks() != Asks.NOTHING) {
            tally.control("asks-again", facts(tried));
        } else if (right.isPresent() && like.isEmpty() && tried.steady()) {
            tally.control("told-apart", facts(tried));
        } else if (right.filter(Attempt::accepted).isPresent() && like.isPresent() && tried.strangerUnlike()) {
            raise(changes(tried), tried, like.get(), Proof.STRONG);
        } else {
            tally.unproven(ReauthenticationCheck.CHANGE_FAILS, facts(tried));
        }
    }

    private static Optional<Attempt> right(Tried tried) {
        return tried.attempts().stream().filter(each -> each.how() == How.RIGHT).findFirst();
    }

    private static Reason changes(Tried tried) {
        return tried.kind() == Kind.PASSWORD
                ? ReauthenticationCheck.PASSWORD_CHANGES
                : ReauthenticationCheck.EMAIL_CHANGES;
    }

    private void raise(Reason reason, Tried tried, Attempt attempt, Proof proof) {
        tally.raise(Raised.of(reason, Where.host(seen.host()), proof)
                .fact("request", tried.request())
                .fact("account", tried.account())
                .fact("how", attempt.how().says())
                .locatedBy(tried.request())
                .showing(attempt.exchange()));
    }

    private static Map<String, String> facts(Tried tried) {
        return Map.of("request", tried.request(), "account", tried.account());
    }

    private static Map<String, String> with(Tried tried, String name, String value) {
        return Map.of("request", tried.request(), "account", tried.account(), name, value);
    }
}
