package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.DuplicateAccountsCheck.Again;
import dev.launchready.check.auth.DuplicateAccountsCheck.Seen;
import dev.launchready.check.auth.DuplicateAccountsCheck.Spelling;
import dev.launchready.check.auth.DuplicateAccountsCheck.Tried;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.Map;
import java.util.stream.Collectors;

/** Judges what came of signing up twice with one mailbox. */
final class DuplicateAccountsJudge {
    private final Seen seen;
    private final Tally tally = new Tally();

    DuplicateAccountsJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.tried().isEmpty()) {
            return Tally.blocked(DuplicateAccountsCheck.SIGN_UP_FAILS, Map.of("request", "flows.signup"));
        }
        seen.tried().forEach(this::judge);
        tally.fact("requests", seen.tried().stream().map(Tried::request).collect(Collectors.joining(", ")));
        return tally.conclude();
    }

    private void judge(Tried tried) {
        Map<String, String> facts = Map.of("request", tried.request());
        if (!tried.left().isEmpty()) {
            tally.control("left", Map.of("accounts", String.join(", ", tried.left())));
        }
        boolean held = tried.freshHeldBack() || tried.again().stream().anyMatch(Again::heldBack);
        tried.again().forEach(each -> judge(tried, each));
        if (held) {
            tally.unproven(DuplicateAccountsCheck.HELD_BACK, facts);
        } else if (tried.freshSignsIn()) {
            tally.control("one-account", facts);
        } else if (!tried.freshAccepted()) {
            tally.unproven(DuplicateAccountsCheck.SIGN_UP_FAILS, facts);
        } else if (tried.same().map(Again::likeFresh).orElse(true)) {
            tally.unproven(DuplicateAccountsCheck.CANNOT_TELL, facts);
        } else {
            tally.control("answers", facts);
        }
    }

    private void judge(Tried tried, Again again) {
        if (again.firstOpened()) {
            raise(DuplicateAccountsCheck.TAKES_OVER, tried, again, Proof.CONFIRMED);
        } else if (again.spelling().allowed()) {
            if (again.signsIn()) {
                tally.control(
                        "apart",
                        Map.of(
                                "request",
                                tried.request(),
                                "how",
                                again.spelling().says()));
            }
        } else if (explained(tried, again)) {
            // a letter whose small form is another is no more than a capital letter here
            tally.control("one-account", Map.of("request", tried.request()));
        } else if (again.signsIn() && again.firstSignsIn()) {
            raise(reason(again.spelling()), tried, again, Proof.CONFIRMED);
        } else if (claimed(tried, again)) {
            raise(reason(again.spelling()), tried, again, Proof.HEURISTIC);
        }
    }

    private static boolean explained(Tried tried, Again again) {
        return again.spelling() == Spelling.LOOKALIKE
                && tried.again().stream().anyMatch(each -> each.spelling() == Spelling.CASE && each.signsIn());
    }

    /** Whether the answer says that there is an account now, on a portal that says of the very same address that there is none. */
    private static boolean claimed(Tried tried, Again again) {
        boolean tells = tried.freshAccepted()
                && tried.same().filter(same -> !same.likeFresh()).isPresent();
        return tells
                && !again.heldBack()
                && again.spelling() != Spelling.SAME
                && again.likeFresh()
                && !again.likeSame();
    }

    private static Reason reason(Spelling spelling) {
        return spelling.unicode() ? DuplicateAccountsCheck.UNICODE_ACCOUNT : DuplicateAccountsCheck.SECOND_ACCOUNT;
    }

    private void raise(Reason reason, Tried tried, Again again, Proof proof) {
        tally.raise(Raised.of(reason, Where.host(seen.host()), proof)
                .fact("request", tried.request())
                .fact("how", again.spelling().says())
                .locatedBy(tried.request() + " " + again.spelling().name().toLowerCase(java.util.Locale.ROOT))
                .showing(again.exchange()));
    }
}
