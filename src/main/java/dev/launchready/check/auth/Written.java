package dev.launchready.check.auth;

import dev.launchready.check.CheckContext;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.FlowCalls.Prepared;
import dev.launchready.session.JsonPaths;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What was written: read back as its owner, then undone. */
final class Written {
    private static final int MOST_LISTS = 8;
    private static final String LOCATION = "$response.header.";

    private final CheckContext context;
    private final FlowCalls flows;
    private final String type;
    private final Creation creation;
    private final Session owner;
    private final List<String> left = new ArrayList<>();

    Written(CheckContext context, FlowCalls flows, String type, Creation creation, Session owner) {
        this.context = context;
        this.flows = flows;
        this.type = type;
        this.creation = creation;
        this.owner = owner;
    }

    /** Requests that undo what could not be undone. */
    List<String> left() {
        return List.copyOf(left);
    }

    /** Whether the owner finds the marker in the object, or in one of its lists. */
    boolean shows(HttpAnswer answer, String marker) throws ProbeException, InterruptedException {
        for (HttpCall call : places(id(answer))) {
            if (context.http().send(owner.sign(call)).text().contains(marker)) {
                return true;
            }
        }
        return false;
    }

    private List<HttpCall> places(Optional<String> id) {
        RouteCalls calls = new RouteCalls(context.portal());
        List<HttpCall> places = new ArrayList<>();
        if (id.isPresent()) {
            for (Route route : context.portal().routes().all()) {
                if (route.isPrivate() && route.safe() && route.method().equals("GET")) {
                    calls.about(route, Map.of(type, id.get()))
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

    void undo(HttpAnswer answer) throws ProbeException, InterruptedException {
        Optional<String> id = id(answer);
        Optional<Request> undo = creation.undo();
        if (id.isEmpty() || undo.isEmpty()) {
            undo.filter(request -> answer.status() < 400).ifPresent(request -> left.add(request.toString()));
            return;
        }
        Prepared prepared = flows.asBrowser(owner, undo.get(), Map.of("id", id.get()), List.of());
        HttpAnswer undone =
                context.http().send(prepared.session().sign(prepared.call()).needing(TrafficClass.WRITES));
        if (undone.status() >= 400) {
            left.add(undo.get().method() + " " + prepared.call().url().path());
        }
    }

    private Optional<String> id(HttpAnswer answer) {
        String path = creation.id();
        if (path.startsWith(LOCATION)) {
            return answer.header(path.substring(LOCATION.length()))
                    .map(target -> target.replaceAll("[?#].*$", "").replaceAll("/+$", ""))
                    .map(target -> target.substring(target.lastIndexOf('/') + 1));
        }
        if (path.startsWith("$request.body#/")) {
            String name = path.substring("$request.body#/".length());
            return answer.call()
                    .body()
                    .flatMap(body -> JsonBody.parse(new String(body.bytes(), java.nio.charset.StandardCharsets.UTF_8)))
                    .flatMap(body -> body.get(name))
                    .flatMap(Json::text);
        }
        return JsonBody.parse(answer.text()).flatMap(body -> JsonPaths.text(body, path));
    }
}
