package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.check.auth.ReauthenticationCheck.Kind;
import dev.launchready.check.auth.ReauthenticationCheck.Seen;
import dev.launchready.check.auth.ReauthenticationCheck.Tried;
import dev.launchready.portal.Attested;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tries to change password and address without the current password: of an account made for it, else to the values that they have. */
final class Changing {
    private final CheckContext context;
    private final Newcomers newcomers;

    Changing(CheckContext context) {
        this.context = context;
        this.newcomers = context.sessions().newcomers();
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Tried> tried = new ArrayList<>();
        List<String> left = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            String name = kind == Kind.PASSWORD ? "password-change" : "email-change";
            for (Flow flow : context.portal().flows().named(name)) {
                Optional<GuestChange> change = withGuest(kind, flow);
                if (change.isEmpty()) {
                    new OwnChange(context, kind, flow).tried().ifPresent(tried::add);
                    continue;
                }
                tried.add(change.get().tried());
                Guest guest = change.get().guest();
                if (!newcomers.remove(guest)) {
                    left.add(guest.who().marker());
                }
            }
        }
        return new Seen(tried, attested(), left, context.portal().api().host());
    }

    /** With an account made for it that can sign in where the change is made. */
    private Optional<GuestChange> withGuest(Kind kind, Flow flow) throws ProbeException, InterruptedException {
        for (Flow way : newcomers.ways()) {
            Optional<Guest> made = newcomers.make(way);
            Optional<Guest> there =
                    made.isEmpty() ? made : newcomers.signIn(way, made.get().who(), flow.request());
            if (there.isPresent()) {
                return Optional.of(new GuestChange(context, kind, flow, way, there.get()));
            }
        }
        return Optional.empty();
    }

    private Optional<Duration> attested() {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        return Optional.ofNullable(context.portal().attest().get("auth.reauthentication"))
                .filter(word -> !today.isAfter(word.until()))
                .flatMap(Attested::minutes);
    }
}
