package dev.launchready.check.authz;

import dev.launchready.check.authz.FieldTrial.Outcome;
import dev.launchready.check.authz.SelfReading.Self;
import dev.launchready.model.Json;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Applicant;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import dev.launchready.session.Shown;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Signs up with further fields, signs in with the new account, reads what it is told of itself, and removes it. */
final class SignUpWrite implements FieldTrial.AccountWrite {
    private final Newcomers newcomers;
    private final Flow way;
    private final Applicant model;
    private final SelfReading reading;
    private final Doors doors;

    /** @param model of an account that came of that sign-up without any further field */
    SignUpWrite(Newcomers newcomers, Flow way, Applicant model, SelfReading reading, Doors doors) {
        this.newcomers = newcomers;
        this.way = way;
        this.model = model;
        this.reading = reading;
        this.doors = doors;
    }

    @Override
    public Outcome with(List<GuardedField> fields, Map<String, String> strays)
            throws ProbeException, InterruptedException {
        Applicant who = newcomers.another(way, model);
        HttpAnswer answer =
                newcomers.signUp(way, who, body -> new Injection(body, nameIn(body, who)).with(fields, strays));
        Optional<Guest> guest = newcomers.signIn(way, who);
        if (guest.isEmpty()) {
            return new Outcome(answer.status(), Optional.empty(), false, false, List.of(answer.evidence()));
        }
        newcomers.keep(guest.get());
        Optional<Self> self = reading.of(guest.get());
        Optional<String> opened = doors.opened(guest.get().session(), fields);
        newcomers.remove(guest.get());
        return new Outcome(
                answer.status(),
                self.map(Self::shown),
                false,
                false,
                opened,
                Stream.concat(Stream.of(answer), self.map(Self::first).stream())
                        .map(HttpAnswer::evidence)
                        .toList());
    }

    @Override
    public boolean refers(GuardedField field) {
        return doors.leadsTo(field.value());
    }

    /** The account's name, as it stands in the body. */
    static String nameIn(Json body, Applicant who) {
        Shown sent = Shown.of(body);
        return Stream.of(who.mail(), who.user(), who.marker())
                .filter(sent::shows)
                .findFirst()
                .orElse(who.marker());
    }
}
