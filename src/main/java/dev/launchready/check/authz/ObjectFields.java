package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.FieldTrial.Outcome;
import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.MassAssignmentCheck.Place;
import dev.launchready.check.authz.MassAssignmentCheck.Sent;
import dev.launchready.check.authz.MassAssignmentCheck.Trouble;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Bodies;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.Made;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Shown;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import dev.launchready.session.Workbench.Making;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes and changes objects of the run with fields that are not the client's to set, and reads them as their owner. */
final class ObjectFields {
    private final CheckContext context;
    private final Portal portal;
    private final Workbench workbench;
    private final RouteCalls calls;
    private final ReadBack readBack;
    private final Counterparts counterparts;
    private final GuardedFields guarded;
    private final Pairs pairs;
    private final List<Session> able;
    private final Set<String> left = new LinkedHashSet<>();

    ObjectFields(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.portal = context.portal();
        this.workbench = context.sessions().workbench();
        this.calls = new RouteCalls(portal);
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
        for (String name : portal.flows().create().keySet().stream()
                .sorted()
                .limit(types)
                .toList()) {
            String type = Slots.singular(name);
            Optional<Session> owner = able.stream()
                    .filter(each -> workbench.creation(type, each.identity()).isPresent())
                    .findFirst();
            if (owner.isPresent()) {
                places.add(place(type, owner.get(), Optional.empty()));
                List<Route> updates = updates(portal).stream()
                        .filter(route -> Slots.subject(route).filter(type::equals).isPresent())
                        .limit(context.params().integer("max-routes"))
                        .toList();
                for (Route update : updates) {
                    places.add(place(type, owner.get(), Optional.of(update)));
                }
            }
        }
        return places;
    }

    /** @param update the route that changes an object once it is made; absent: the fields go along when it is made */
    private record Target(String type, Session owner, Optional<Session> other, Optional<Route> update) {}

