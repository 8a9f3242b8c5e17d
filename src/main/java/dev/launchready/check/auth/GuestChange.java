package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.ReauthenticationCheck.Asks;
import dev.launchready.check.auth.ReauthenticationCheck.Attempt;
import dev.launchready.check.auth.ReauthenticationCheck.How;
import dev.launchready.check.auth.ReauthenticationCheck.Kind;
import dev.launchready.check.auth.ReauthenticationCheck.Tried;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Applicant;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tries to change a throw-away account, and sees by signing in what came of it. Each request goes out in a session that has just been
 * proved to be alive: what a dead session is refused proves nothing.
 */
final class GuestChange {
    /** The right password is sent twice where it has no effect at once: what differs between the answers tells nothing. */
    private static final int TWICE = 2;

    private final Newcomers newcomers;
    private final ChangeCalls calls;
    private final Kind kind;
    private final Flow flow;
    private final Flow way;
    private final Request request;
    private final List<Sent> sent = new ArrayList<>();
    private Guest guest;

    /** @param guest at first; it may have another password or address afterwards */
    GuestChange(CheckContext context, Kind kind, Flow flow, Flow way, Guest guest) {
        this.newcomers = context.sessions().newcomers();
        this.calls = new ChangeCalls(context, flow);
        this.kind = kind;
        this.flow = flow;
        this.way = way;
        this.request = flow.request();
        this.guest = guest;
    }

    private record Sent(How how, ChangeAnswer answer, boolean took, boolean heldBack) {}

    /** The account as it is now. */
    Guest guest() {
        return guest;
    }

    Tried tried() throws ProbeException, InterruptedException {
        boolean field = CurrentPassword.in(request);
        List<How> without = field ? List.of(How.WRONG, How.LEFT_OUT, How.EMPTY) : List.of(How.NOT_ASKED);
        for (How how : without) {
            if (going()) {
                send(how);
            }
        }
        for (int time = 0; time < TWICE; time++) {
            if (field && going()) {
                send(How.RIGHT);
            }
        }
        if (calls.confirming().isPresent() && going()) {
            send(How.CONFIRMED_WRONG);
        }
        if (calls.confirming().isPresent() && going()) {
            send(How.CONFIRMED);
        }
        List<ChangeAnswer> rights = sent.stream()
                .filter(each -> each.how() == How.RIGHT)
                .map(Sent::answer)
                .toList();
        Optional<RightAnswer> right =
                rights.size() == TWICE ? Optional.of(new RightAnswer(rights.get(0), rights.get(1))) : Optional.empty();
        Asks asks = sent.stream()
                .filter(each -> each.how() == How.RIGHT || each.how() == How.NOT_ASKED)
                .map(each -> each.answer().asks())
                .filter(each -> each != Asks.NOTHING)
                .findFirst()
                .orElse(Asks.NOTHING);
        List<Attempt> attempts = sent.stream().map(each -> attempt(each, right)).toList();
        return new Tried(
                kind,
                request.toString(),
                "a throw-away account",
                true,
                field,
                attempts,
                asks,
                true,
                right.map(RightAnswer::steady).orElse(true),
                true);
    }

    /** Until something was changed, or nothing can be seen any more. */
    private boolean going() {
        return sent.stream().noneMatch(each -> each.took() || each.heldBack());
    }

    private void send(How how) throws ProbeException, InterruptedException {
        Applicant now = guest.who();
        Applicant then =
                kind == Kind.PASSWORD ? now.knowing(newcomers.password()) : now.at(newcomers.otherMail(now.mail()));
        ChangeAnswer answer = calls.change(guest.session(), how, values(now, then), Optional.of(guest.proof()));
        Optional<Guest> before = newcomers.signIn(way, now, request);
        boolean shown = before.isPresent() && kind == Kind.EMAIL && shows(before.get(), then.mail(), now.mail());
        Optional<Guest> after = before.isPresent() && !shown ? Optional.empty() : newcomers.signIn(way, then, request);
        after.or(() -> before).ifPresent(this::now);
        boolean lost = before.isEmpty() && after.isEmpty();
        sent.add(new Sent(how, answer, after.isPresent() || shown, lost || answer.heldBack()));
    }

    private void now(Guest signedIn) {
        guest = signedIn;
        newcomers.keep(signedIn);
    }

    /** Whether the account shows the new address and the old one no more: where people sign in with a name, that tells. */
    private boolean shows(Guest signedIn, String fresh, String old) throws ProbeException, InterruptedException {
        String text = newcomers.look(signedIn, signedIn.session()).answer().text();
        return text.contains(fresh) && !text.contains(old);
    }

    private static Map<String, String> values(Applicant now, Applicant then) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("user", now.user());
        values.put("password", now.password());
        values.put("new-password", then.password());
        values.put("new-email", then.mail());
        values.put("random-email", then.mail());
        return values;
    }

    private Attempt attempt(Sent each, Optional<RightAnswer> right) {
        ChangeAnswer answer = each.answer();
        boolean like = each.how() != How.RIGHT
                && right.filter(both -> both.like(answer)).isPresent();
        return new Attempt(
                each.how(),
                each.took(),
                answer.accepted(flow),
                like,
                answer.mailed(),
                each.heldBack(),
                answer.first().evidence());
    }
}
