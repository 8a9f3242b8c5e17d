package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.MassAssignmentCheck.Place;
import dev.launchready.check.authz.MassAssignmentCheck.Sent;
import dev.launchready.check.authz.MassAssignmentCheck.Trouble;
import dev.launchready.check.authz.SelfReading.Part;
import dev.launchready.check.authz.SelfReading.Self;
import dev.launchready.model.Json;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.probe.ProbeException;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Signs up throw-away accounts with fields that are not theirs to set, and changes their profiles with such fields. */
final class AccountFields {
    private static final int MOST_WAYS = 2;
    private static final String NEWCOMER = "Whoever signs up";

    private final CheckContext context;
    private final Portal portal;
    private final Newcomers newcomers;
    private final GuardedFields guarded;

    AccountFields(CheckContext context) {
        this.context = context;
        this.portal = context.portal();
        this.newcomers = context.sessions().newcomers();
        this.guarded = new GuardedFields(portal);
    }

    /** How many kinds of write there are to try. */
    static int places(Portal portal) {
        int ways = Math.min(MOST_WAYS, portal.flows().named("signup").size());
        return ways * (1 + ProfileRoutes.of(portal).size());
    }

    List<Place> look() throws ProbeException, InterruptedException {
        List<Place> places = new ArrayList<>();
        for (Flow way : newcomers.ways().stream().limit(MOST_WAYS).toList()) {
            places.addAll(places(way));
        }
        return places;
    }

    private List<Place> places(Flow way) throws ProbeException, InterruptedException {
        Optional<Guest> plain = newcomers.make(way);
        if (plain.isEmpty()) {
            return List.of(troubled(way.request(), "user", Trouble.NO_ACCOUNT));
        }
        Guest guest = plain.get();
        SelfReading reading = new SelfReading(context);
        Optional<Self> self = reading.of(guest);
        Doors doors = Doors.refusing(guest, context);
        List<Place> places = new ArrayList<>();
        if (self.isEmpty()) {
            places.add(troubled(way.request(), "user", Trouble.NOT_SHOWN));
        } else {
            SignUpWrite signUp = new SignUpWrite(newcomers, way, guest.who(), reading, doors);
            Json body = way.request().body().orElse(new Json.Obj(Map.of()));
            places.add(signedUp(way, signUp, fields(self.get(), body, reading)));
            for (Request route : ProfileRoutes.of(portal)) {
                ProfileWrite write = new ProfileWrite(context, route, way, guest, reading, doors);
                places.add(changed(route, write, reading));
                guest = write.guest();
            }
        }
        newcomers.remove(guest);
        return places;
    }

    private Place signedUp(Flow way, SignUpWrite write, List<GuardedField> fields)
            throws ProbeException, InterruptedException {
        FieldTrial trial = trial(write);
        List<Sent> sent = trial.run(fields);
        Optional<Trouble> trouble =
                trial.taken() || write.with(List.of(), Map.of()).taken()
                        ? Optional.empty()
                        : Optional.of(Trouble.UNSTEADY);
        return told(way.request(), "user", trouble, trial.stray(), sent);
    }

    private Place changed(Request route, ProfileWrite write, SelfReading reading)
            throws ProbeException, InterruptedException {
        Optional<Self> self = write.works();
        if (self.isEmpty()) {
            return troubled(route, "user profile", Trouble.NO_PROFILE);
        }
        FieldTrial trial = trial(write);
        List<Sent> sent = trial.run(fields(self.get(), write.body(), reading));
        Optional<Trouble> trouble =
                trial.taken() || write.works().isPresent() ? Optional.empty() : Optional.of(Trouble.UNSTEADY);
        return told(route, "user profile", trouble, trial.stray(), sent);
    }

    private FieldTrial trial(FieldTrial.Write write) {
        String stray = context.sessions().workbench().marker();
        return new FieldTrial(
                write,
                context.params().integer("max-fields"),
                "note_" + context.sessions().workbench().marker(),
                stray);
    }

    /** Those that answers show, and the usual ones; a tenant's with that of somebody else. */
    private List<GuardedField> fields(Self self, Json body, SelfReading reading)
            throws ProbeException, InterruptedException {
        String role = portal.identities().values().stream()
                .map(Identity::role)
                .filter(each -> self.shown().shows(each))
                .findFirst()
                .orElse("");
        Map<String, GuardedField> fields = new LinkedHashMap<>();
        for (Part part : self.parts()) {
            for (GuardedField field : guarded.found(part.shown(), part.name(), body, role, true)) {
                if (field.meaning() != Meaning.OWNER) {
                    fields.putIfAbsent(field.name(), field);
                } else if (Meanings.tenant(field.path())) {
                    tenant(field, reading).ifPresent(theirs -> fields.putIfAbsent(field.name(), field.worth(theirs)));
                }
            }
        }
        guarded.usual(self.shown(), self.parts().get(0).name(), body, role, true)
                .forEach(field -> fields.putIfAbsent(field.name(), field));
        return List.copyOf(fields.values());
    }

    /** What stands in the field for an identity of the file, which the account has nothing to do with. */
    private Optional<Json> tenant(GuardedField field, SelfReading reading) throws ProbeException, InterruptedException {
        String own = field.value().text().orElse("");
        for (Session session : context.sessions().able()) {
            Optional<Json> theirs =
                    Optional.ofNullable(reading.ofOthers(session).values().get(field.at()));
            if (theirs.flatMap(Json::text)
                    .filter(text -> !text.isEmpty() && !text.equals(own))
                    .isPresent()) {
                return theirs;
            }
        }
        return Optional.empty();
    }

    private Place troubled(Request request, String type, Trouble trouble) {
        return told(request, type, Optional.of(trouble), false, List.of());
    }

    private Place told(Request request, String type, Optional<Trouble> trouble, boolean stray, List<Sent> sent) {
        return new Place(
                request.method(),
                request.target(),
                portal.api().host(),
                portal.lines().line("flows.signup"),
                type,
                NEWCOMER,
                trouble,
                stray,
                Optional.empty(),
                sent,
                List.of());
    }
}
