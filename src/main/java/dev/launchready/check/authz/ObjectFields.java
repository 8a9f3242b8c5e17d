package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.MassAssignmentCheck.Place;
import dev.launchready.check.authz.MassAssignmentCheck.Sent;
import dev.launchready.check.authz.MassAssignmentCheck.Trouble;
import dev.launchready.model.Json;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Made;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Shown;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import dev.launchready.session.Workbench.Making;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Makes and changes objects of the run with fields that are not the client's to set, and reads them as their owner. */
final class ObjectFields {
    private final CheckContext context;
    private final Portal portal;
    private final Workbench workbench;
    private final ReadBack readBack;
    private final Counterparts counterparts;
    private final GuardedFields guarded;
    private final Pairs pairs;
    private final List<Session> able;
    private final List<Lack> lacks = new ArrayList<>();

    ObjectFields(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.portal = context.portal();
        this.workbench = context.sessions().workbench();
        this.readBack = new ReadBack(context);
        this.counterparts = new Counterparts(context);
        this.guarded = new GuardedFields(portal);
        this.pairs = new Pairs(portal);
        this.able = context.sessions().able();
    }

    /** Routes that change an object of one owner. */
    static List<Route> updates(Portal portal) {
        return WriteProbe.writes(portal).stream()
                .filter(route -> !route.method().equals("DELETE"))
                .toList();
    }

    List<Place> look() throws ProbeException, InterruptedException {
        List<Place> places = new ArrayList<>();
        int types = context.params().integer("max-types");
        for (String name :
                portal.flows().create().keySet().stream().sorted().limit(types).toList()) {
            String type = Slots.singular(name);
            Optional<Session> owner = owner(type);
            if (owner.isPresent()) {
                places.add(place(type, owner.get(), Optional.empty()));
                List<Route> updates = updates(portal).stream()
                        .filter(route ->
                                Slots.subject(route).filter(type::equals).isPresent())
                        .limit(context.params().integer("max-routes"))
                        .toList();
                for (Route update : updates) {
                    places.add(place(type, owner.get(), Optional.of(update)));
                }
            }
        }
        return places;
    }

    /** What could not be made, once {@link #look} has been asked. */
    List<Lack> lacks() {
        return List.copyOf(lacks);
    }

    /** The first who can make one; where all of them lack something first, that is kept of the first. */
    private Optional<Session> owner(String type) throws ProbeException, InterruptedException {
        Optional<Lack> lack = Optional.empty();
        for (Session each : able) {
            if (workbench.creation(type, each.identity()).isEmpty()) {
                continue;
            }
            Optional<String> parent = workbench.lacking(type, each.identity());
            if (parent.isEmpty()) {
                return Optional.of(each);
            }
            lack = lack.isPresent() ? lack : Optional.of(new Lack(each.identity(), type, parent.get()));
        }
        lack.ifPresent(lacks::add);
        return Optional.empty();
    }

    /** @param update the route that changes an object once it is made; absent: the fields go along when it is made */
    record Target(String type, Session owner, Optional<Session> other, Optional<Route> update) {}

    private Place place(String type, Session owner, Optional<Route> update)
            throws ProbeException, InterruptedException {
        Optional<Session> other = able.stream()
                .filter(each -> update.map(route -> pairs.strangers(route, owner.identity(), each.identity()))
                        .orElseGet(() -> pairs.strangers(owner.identity(), each.identity())))
                .findFirst();
        Target target = new Target(type, owner, other, update);
        Optional<Making> plain = workbench.make(type, owner, (body, marker) -> body);
        Optional<Made> made = plain.flatMap(Making::made);
        if (made.isEmpty()) {
            return told(target, Optional.of(Trouble.NOT_MADE), false, Optional.empty(), List.of(), List.of());
        }
        Optional<HttpCall> spot = readBack.of(made.get(), owner);
        Optional<Shown> shown = spot.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Shown.of(readBack.as(owner, spot.get()), made.get().marker()));
        List<String> left = workbench.undo(made.get(), owner)
                ? List.of()
                : List.of(made.get().undoing());
        return shown.isEmpty()
                ? told(target, Optional.of(Trouble.NOT_READ), false, Optional.empty(), List.of(), left)
                : tried(target, made.get(), shown.get());
    }

    private Place tried(Target target, Made made, Shown shown) throws ProbeException, InterruptedException {
        Json body = workbench.changed(made, made.marker()).orElse(new Json.Obj(Map.of()));
        String role = Optional.ofNullable(portal.identities().get(made.owner()))
                .map(Identity::role)
                .orElse("");
        List<GuardedField> fields = new ArrayList<>();
        Optional<String> ownerless = Optional.empty();
        for (GuardedField field : guarded.found(shown, made.marker(), body, role, false)) {
            if (field.meaning() != Meaning.OWNER) {
                fields.add(field);
                continue;
            }
            boolean bound = counterparts.own(field.value(), target.owner());
            if (target.other().isPresent()) {
                counterparts
                        .of(field, target.type(), target.owner(), target.other().get())
                        .ifPresent(theirs -> fields.add(field.worth(theirs)));
            } else if (bound) {
                ownerless = Optional.of(field.name());
            }
        }
        fields.addAll(guarded.usual(shown, made.marker(), body, role, false));
        FieldWrite write = new FieldWrite(context, readBack, target);
        FieldTrial trial = new FieldTrial(
                write, context.params().integer("max-fields"), "note_" + workbench.marker(), workbench.marker());
        List<Sent> sent = trial.run(fields);
        Optional<Trouble> trouble = trial.taken() || write.again() ? Optional.empty() : Optional.of(Trouble.UNSTEADY);
        return told(target, trouble, trial.stray(), ownerless, sent, write.left());
    }

    private Place told(
            Target target,
            Optional<Trouble> trouble,
            boolean stray,
            Optional<String> ownerless,
            List<Sent> sent,
            List<String> left) {
        Creation creation =
                workbench.creation(target.type(), target.owner().identity()).orElseThrow();
        return new Place(
                target.update().map(Route::method).orElse(creation.request().method()),
                target.update().map(RouteCalls::place).orElse(creation.request().target()),
                portal.api().host(),
                target.update().flatMap(Route::line).or(() -> portal.lines().line("flows.create")),
                target.type(),
                target.owner().identity(),
                trouble,
                stray,
                ownerless,
                sent,
                left);
    }
}
