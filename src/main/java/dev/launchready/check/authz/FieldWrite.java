package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.FieldTrial.Outcome;
import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.ObjectFields.Target;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Bodies;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.Made;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Shown;
import dev.launchready.session.Workbench;
import dev.launchready.session.Workbench.Making;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Makes or changes one object of the run with further fields, reads it as its owner, and removes it. */
final class FieldWrite implements FieldTrial.Write {
    private final CheckContext context;
    private final Workbench workbench;
    private final RouteCalls calls;
    private final ReadBack readBack;
    private final Target target;
    private final Set<String> left = new LinkedHashSet<>();

    FieldWrite(CheckContext context, ReadBack readBack, Target target) {
        this.context = context;
        this.workbench = context.sessions().workbench();
        this.calls = new RouteCalls(context.portal());
        this.readBack = readBack;
        this.target = target;
    }

    @Override
    public Outcome with(List<GuardedField> fields, Map<String, String> strays)
            throws ProbeException, InterruptedException {
        return target.update().isPresent() ? changed(fields, strays) : made(fields, strays);
    }

    /** The requests that remove what could not be removed. */
    List<String> left() {
        return List.copyOf(left);
    }

    /** Whether the write still works as the file says it. */
    boolean again() throws ProbeException, InterruptedException {
        return with(List.of(), Map.of()).taken();
    }

    private Outcome made(List<GuardedField> fields, Map<String, String> strays)
            throws ProbeException, InterruptedException {
        Making making = workbench
                .make(target.type(), target.owner(), (body, marker) -> new Injection(body, marker).with(fields, strays))
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
        return read(made, made.marker(), moves, making.answer());
    }

    private Outcome changed(List<GuardedField> fields, Map<String, String> strays)
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
                        .sign(call.carrying(Bodies.encode(body, encoding())).needing(TrafficClass.WRITES)));
        boolean moves = fields.stream().anyMatch(field -> field.meaning() == Meaning.OWNER);
        return read(made.get(), marker, moves, answer);
    }

    private String encoding() {
        return workbench
                .creation(target.type(), target.owner().identity())
                .map(Creation::request)
                .map(request -> new FlowCalls(context.portal(), context.http()).encoding(request))
                .orElse(Bodies.JSON);
    }

    /**
     * Reads the object as its owner, and where it is found no more as the other client; then removes it.
     *
     * @param marker that the last write put into it
     * @param moves whether the write may have made it somebody else's
     */
    private Outcome read(Made made, String marker, boolean moves, HttpAnswer written)
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
        boolean gone = shown.isEmpty() && !elsewhere && written.status() < 400 && lost(made);
        if (gone && moves) {
            left.add(sought.undoing());
            workbench.forget(sought);
        } else {
            undo(sought, moves ? spot : Optional.empty(), elsewhere);
        }
        return new Outcome(written.status(), shown, elsewhere, gone, List.of(written.evidence(), seen.evidence()));
    }

    /** Whether the portal had it, by the id that it gave or as it was before, and its owner finds it no more. */
    private boolean lost(Made made) throws ProbeException, InterruptedException {
        if (target.update().isPresent()) {
            return readBack.of(made, target.owner()).isEmpty();
        }
        // an id that the client chose says nothing of what the portal made
        return workbench
                .creation(target.type(), target.owner().identity())
                .filter(creation -> !creation.id().startsWith("$request"))
                .isPresent();
    }

    /**
     * As its owner, and as the other client where it has become that one's.
     *
     * @param spot where its owner still found it after a write that may have made it somebody else's
     */
    private void undo(Made sought, Optional<HttpCall> spot, boolean elsewhere)
            throws ProbeException, InterruptedException {
        if (elsewhere && workbench.undo(sought, target.other().orElseThrow())) {
            return;
        }
        boolean gone = workbench.undo(sought, target.owner());
        if (spot.isPresent()) {
            gone = gone && !shows(target.owner(), spot.get(), sought);
            if (!gone && target.other().isPresent()) {
                workbench.undo(sought, target.other().get());
                gone = !shows(target.owner(), spot.get(), sought);
            }
        }
        if (!gone) {
            left.add(sought.undoing());
        }
    }

    private boolean shows(Session reader, HttpCall spot, Made sought) throws ProbeException, InterruptedException {
        return readBack.as(reader, spot).text().contains(sought.marker());
    }
}
