package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.ObjectWriteCheck.End;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Bodies;
import dev.launchready.session.Made;
import dev.launchready.session.Onlooker;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import java.util.List;
import java.util.Optional;

/** Makes an object, has somebody who may not write to it and somebody who may, and reads it as its maker. */
final class WriteTrial {
    private final CheckContext context;
    private final Workbench workbench;
    private final RouteCalls calls;
    private final ReadBack readBack;

    WriteTrial(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.workbench = context.sessions().workbench();
        this.calls = new RouteCalls(context.portal());
        this.readBack = new ReadBack(context);
    }

    /**
     * @param maker makes the object, reads it, and removes it at last
     * @param rightful who may send the write; most often the maker
     * @param writer who may not
     */
    record Attempt(Route route, Session maker, Session rightful, Session writer) {
        String type() {
            return Slots.subject(route).orElse("");
        }
    }

    /**
     * @param answers the writer's first, then what the maker read
     * @param left how it is removed by hand, where it could not be removed again
     */
    record Trial(End end, List<HttpAnswer> answers, Optional<String> left) {
        int status() {
            return answers.isEmpty() ? 0 : answers.get(0).status();
        }
    }

    Trial of(Attempt attempt) throws ProbeException, InterruptedException {
        Optional<Made> made = workbench.make(attempt.type(), attempt.maker());
        if (made.isEmpty()) {
            return new Trial(End.NOT_MADE, List.of(), Optional.empty());
        }
        boolean removes = attempt.route().method().equals("DELETE");
        Trial trial = trial(attempt, made.get(), removes);
        boolean gone = removes && (trial.end() == End.REMOVED || trial.end() == End.UNTOUCHED);
        if (gone) {
            workbench.forget(made.get());
        }
        Optional<String> left = gone || workbench.undo(made.get(), attempt.maker())
                ? Optional.empty()
                : Optional.of(made.get().undoing());
        return new Trial(trial.end(), trial.answers(), left);
    }

    private Trial trial(Attempt attempt, Made made, boolean removes) throws ProbeException, InterruptedException {
        Optional<HttpCall> place = readBack.of(made, attempt.maker());
        if (place.isEmpty() || call(attempt, made).isEmpty()) {
            return ended(End.NOT_READ);
        }
        return removes ? removal(attempt, made, place.get()) : change(attempt, made, place.get());
    }

    private static Trial ended(End end, HttpAnswer... answers) {
        return new Trial(end, List.of(answers), Optional.empty());
    }

    /** The rightful change works; then the other's is tried; then the maker reads which of the two is there. */
    private Trial change(Attempt attempt, Made made, HttpCall place) throws ProbeException, InterruptedException {
        String own = workbench.marker();
        HttpAnswer rightful = write(attempt, attempt.rightful(), made, own);
        if (!readBack.as(attempt.maker(), place).text().contains(own)) {
            return ended(End.OWNER_REFUSED, rightful);
        }
        String foreign = workbench.marker();
        HttpAnswer others = write(attempt, attempt.writer(), made, foreign);
        HttpAnswer after = readBack.as(attempt.maker(), place);
        if (after.text().contains(foreign)) {
            return ended(End.CHANGED, others, after);
        }
        boolean untouched = after.text().contains(own) && !Onlooker.heldBack(others);
        if (others.status() / 100 == 2 && !attempt.writer().isNobody()) {
            tidy(attempt, made, place, foreign);
        }
        return ended(untouched ? End.UNTOUCHED : End.UNCLEAR, others, after);
    }

    /** Where a write makes what it names in the writer's own space, that is removed again. */
    private void tidy(Attempt attempt, Made made, HttpCall place, String foreign)
            throws ProbeException, InterruptedException {
        Session writer = attempt.writer();
        if (readBack.as(writer, place).text().contains(foreign)) {
            workbench.undo(workbench.copied(made, writer.identity(), foreign), writer);
        }
    }

    /** The other tries to remove it; what proves that a removal works is the rightful one, or what the other achieved. */
    private Trial removal(Attempt attempt, Made made, HttpCall place) throws ProbeException, InterruptedException {
        HttpAnswer others = write(attempt, attempt.writer(), made, made.marker());
        HttpAnswer after = readBack.as(attempt.maker(), place);
        if (!after.text().contains(made.marker())) {
            boolean broken = after.status() >= 500 || after.status() == 429;
            return ended(broken ? End.UNCLEAR : End.REMOVED, others, after);
        }
        HttpAnswer rightful = write(attempt, attempt.rightful(), made, made.marker());
        boolean gone = !readBack.as(attempt.maker(), place).text().contains(made.marker());
        if (gone && Onlooker.heldBack(others)) {
            return ended(End.UNCLEAR, others, after);
        }
        return gone ? ended(End.UNTOUCHED, others, after) : ended(End.OWNER_REFUSED, rightful);
    }

    private Optional<HttpCall> call(Attempt attempt, Made made) throws ProbeException, InterruptedException {
        return calls.about(attempt.route(), readBack.ids(attempt.route(), attempt.maker(), made));
    }

    private HttpAnswer write(Attempt attempt, Session writer, Made made, String marker)
            throws ProbeException, InterruptedException {
        HttpCall call = call(attempt, made)
                .orElseThrow(() -> new IllegalStateException("a place of " + attempt.route() + " has no id"));
        String encoding = workbench
                .creation(made.type(), made.owner())
                .map(Creation::request)
                .flatMap(request -> request.encoding())
                .orElse(Bodies.JSON);
        HttpCall writing = attempt.route().method().equals("DELETE")
                ? call
                : workbench
                        .changed(made, marker)
                        .map(body -> call.carrying(Bodies.encode(body, encoding)))
                        .orElse(call);
        return context.http().send(writer.sign(writing.needing(TrafficClass.WRITES)));
    }
}