    private Place place(String type, Session owner, Optional<Route> update)
            throws ProbeException, InterruptedException {
        left.clear();
        Optional<Session> other = able.stream()
                .filter(each -> update.map(
                                route -> pairs.strangers(route, owner.identity(), each.identity()))
                        .orElseGet(() -> pairs.apart(owner.identity(), each.identity())))
                .findFirst();
        Target target = new Target(type, owner, other, update);
        Optional<Making> plain = workbench.make(type, owner, (body, marker) -> body);
        Optional<Made> made = plain.flatMap(Making::made);
        if (made.isEmpty()) {
            return told(target, Optional.of(Trouble.NOT_MADE), false, Optional.empty(), List.of());
        }
        Optional<HttpCall> spot = readBack.of(made.get(), owner);
        Optional<Shown> shown = spot.isEmpty()
                ? Optional.empty()
                : Optional.of(Shown.of(
                        readBack.as(owner, spot.get()), made.get().marker()));
        if (!workbench.undo(made.get(), owner)) {
            left.add(made.get().undoing());
        }
        return shown.isEmpty()
                ? told(target, Optional.of(Trouble.NOT_READ), false, Optional.empty(), List.of())
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
            Json mine = field.value();
            boolean bound = counterparts.own(mine, target.owner());
            if (target.other().isPresent()) {
                counterparts
                        .of(mine, target.owner(), target.other().get())
                        .ifPresent(theirs -> fields.add(field.worth(theirs)));
            } else if (bound) {
                ownerless = Optional.of(field.name());
            }
        }
        fields.addAll(guarded.usual(shown, made.marker(), body, role, false));
        FieldTrial trial = new FieldTrial(
                (some, strays) -> target.update().isPresent()
                        ? changed(target, some, strays)
                        : made(target, some, strays),
                context.params().integer("max-fields"),
                "note_" + workbench.marker(),
                workbench.marker());
        List<Sent> sent = trial.run(fields);
        Optional<Trouble> trouble = trial.taken() || again(target) ? Optional.empty() : Optional.of(Trouble.UNSTEADY);
        return told(target, trouble, trial.stray(), ownerless, sent);
    }

    /** Whether the write still works as the file says it. */
    private boolean again(Target target) throws ProbeException, InterruptedException {
        return target.update().isPresent()
                ? changed(target, List.of(), Map.of()).taken()
                : made(target, List.of(), Map.of()).taken();
    }

    private Outcome made(Target target, List<GuardedField> fields, Map<String, String> strays)
            throws ProbeException, InterruptedException {
        Making making = workbench
                .make(
                        target.type(),
                        target.owner(),
                        (body, marker) -> new Injection(body, marker).with(fields, strays))
                .orElseThrow();
        if (making.made().isEmpty()) {
            return new Outcome(
                    making.answer().status(),
                    Optional.empty(),
                    false,
                    false,
                    List.of(making.answer().evidence()));
        }
        Made made = making.made().get();
        boolean moves = fields.stream().anyMatch(field -> field.meaning() == Meaning.OWNER);
        return read(target, made, made.marker(), moves, making.answer());
    }

    private Outcome changed(Target target, List<GuardedField> fields, Map<String, String> strays)
            throws ProbeException, InterruptedException {
        Optional<Made> made = workbench.make(target.type(), target.owner());
        if (made.isEmpty()) {
            return new Outcome(0, Optional.empty(), false, false, List.of());
        }
        String marker = workbench.marker();
        Route route = target.update().orElseThrow();
        Json body = workbench
                .changed(made.get(), marker)
                .map(each -> new Injection(each, marker).with(fields, strays))
                .orElse(new Json.Obj(Map.of()));
        HttpCall call = calls.about(route, readBack.ids(route, target.owner(), made.get()))
                .orElseThrow(() -> new IllegalStateException("a place of " + route + " has no id"));
        HttpAnswer answer = context.http()
                .send(target.owner()
                        .sign(call.carrying(Bodies.encode(body, encoding(target)))
                                .needing(TrafficClass.WRITES)));
        boolean moves = fields.stream().anyMatch(field -> field.meaning() == Meaning.OWNER);
        return read(target, made.get(), marker, moves, answer);
    }

    private String encoding(Target target) {
        return workbench
                .creation(target.type(), target.owner().identity())
                .map(Creation::request)
                .map(request -> new FlowCalls(portal, context.http()).encoding(request))
                .orElse(Bodies.JSON);
    }

    /**
     * Reads the object as its owner, and where it is found no more as the other client; then removes it.
     *
     * @param marker that the last write put into it
     * @param moves whether the write may have made it somebody else's
     */
    private Outcome read(Target target, Made made, String marker, boolean moves, HttpAnswer written)
            throws ProbeException, InterruptedException {
        Made sought = made.marked(marker);
        Optional<HttpCall> spot = readBack.of(sought, target.owner());
        HttpAnswer seen = written;
        Optional<Shown> shown = Optional.empty();
        boolean elsewhere = false;
        if (spot.isPresent()) {
            seen = readBack.as(target.owner(), spot.get());
            shown = Optional.of(Shown.of(seen, sought.marker()));
        } else if (moves && target.other().isPresent()) {
            Optional<HttpCall> theirs = readBack.of(sought, target.other().get());
            elsewhere = theirs.isPresent();
            seen = elsewhere ? readBack.as(target.other().get(), theirs.get()) : written;
        }
        boolean gone = shown.isEmpty() && !elsewhere && written.status() < 400 && lost(target, made);
        if (gone && moves) {
            left.add(sought.undoing());
            workbench.forget(sought);
        } else {
            undo(target, sought, moves ? spot : Optional.empty(), elsewhere);
        }
        return new Outcome(written.status(), shown, elsewhere, gone, List.of(written.evidence(), seen.evidence()));
    }

    /** Whether the portal had it, by the id that it gave or as it was before, and its owner finds it no more. */
    private boolean lost(Target target, Made made) throws ProbeException, InterruptedException {
        if (target.update().isPresent()) {
            return readBack.of(made, target.owner()).isEmpty();
        }
        // an id that the client chose says nothing of what the portal made
        return workbench
                .creation(target.type(), target.owner().identity())
                .filter(creation -> !creation.id().startsWith("$request"))
                .isPresent();
    }

    /** As its owner, and as the other client where it has become that one's. */
    private void undo(Target target, Made sought, Optional<HttpCall> spot, boolean elsewhere)
            throws ProbeException, InterruptedException {
        if (elsewhere && workbench.undo(sought, target.other().orElseThrow())) {
            return;
        }
        boolean gone = workbench.undo(sought, target.owner());
        if (gone && spot.isPresent()) {
            gone = !readBack.as(target.owner(), spot.get()).text().contains(sought.marker());
        }
        if (!gone && (target.other().isEmpty() || !workbench.undo(sought, target.other().get()))) {
            left.add(sought.undoing());
        }
    }

    private Place told(
            Target target, Optional<Trouble> trouble, boolean stray, Optional<String> ownerless, List<Sent> sent) {
        Creation creation = workbench
                .creation(target.type(), target.owner().identity())
                .orElseThrow();
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
                List.copyOf(left));
    }
}
