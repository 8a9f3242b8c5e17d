package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.FlowCalls.Prepared;
import dev.launchready.session.Made;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written: journalled before it is sent, read back as its owner, then undone. */
final class Written {
    private static final int MOST_LISTS = 8;

    private final CheckContext context;
    private final Workbench workbench;
    private final String type;
    private final Session owner;
    private final List<Request> pages;
    private final List<String> left = new ArrayList<>();

    /** @param pages on which a browser finds the portal's token, where the page of a form does not have it */
    Written(CheckContext context, String type, Session owner, List<Request> pages) {
        this.context = context;
        this.workbench = context.sessions().workbench();
        this.type = type;
        this.owner = owner;
        this.pages = List.copyOf(pages);
    }

    /** Requests that undo what could not be undone. */
    List<String> left() {
        return List.copyOf(left);
    }

    /** Sends what may make an object with that text in it. */
    HttpAnswer send(HttpCall signed, String marker) throws ProbeException, InterruptedException {
        workbench.announce(type, owner.identity(), marker);
        return context.http().send(signed.needing(TrafficClass.WRITES));
    }

    /** Whether the owner finds the text in the object, or in one of its lists; what is found there is undone. */
    boolean took(HttpAnswer answer, String marker, Map<String, String> values)
            throws ProbeException, InterruptedException {
        Optional<Made> made = workbench.arrived(type, owner, marker, values, answer);
        boolean seen = shows(made.map(Made::ids), marker);
        if (made.isPresent()) {
            undo(made.get());
        } else if (seen) {
            workbench
                    .creation(type, owner.identity())
                    .flatMap(creation -> creation.undo())
                    .map(Request::toString)
                    .ifPresent(left::add);
        }
        return seen;
    }

    private boolean shows(Optional<Map<String, String>> ids, String marker)
            throws ProbeException, InterruptedException {
        for (HttpCall call : places(ids)) {
            if (context.http().send(owner.sign(call)).text().contains(marker)) {
                return true;
            }
        }
        return false;
    }

    /** @param ids type to id, of the object and of those above it */
    private List<HttpCall> places(Optional<Map<String, String>> ids) {
        RouteCalls calls = new RouteCalls(context.portal());
        List<HttpCall> places = new ArrayList<>();
        if (ids.isPresent()) {
            for (Route route : context.portal().routes().all()) {
                if (route.isPrivate() && route.safe() && route.method().equals("GET")) {
                    calls.about(route, ids.get())
                            .filter(call -> route.template().contains("{"))
                            .ifPresent(places::add);
                }
            }
        }
        Identity identity = context.portal().identities().get(owner.identity());
        if (identity != null) {
            calls.readable(identity).stream()
                    .limit(MOST_LISTS)
                    .map(calls::plain)
                    .forEach(places::add);
        }
        return places;
    }

    /** Done when the portal says so and the owner finds it no more. */
    private void undo(Made made) throws ProbeException, InterruptedException {
        boolean done = workbench.undo(made, owner) || undoneWithToken(made);
        if (!done || shows(Optional.of(made.ids()), made.marker())) {
            left.add(made.undoing());
        }
    }

    /** With the token of other pages, for portals that ask for one and have no form for it. */
    private boolean undoneWithToken(Made made) throws ProbeException, InterruptedException {
        FlowCalls flows = new FlowCalls(context.portal(), context.http());
        Map<String, String> values = new LinkedHashMap<>(made.values());
        values.put("id", made.id());
        Prepared prepared = flows.asBrowser(owner, made.undo().orElseThrow(), values, pages);
        HttpAnswer answer =
                context.http().send(prepared.session().sign(prepared.call()).needing(TrafficClass.WRITES));
        if (answer.status() < 400) {
            workbench.forget(made);
        }
        return answer.status() < 400;
    }
}
