package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.ObjectWriteCheck.End;
import dev.launchready.check.authz.ObjectWriteCheck.Try;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Made;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Has strangers add something to what belongs to somebody, by the flow with which its owner does, and reads it as the owner. */
final class AddingProbe {
    private final CheckContext context;
    private final Workbench workbench;
    private final Pairs pairs;
    private final List<Session> able;
    private final Makers makers;
    private final OwnersParent parents;
    private final AddedPlaces places;

    AddingProbe(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.workbench = context.sessions().workbench();
        this.pairs = new Pairs(context.portal());
        this.able = context.sessions().able();
        this.makers = new Makers(context);
        this.parents = new OwnersParent(context, makers);
        this.places = new AddedPlaces(context);
    }

    /** The owned route to which a flow is sent that adds something to an object of one owner, type of what is added to flow. */
    static Map<String, Route> adds(Portal portal) {
        Map<String, Route> adds = new LinkedHashMap<>();
        new TreeMap<>(portal.flows().create()).forEach((name, creation) -> {
            portal.routes().of(Access.OWNED).stream()
                    .filter(route -> Makers.sentTo(creation.request(), route))
                    .filter(route -> !Slots.of(route.template()).isEmpty())
                    .filter(route -> Slots.subject(route)
                            .filter(type -> !type.equals(Slots.singular(name)))
                            .isPresent())
                    .findFirst()
                    .ifPresent(route -> adds.put(Slots.singular(name), route));
        });
        return adds;
    }

    List<Try> look() throws ProbeException, InterruptedException {
        List<Try> tries = new ArrayList<>();
        for (Map.Entry<String, Route> each : adds(context.portal()).entrySet()) {
            List<Try> ofRoute = new ArrayList<>();
            for (Session owner : makers.of(each.getKey())) {
                ofRoute.addAll(tries(each.getKey(), each.getValue(), owner));
            }
            tries.addAll(WriteProbe.withoutIdle(ofRoute));
        }
        return tries;
    }

    /** Of one owner: none where it has nothing to which something could be added. */
    private List<Try> tries(String type, Route route, Session owner) throws ProbeException, InterruptedException {
        Request request = workbench
                .creation(type, owner.identity())
                .map(Creation::request)
                .orElseThrow(() -> new IllegalStateException("no flow makes a " + type));
        List<Session> others = able.stream()
                .filter(each -> pairs.strangers(route, owner.identity(), each.identity()))
                .toList();
        Optional<OwnersParent.Parent> parent = others.isEmpty() ? Optional.empty() : parents.of(request, route, owner);
        if (parent.isEmpty()) {
            return List.of();
        }
        List<Session> writers = new ArrayList<>();
        for (Session other : others) {
            if (writers.size() < context.params().integer("max-writers")
                    && !parents.among(other, route, parent.get())) {
                writers.add(other);
            }
        }
        writers.add(context.sessions().nobody());
        List<Try> tries = new ArrayList<>();
        for (Session writer : writers) {
            tries.add(attempt(new Adding(type, route, request, owner, parent.get()), writer));
        }
        Optional<Made> made = parent.get().made();
        if (made.isPresent() && !workbench.undo(made.get(), owner)) {
            Try last = tries.remove(tries.size() - 1);
            tries.add(last.leaving(made.get().undoing()));
        }
        return tries;
    }

    private record Adding(String type, Route route, Request request, Session owner, OwnersParent.Parent parent) {}

    /** What somebody sent to add something, and what came of it. */
    private record Sent(String marker, HttpAnswer answer, Optional<Made> made) {}

    /** The owner adds something and finds it; then the stranger does, and the owner looks again. */
    private Try attempt(Adding adding, Session writer) throws ProbeException, InterruptedException {
        Sent own = send(adding, adding.owner());
        if (own.made().isEmpty()) {
            return told(adding, writer, End.NOT_MADE, Optional.empty(), List.of());
        }
        if (found(adding, own).isEmpty()) {
            return told(adding, writer, End.NOT_READ, cleared(adding, own, adding.owner()), List.of());
        }
        Sent foreign = send(adding, writer);
        Optional<HttpAnswer> shown = found(adding, foreign);
        List<HttpAnswer> answers = new ArrayList<>(List.of(foreign.answer()));
        shown.ifPresent(answers::add);
        boolean still = found(adding, own).isPresent() && !Onlooker.heldBack(foreign.answer());
        Optional<String> left = cleared(adding, foreign, writer);
        Optional<String> ownLeft = cleared(adding, own, adding.owner());
        End end = shown.isPresent() ? End.ADDED : still ? End.UNTOUCHED : End.UNCLEAR;
        return told(adding, writer, end, left.or(() -> ownLeft), answers);
    }

    private Sent send(Adding adding, Session sender) throws ProbeException, InterruptedException {
        String owner = adding.owner().identity();
        String marker = workbench.marker();
        Map<String, String> values = workbench.values(sender.identity(), marker);
        values.putAll(adding.parent().values());
        workbench.announce(adding.type(), owner, marker);
        HttpAnswer answer = workbench.send(adding.request(), values, sender);
        return new Sent(marker, answer, workbench.arrived(adding.type(), adding.owner(), marker, values, answer));
    }

    private Optional<HttpAnswer> found(Adding adding, Sent sent) throws ProbeException, InterruptedException {
        Map<String, String> ids = new LinkedHashMap<>(adding.parent().ids());
        sent.made().ifPresent(made -> ids.put(adding.type(), made.id()));
        return places.showing(adding.route(), adding.type(), ids, sent.marker(), adding.owner());
    }

    /** Removes what was added, as the owner and as whoever sent it; the request for it where it stays. */
    private Optional<String> cleared(Adding adding, Sent sent, Session sender)
            throws ProbeException, InterruptedException {
        boolean there = found(adding, sent).isPresent();
        if (sent.made().isPresent() && there) {
            workbench.undo(sent.made().get(), adding.owner());
            there = found(adding, sent).isPresent();
        }
        if (sent.made().isPresent() && !sender.isNobody() && !sender.equals(adding.owner())) {
            workbench.undo(sent.made().get(), sender);
            there = there && found(adding, sent).isPresent();
        }
        return there ? Optional.of(sent.made().map(Made::undoing).orElse("none")) : Optional.empty();
    }

    private Try told(Adding adding, Session writer, End end, Optional<String> left, List<HttpAnswer> answers) {
        String owner = adding.owner().identity();
        return new Try(
                adding.route().method(),
                RouteCalls.place(adding.route()),
                context.portal().api().host(),
                adding.route().line(),
                adding.type(),
                owner,
                writer.identity(),
                writer.isNobody() ? HttpCall.NOBODY : pairs.roles(owner, writer.identity()),
                end,
                answers.isEmpty() ? 0 : answers.get(0).status(),
                left,
                answers.stream().map(HttpAnswer::evidence).toList());
    }
}
