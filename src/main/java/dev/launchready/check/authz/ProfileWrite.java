package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.FieldTrial.Outcome;
import dev.launchready.check.authz.SelfReading.Self;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Applicant;
import dev.launchready.session.Bodies;
import dev.launchready.session.Filling;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.FlowCalls.Prepared;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Changes the profile of a throw-away account, a text of no weight together with further fields, and reads it as that account. */
final class ProfileWrite implements FieldTrial.AccountWrite {
    /** Texts that somebody signs in with, which stay as they are. */
    private static final Set<String> NAMES =
            Set.of("user", "username", "login", "loginname", "handle", "email", "mail");

    private final CheckContext context;
    private final Newcomers newcomers;
    private final FlowCalls flows;
    private final Request request;
    private final Flow way;
    private final SelfReading reading;
    private final Doors doors;
    private Guest guest;
    private Applicant now;
    private Json body = new Json.Obj(Map.of());

    ProfileWrite(CheckContext context, Request request, Flow way, Guest guest, SelfReading reading, Doors doors) {
        this.context = context;
        this.newcomers = context.sessions().newcomers();
        this.flows = new FlowCalls(context.portal(), context.http());
        this.request = request;
        this.way = way;
        this.guest = guest;
        this.now = guest.who();
        this.reading = reading;
        this.doors = doors;
    }

    /** What the account is told of itself after a change without any further field; empty when that had no effect. */
    Optional<Self> works() throws ProbeException, InterruptedException {
        return written(List.of(), Map.of()).self();
    }

    /** The body of the last write, further fields left out. */
    Json body() {
        return body;
    }

    /** The account as it is now. */
    Guest guest() {
        return guest;
    }

    @Override
    public Outcome with(List<GuardedField> fields, Map<String, String> strays)
            throws ProbeException, InterruptedException {
        Change change = written(fields, strays);
        Optional<String> opened = doors.opened(guest.session(), fields);
        if (opened.isPresent()) {
            renew();
        }
        return new Outcome(
                change.answer().map(HttpAnswer::status).orElse(0),
                change.self().map(Self::shown),
                false,
                false,
                opened,
                Stream.concat(change.answer().stream(), change.self().map(Self::first).stream())
                        .map(HttpAnswer::evidence)
                        .toList());
    }

    @Override
    public boolean refers(GuardedField field) {
        return doors.leadsTo(field.value());
    }

    /** @param self what is read afterwards, when it shows the new text */
    private record Change(Optional<HttpAnswer> answer, Optional<Self> self) {}

    private Change written(List<GuardedField> fields, Map<String, String> strays)
            throws ProbeException, InterruptedException {
        Optional<Self> before = reading.read(now, guest.session());
        String marker = context.sessions().workbench().marker();
        Optional<Json> plain =
                before.map(self -> plain(self, marker)).filter(each -> !each.equals(new Json.Obj(Map.of())));
        if (plain.isEmpty()) {
            return new Change(Optional.empty(), Optional.empty());
        }
        body = plain.get();
        Request altered = request.with(new Injection(body, marker).with(fields, strays));
        boolean form = flows.encoding(altered).equals(Bodies.FORM);
        List<Request> pages =
                form ? List.of(Request.parse("GET " + request.target()), guest.proof()) : List.<Request>of();
        Prepared prepared = flows.asBrowser(guest.session(), altered, Map.of(), pages);
        HttpAnswer answer =
                context.http().send(prepared.session().sign(prepared.call()).needing(TrafficClass.WRITES));
        Applicant renamed = new Applicant(now.mail(), now.user(), now.password(), marker);
        Optional<Self> after = reading.read(renamed, guest.session())
                .filter(self -> self.shown().shows(marker));
        now = after.isPresent() ? renamed : now;
        return new Change(Optional.of(answer), after);
    }

    /** What the file says, else the texts of the profile in which the account's own random text stands, with another in its place. */
    private Json plain(Self self, String marker) {
        if (request.body().isPresent()) {
            Map<String, String> values = new LinkedHashMap<>(now.values());
            List.of("marker", "random", "word").forEach(name -> values.put(name, marker));
            return Filling.fill(request.body().get(), values);
        }
        List<String> holder = self.shown().holder(now.marker());
        Map<String, Json> members = new LinkedHashMap<>();
        self.shown().values().forEach((path, value) -> {
            boolean direct = path.size() == holder.size() + 1
                    && path.subList(0, holder.size()).equals(holder);
            String name = path.isEmpty() ? "" : path.get(path.size() - 1);
            String text = value.text().orElse("");
            boolean free = direct && text.contains(now.marker()) && !text.contains("@");
            if (free && !NAMES.contains(Meanings.plain(name))) {
                members.put(name, new Json.Str(text.replace(now.marker(), marker)));
            } else if (direct
                    && request.method().equals("PUT")
                    && Meanings.of(List.of(name)).isEmpty()) {
                members.put(name, value);
            }
        });
        boolean changes = members.values().stream()
                .anyMatch(value -> value.text().orElse("").contains(marker));
        return new Json.Obj(changes ? members : Map.of());
    }

    /** Another account in the place of one that has become more. */
    private void renew() throws ProbeException, InterruptedException {
        Optional<Guest> fresh = newcomers.make(way);
        if (fresh.isPresent()) {
            newcomers.remove(guest);
            guest = fresh.get();
            now = guest.who();
        }
    }
}
