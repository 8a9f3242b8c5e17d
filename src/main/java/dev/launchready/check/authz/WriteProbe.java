package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.ObjectWriteCheck.AccountTry;
import dev.launchready.check.authz.ObjectWriteCheck.End;
import dev.launchready.check.authz.ObjectWriteCheck.Seen;
import dev.launchready.check.authz.ObjectWriteCheck.Try;
import dev.launchready.check.authz.ObjectWriteCheck.Without;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Bodies;
import dev.launchready.session.Made;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an object for each try, lets a stranger write to it, and reads it as its owner. What an error leaves is cleared at the run's end. */
final class WriteProbe {
    private static final Set<String> WRITES = Set.of("PUT", "PATCH", "DELETE");

    private final CheckContext context;
    private final Workbench workbench;
    private final RouteCalls calls;
    private final Pairs pairs;
    private final List<Session> able;
    private final ReadBack readBack;

    WriteProbe(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.workbench = context.sessions().workbench();
        this.calls = new RouteCalls(context.portal());
        this.pairs = new Pairs(context.portal());
        this.able = context.sessions().able();
        this.readBack = new ReadBack(context);
    }

    /** Routes that change or remove an owned object. */
    static List<Route> writes(Portal portal) {
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && WRITES.contains(route.method()))
                .filter(route -> route.access() == Access.OWNED || route.line().isEmpty())
                .filter(route -> !Slots.of(route.template()).isEmpty())
                .toList();
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Route> routes = writes(context.portal());
        List<Try> tries = new ArrayList<>();
        List<Without> without = new ArrayList<>();
        Set<Lack> lacks = new LinkedHashSet<>();
        List<AccountTry> accounts = AccountWrites.look(context);
        Set<String> onAccounts = accounts.stream()
                .map(each -> each.method() + " " + each.template())
                .collect(Collectors.toSet());
        for (Route route : routes) {
            String type = Slots.subject(route).orElse("");
            boolean made = false;
            for (Session owner : able) {
                if (workbench.creation(type, owner.identity()).isPresent()) {
                    made = true;
                    Optional<String> parent = workbench.lacking(type, owner.identity());
                    parent.ifPresent(each -> lacks.add(new Lack(owner.identity(), type, each)));
                    tries.addAll(parent.isPresent() ? List.of() : tries(route, type, owner));
                }
            }
            if (!made && !onAccounts.contains(route.method() + " " + RouteCalls.place(route))) {
                without.add(new Without(route.method(), route.template(), type));
            }
        }
        return new Seen(
                tries,
                accounts,
                context.portal().lines().file().orElse("the portal file"),
                routes.size(),
                without,
                List.copyOf(lacks));
    }

    private List<Try> tries(Route route, String type, Session owner) throws ProbeException, InterruptedException {
        List<Session> writers = new ArrayList<>();
        able.stream()
                .filter(each -> pairs.strangers(route, owner.identity(), each.identity()))
                .limit(context.params().integer("max-writers"))
                .forEach(writers::add);
        writers.add(context.sessions().nobody());
        List<Try> tries = new ArrayList<>();
        for (Session writer : writers) {
            tries.add(attempt(new Attempt(route, type, owner, writer)));
        }
        return tries;
    }

    private record Attempt(Route route, String type, Session owner, Session writer) {}

    private Try attempt(Attempt attempt) throws ProbeException, InterruptedException {
        Optional<Made> made = workbench.make(attempt.type(), attempt.owner());
        if (made.isEmpty()) {
            return told(attempt, End.NOT_MADE, Optional.empty(), List.of());
        }
        boolean removes = attempt.route().method().equals("DELETE");
        Trial trial = trial(attempt, made.get(), removes);
        boolean gone = removes && (trial.end() == End.REMOVED || trial.end() == End.UNTOUCHED);
        if (gone) {
            workbench.forget(made.get());
        }
        Optional<String> left = gone || workbench.undo(made.get(), attempt.owner())
                ? Optional.empty()
                : Optional.of(made.get().undoing());
        return told(attempt, trial.end(), left, trial.answers());
    }

    private Trial trial(Attempt attempt, Made made, boolean removes) throws ProbeException, InterruptedException {
        Optional<HttpCall> place = readBack.of(made, attempt.owner());
        if (place.isEmpty()) {
            return new Trial(End.NOT_READ, List.of());
        }
        return removes ? removal(attempt, made, place.get()) : change(attempt, made, place.get());
    }

    /** @param answers the stranger's first, then what the owner read */
    private record Trial(End end, List<HttpAnswer> answers) {}

    /** The owner's own change works; then the stranger's is tried; then the owner reads which of the two is there. */
    private Trial change(Attempt attempt, Made made, HttpCall place) throws ProbeException, InterruptedException {
        String own = workbench.marker();
        HttpAnswer owners = write(attempt, attempt.owner(), made, own);
        if (!readBack.as(attempt.owner(), place).text().contains(own)) {
            return new Trial(End.OWNER_REFUSED, List.of(owners));
        }
        String foreign = workbench.marker();
        HttpAnswer strangers = write(attempt, attempt.writer(), made, foreign);
        HttpAnswer after = readBack.as(attempt.owner(), place);
        if (after.text().contains(foreign)) {
            return new Trial(End.CHANGED, List.of(strangers, after));
        }
        boolean untouched = after.text().contains(own) && !Onlooker.heldBack(strangers);
        if (strangers.status() / 100 == 2 && !attempt.writer().isNobody()) {
            tidy(attempt, made, place, foreign);
        }
        return new Trial(untouched ? End.UNTOUCHED : End.UNCLEAR, List.of(strangers, after));
    }

    /** Where a write makes what it names in the writer's own space, that is removed again. */
    private void tidy(Attempt attempt, Made made, HttpCall place, String foreign)
            throws ProbeException, InterruptedException {
        Session writer = attempt.writer();
        if (readBack.as(writer, place).text().contains(foreign)) {
            workbench.undo(workbench.copied(made, writer.identity(), foreign), writer);
        }
    }

    /** The stranger tries to remove it; what proves that a removal works is the owner's own, or what the stranger achieved. */
    private Trial removal(Attempt attempt, Made made, HttpCall place) throws ProbeException, InterruptedException {
        HttpAnswer strangers = write(attempt, attempt.writer(), made, made.marker());
        HttpAnswer after = readBack.as(attempt.owner(), place);
        if (!after.text().contains(made.marker())) {
            boolean broken = after.status() >= 500 || after.status() == 429;
            return new Trial(broken ? End.UNCLEAR : End.REMOVED, List.of(strangers, after));
        }
        HttpAnswer owners = write(attempt, attempt.owner(), made, made.marker());
        boolean gone = !readBack.as(attempt.owner(), place).text().contains(made.marker());
        if (gone && Onlooker.heldBack(strangers)) {
            return new Trial(End.UNCLEAR, List.of(strangers, after));
        }
        return gone
                ? new Trial(End.UNTOUCHED, List.of(strangers, after))
                : new Trial(End.OWNER_REFUSED, List.of(owners));
    }

    private HttpAnswer write(Attempt attempt, Session writer, Made made, String marker)
            throws ProbeException, InterruptedException {
        HttpCall call = calls.about(attempt.route(), readBack.ids(attempt.route(), attempt.owner(), made))
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

    private Try told(Attempt attempt, End end, Optional<String> left, List<HttpAnswer> answers) {
        String writer = attempt.writer().identity();
        String owner = attempt.owner().identity();
        List<HttpExchange> exchanges =
                answers.stream().map(HttpAnswer::evidence).toList();
        return new Try(
                attempt.route().method(),
                RouteCalls.place(attempt.route()),
                context.portal().api().host(),
                attempt.route().line(),
                attempt.type(),
                owner,
                writer,
                attempt.writer().isNobody() ? "nobody" : pairs.roles(owner, writer),
                end,
                answers.isEmpty() ? 0 : answers.get(0).status(),
                left,
                exchanges);
    }
}
