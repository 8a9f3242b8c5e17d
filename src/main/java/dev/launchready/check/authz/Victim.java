package dev.launchready.check.authz;

import dev.launchready.check.authz.SelfReading.Self;
import dev.launchready.model.Json;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Applicant;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A throw-away account that others try to change: what it is called, how it signs in by now, and what became of it. */
final class Victim {
    private static final Set<String> IDS = Set.of(
            "id",
            "uuid",
            "guid",
            "uid",
            "userid",
            "useruuid",
            "accountid",
            "memberid",
            "customerid",
            "slug",
            "username",
            "handle",
            "publicid");

    private final Newcomers newcomers;
    private final Flow way;
    private final SelfReading reading;
    private Guest guest;
    private Applicant who;

    Victim(Newcomers newcomers, Flow way, SelfReading reading, Guest guest) {
        this.newcomers = newcomers;
        this.way = way;
        this.reading = reading;
        this.guest = guest;
        this.who = guest.who();
    }

    /** Values that stand in no account yet. */
    record Fresh(String password, String mail, String marker) {
        /**
         * What fills a request about an account, sent by somebody with that password.
         *
         * @param address that the account has at present
         */
        Map<String, String> values(String whose, String address, String own) {
            Map<String, String> values = new LinkedHashMap<>();
            values.put("email", address);
            values.put(AccountTarget.WHOSE, whose);
            values.put("password", own);
            values.put("new-password", password);
            values.put("new-email", mail);
            values.put("random-email", mail);
            List.of("marker", "random", "word").forEach(name -> values.put(name, marker));
            return values;
        }
    }

    /** What became of the account. */
    enum State {
        AS_IT_WAS,
        /** It signs in with the new password, and with the old one no more. */
        PASSWORD_CHANGED,
        /** It signs in at the new address, or shows it. */
        MAIL_CHANGED,
        /** It shows the new text. */
        TEXT_CHANGED,
        /** It signs in no more. */
        GONE;

        boolean changed() {
            return this != AS_IT_WAS && this != GONE;
        }
    }

    Guest guest() {
        return guest;
    }

    /** What it signs in with at present. */
    String password() {
        return who.password();
    }

    String mail() {
        return who.mail();
    }

    /** Texts that nothing else has. */
    List<String> randoms() {
        return List.of(who.mail(), who.marker());
    }

    /** What a request may call it by: its ids, and its names. */
    List<String> names() throws ProbeException, InterruptedException {
        Set<String> names = new LinkedHashSet<>();
        Optional<Self> self = reading.read(who, guest.session());
        self.ifPresent(each -> each.parts().forEach(part -> {
            List<String> holder = part.shown().holder(part.name());
            part.shown().values().forEach((path, value) -> {
                boolean direct = path.size() == holder.size() + 1
                        && path.subList(0, holder.size()).equals(holder);
                String text = value instanceof Json.Bool ? "" : value.text().orElse("");
                if (direct && !text.isEmpty() && IDS.contains(Meanings.plain(path.get(path.size() - 1)))) {
                    names.add(text);
                }
            });
        }));
        names.add(who.user());
        names.add(who.mail());
        return new ArrayList<>(names);
    }

    /** Signs in again, and sees which of the fresh values are in force; from then on they count as its own. */
    State after(Fresh fresh) throws ProbeException, InterruptedException {
        Optional<Guest> before = newcomers.signIn(way, who);
        if (before.isPresent()) {
            guest = before.get();
            return shown(fresh);
        }
        Map<State, Applicant> others = new LinkedHashMap<>();
        others.put(State.PASSWORD_CHANGED, who.knowing(fresh.password()));
        others.put(State.MAIL_CHANGED, who.at(fresh.mail()));
        if (!who.user().equals(who.mail())) {
            others.put(State.TEXT_CHANGED, new Applicant(who.mail(), fresh.marker(), who.password(), fresh.marker()));
        }
        for (Map.Entry<State, Applicant> other : others.entrySet()) {
            Optional<Guest> now = newcomers.signIn(way, other.getValue());
            if (now.isPresent()) {
                guest = now.get();
                who = other.getValue();
                newcomers.keep(guest);
                return other.getKey();
            }
        }
        return State.GONE;
    }

    private State shown(Fresh fresh) throws ProbeException, InterruptedException {
        Applicant named = new Applicant(fresh.mail(), who.user(), who.password(), fresh.marker());
        Optional<Self> self = reading.read(named, guest.session());
        boolean text = self.filter(each -> each.shown().shows(fresh.marker())).isPresent();
        boolean mail = self.filter(each -> each.shown().shows(fresh.mail())).isPresent();
        if (mail) {
            who = new Applicant(fresh.mail(), who.user(), who.password(), who.marker());
            return State.MAIL_CHANGED;
        }
        return text ? State.TEXT_CHANGED : State.AS_IT_WAS;
    }
}
