package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.face.Trouble;
import dev.launchready.model.Json;
import dev.launchready.model.Url;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Parameter;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** What is answered to somebody without any credential, where the portal file expects nobody to have one. */
final class OpenAnswers {
    /** Of one route: profiles of several people are enough to tell what a profile shows. */
    private static final int MOST_OBJECTS = 3;

    private static final String FIRST_ID = "1";
    /** By which lists name their records; the ones that addresses are made of come first. */
    private static final List<String> ID_MEMBERS = List.of("slug", "handle", "username", "uuid", "id", "_id");

    private final CheckContext context;
    private final Portal portal;
    private final AnswerPlace.Finder places;
    private final Set<String> origins;

    OpenAnswers(CheckContext context) {
        this.context = context;
        this.portal = context.portal();
        this.places = new AnswerPlace.Finder(portal);
        this.origins = portal.ownOrigins();
    }

    /**
     * Where an answer that counts came from: one that succeeded, to a plain request of nobody's, of the portal itself. What an unusual
     * request is answered, and what a private route gives, other checks tell.
     */
    Optional<AnswerPlace> placeOf(HttpAnswer answer) {
        if (!plain(answer.call()) || answer.status() / 100 != 2) {
            return Optional.empty();
        }
        HttpCall call = answer.call();
        AnswerPlace place = places.of(answer);
        boolean read = call.method().equals("GET")
                || place.route().filter(RouteCalls::reads).isPresent();
        boolean open =
                place.route().map(route -> route.access() == Access.PUBLIC).orElse(true);
        return read && open ? Optional.of(place) : Optional.empty();
    }

    /** Where a plain request of nobody's to a route that the file calls public was answered with trouble. */
    Optional<AnswerPlace> troubled(HttpAnswer answer) {
        if (!plain(answer.call()) || !Trouble.of(answer.status())) {
            return Optional.empty();
        }
        return Optional.of(places.of(answer))
                .filter(place -> place.route()
                        .filter(route -> route.access() == Access.PUBLIC && RouteCalls.plainRead(route))
                        .isPresent());
    }

    private boolean plain(HttpCall call) {
        return call.sender().equals(HttpCall.NOBODY)
                && call.credentials().isEmpty()
                && call.purpose() == HttpCall.Purpose.SCAN
                && !call.traffic().needsConsent()
                && origins.contains(call.url().origin());
    }

    /**
     * Open routes about an object, asked as nobody about those that are known: of identities, named by open answers, or examples of an
     * import; else about the first that there is likely to be.
     */
    List<HttpAnswer> aboutObjects(List<Session> able, Collection<HttpAnswer> open)
            throws ProbeException, InterruptedException {
        List<HttpAnswer> answers = new ArrayList<>();
        RouteCalls calls = new RouteCalls(portal);
        for (Route route : naming(portal)) {
            for (Map<String, String> ids : objects(route, able, open)) {
                Optional<HttpCall> call = calls.about(route, ids);
                if (call.isPresent()) {
                    answers.add(context.http().send(context.sessions().nobody().sign(call.get())));
                }
            }
        }
        return answers;
    }

    /** How many requests open routes about objects take at most. */
    static int requests(Portal portal) {
        return naming(portal).size() * MOST_OBJECTS;
    }

    private static List<Route> naming(Portal portal) {
        return portal.routes().of(Access.PUBLIC).stream()
                .filter(route -> RouteCalls.reads(route) && !Slots.of(route).isEmpty())
                .toList();
    }

    private Set<Map<String, String>> objects(Route route, List<Session> able, Collection<HttpAnswer> open)
            throws ProbeException, InterruptedException {
        Set<Map<String, String>> all = new LinkedHashSet<>();
        String type = Slots.subject(route).orElse("");
        for (Session session : able) {
            context.sessions().holdings(session.identity()).objects(type).stream()
                    .map(OwnedObject::ids)
                    .limit(1)
                    .forEach(all::add);
        }
        listed(route, open).stream()
                .limit(MOST_OBJECTS)
                .map(id -> Map.of(type, id))
                .forEach(all::add);
        Map<String, String> example = new LinkedHashMap<>();
        for (Slots.Slot slot : Slots.of(route)) {
            route.parameters().stream()
                    .filter(parameter -> parameter.name().equals(slot.name()))
                    .map(Parameter::examples)
                    .flatMap(List::stream)
                    .findFirst()
                    .or(() -> all.isEmpty() ? Optional.of(FIRST_ID) : Optional.empty())
                    .ifPresent(value -> example.put(slot.type(), value));
        }
        all.add(example);
        return all.stream().limit(MOST_OBJECTS).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Ids in the open list of the same objects: the answer of the path before the placeholder. */
    private Set<String> listed(Route route, Collection<HttpAnswer> open) {
        String above = route.template().replaceAll("/\\{[^/]*}.*$", "");
        Url list = portal.resolve(above.isEmpty() ? "/" : above);
        Set<String> ids = new LinkedHashSet<>();
        open.stream()
                .filter(answer -> answer.call().url().origin().equals(list.origin())
                        && answer.call().url().path().equals(list.path()))
                .flatMap(answer -> JsonBody.parse(answer.text()).stream())
                .forEach(json -> records(json, ids));
        return ids;
    }

    private static void records(Json json, Set<String> ids) {
        if (json instanceof Json.Arr arr) {
            arr.items().forEach(item -> records(item, ids));
        } else if (json instanceof Json.Obj obj) {
            Optional<String> id = ID_MEMBERS.stream()
                    .flatMap(name -> obj.get(name).flatMap(Json::text).stream())
                    .findFirst();
            id.ifPresent(ids::add);
            if (id.isEmpty()) {
                obj.members().values().forEach(value -> records(value, ids));
            }
        }
    }

    /** Types of objects that some open route is about: their ids are no secret. */
    Set<String> openTypes() {
        Set<String> types = new LinkedHashSet<>();
        portal.routes().of(Access.PUBLIC).forEach(route -> Slots.of(route).forEach(slot -> types.add(slot.type())));
        portal.routes().shared().forEach(type -> types.add(Slots.singular(type)));
        return types;
    }
}
