package dev.launchready.session;

import dev.launchready.model.Json;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Login.HarLogin;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Recording;
import dev.launchready.portal.Routes.Route;
import dev.launchready.portal.Routes.Use;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.JsonBody;
import dev.launchready.session.OwnedObject.Origin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads an identity's own lists and pages, and learns what belongs to it. */
final class Gathering {
    /** Lists above a route that names one of their objects: without them nothing is known to ask for. */
    private static final int MOST_LISTS = 2_000;

    private static final int MOST_OTHERS = 40;
    static final int MOST_NESTED = 200;
    private static final int NESTED_OF_A_TYPE = 2;
    private static final int MOST_OF_A_TYPE = 5;
    private static final int MOST_MET = 10_000;

    private final Portal portal;
    private final Reading reading;
    private final RouteCalls calls;
    private final IdFinder finder;
    private final OwnerNames owners;
    private final Pairs tenants;
    private final Kin kin;

    Gathering(Portal portal, Reading reading, OwnerNames owners) {
        this.portal = portal;
        this.owners = owners;
        this.tenants = new Pairs(portal);
        this.kin = new Kin(portal);
        this.reading = reading;
        this.calls = new RouteCalls(portal);
        this.finder = IdFinder.of(portal);
    }

    Holdings of(Identity identity, Session session) throws ProbeException, InterruptedException {
        Found found = new Found(identity.name());
        given(identity).forEach(found::add);
        recorded(identity).forEach(ids -> found.learn(ids, Map.of(), Origin.LEARNT));
        for (Route route : telling(calls, finder, identity)) {
            read(session, calls.plain(route), found, Map.of());
        }
        Set<String> asked = new HashSet<>();
        for (List<HttpCall> next = nested(identity, found, asked);
                !next.isEmpty();
                next = nested(identity, found, asked)) {
            for (HttpCall call : next) {
                read(session, call, found, parents(call));
            }
        }
        return new Holdings(identity.name(), found.texts, found.ordered(), found.answered);
    }

    /**
     * What nobody gets on the same routes.
     *
     * @param ids type to id, of every object that is named there
     */
    record Open(Set<String> texts, Set<Map<String, String>> ids) {}

    Open nobodys(Session nobody, Identity like) throws ProbeException, InterruptedException {
        Found found = new Found("");
        for (Route route : telling(calls, finder, like)) {
            read(nobody, calls.plain(route), found, Map.of());
        }
        return new Open(found.texts, found.met);
    }

    /** The lists that routes about one object lie beneath, then some of the other routes that the identity may read. */
    static List<Route> telling(RouteCalls calls, IdFinder finder, Identity identity) {
        Map<Boolean, List<Route>> byUse = calls.readable(identity).stream()
                .collect(Collectors.partitioningBy(
                        route -> finder.leadsOn(calls.plain(route).url())));
        return Stream.concat(
                        byUse.getOrDefault(true, List.of()).stream().limit(MOST_LISTS),
                        byUse.getOrDefault(false, List.of()).stream().limit(MOST_OTHERS))
                .toList();
    }

    private void read(Session session, HttpCall call, Found found, Map<String, String> parents)
            throws ProbeException, InterruptedException {
        HttpAnswer answer = reading.as(session, call);
        if (answer.status() / 100 != 2) {
            return;
        }
        found.answered++;
        found.texts.addAll(Likeness.texts(answer));
        Optional<Json> json = JsonBody.parse(answer.text()); // once, as a list may name a thousand objects
        for (Map<String, String> ids : finder.in(answer)) {
            found.meet(ids);
            Set<String> named = json.map(body -> owners.of(body, ids)).orElse(Set.of());
            Map<String, String> above =
                    parents.isEmpty() ? json.map(body -> kin.of(body, ids)).orElse(parents) : parents;
            if (named.contains(found.owner)) {
                found.learn(ids, above, Origin.NAMED);
            } else if (named.stream().noneMatch(owner -> tenants.differ(owner, found.owner))) {
                found.learn(ids, above, Origin.LEARNT);
            }
        }
    }

    /**
     * Lists that live under an object of the identity's own: {@code /projects/{project}/tasks}. Each is asked for once, also where what it
     * lies beneath is only known from another of them: {@code /orgs/{org}/projects} comes first.
     *
     * @param asked what was given before; what is given now is added
     */
    private List<HttpCall> nested(Identity identity, Found found, Set<String> asked) {
        List<HttpCall> fresh = new ArrayList<>();
        for (Route route : portal.routes().all()) {
            if (nests(route, identity)) {
                String type = Slots.subject(route.template()).orElse("");
                found.of(type).stream()
                        .flatMap(object -> calls.about(route, object.ids()).stream())
                        .limit(NESTED_OF_A_TYPE)
                        .filter(call -> asked.size() < MOST_NESTED && asked.add(call.url() + " " + call.headers()))
                        .forEach(fresh::add);
            }
        }
        return fresh;
    }

    static boolean nests(Route route, Identity identity) {
        return route.isPrivate()
                && route.safe()
                && route.method().equals("GET")
                && RouteCalls.mayCall(route, identity)
                && !Slots.of(route.template()).isEmpty();
    }

    private Map<String, String> parents(HttpCall call) {
        return finder.in(call.url()).stream().findFirst().orElseGet(() -> beneath(call));
    }

    /** The ids in the part of a path above its last word. */
    private Map<String, String> beneath(HttpCall call) {
        String path = call.url().path();
        String above = path.substring(0, Math.max(0, path.lastIndexOf('/')));
        return above.isEmpty()
                ? Map.of()
                : finder.in(call.url().at(above)).stream().findFirst().orElse(Map.of());
    }

    static List<OwnedObject> given(Identity identity) {
        List<OwnedObject> objects = new ArrayList<>();
        identity.owns().forEach((name, values) -> {
            String type = Slots.singular(name);
            for (Json value : values) {
                Map<String, String> ids = new LinkedHashMap<>();
                if (value instanceof Json.Obj obj) {
                    obj.members().forEach((key, id) -> id.text().ifPresent(text -> ids.put(Slots.singular(key), text)));
                } else {
                    value.text().ifPresent(text -> ids.put(type, text));
                }
                objects.add(new OwnedObject(identity.name(), type, ids, Origin.GIVEN));
            }
        });
        return objects;
    }

    /** Ids that the identity's own recording called routes with, and got an answer: the one that lends its session, or one with its name. */
    private List<Map<String, String>> recorded(Identity identity) {
        List<Map<String, String>> found = new ArrayList<>();
        for (Recording recording : portal.routes().recordings()) {
            if (of(recording.file(), identity)) {
                recording.uses().stream()
                        .filter(use -> use.status() / 100 == 2)
                        .forEach(use -> ids(use).ifPresent(found::add));
            }
        }
        return found.stream().distinct().toList();
    }

    private static boolean of(Path file, Identity identity) {
        boolean lends = identity.login() instanceof HarLogin har
                && har.file()
                        .toAbsolutePath()
                        .normalize()
                        .equals(file.toAbsolutePath().normalize());
        return lends || String.valueOf(file.getFileName()).startsWith(identity.name() + ".");
    }

    /** Type to id, that of the object which the route is about last. */
    private Optional<Map<String, String>> ids(Use use) {
        Map<String, String> ids = new LinkedHashMap<>();
        portal.routes().all().stream()
                .filter(route -> route.isPrivate() && route.toString().equals(use.route()))
                .forEach(route -> {
                    Slots.of(route)
                            .forEach(slot -> Optional.ofNullable(use.values().get(slot.name()))
                                    .ifPresent(value -> ids.put(slot.type(), value)));
                    Slots.subject(route)
                            .ifPresent(type ->
                                    Optional.ofNullable(ids.remove(type)).ifPresent(id -> ids.put(type, id)));
                });
        return ids.isEmpty() ? Optional.empty() : Optional.of(ids);
    }

    /** What was found so far. */
    private static final class Found {
        private final String owner;
        private final Set<String> texts = new LinkedHashSet<>();
        private final Map<Map<String, String>, OwnedObject> objects = new LinkedHashMap<>();
        private final Set<Map<String, String>> met = new LinkedHashSet<>();
        private int answered;

        Found(String owner) {
            this.owner = owner;
        }

        void add(OwnedObject object) {
            objects.putIfAbsent(object.ids(), object);
        }

        void meet(Map<String, String> ids) {
            if (met.size() < MOST_MET) {
                met.add(ids);
            }
        }

        /** @param parents the ids under which these were listed */
        void learn(Map<String, String> ids, Map<String, String> parents, Origin origin) {
            String type = List.copyOf(ids.keySet()).get(ids.size() - 1);
            boolean under = !parents.isEmpty() && !parents.containsKey(type);
            Map<String, String> all = new LinkedHashMap<>(under ? parents : Map.of());
            all.putAll(ids);
            boolean told = of(type).stream().anyMatch(object -> object.origin() == Origin.GIVEN);
            if (told) {
                return;
            }
            long known = of(type).stream()
                    .filter(object -> object.ids().size() == all.size())
                    .count();
            if (known < MOST_OF_A_TYPE) {
                add(new OwnedObject(owner, type, all, origin));
            }
        }

        List<OwnedObject> of(String type) {
            return objects.values().stream()
                    .filter(object -> object.type().equals(type))
                    .toList();
        }

        List<OwnedObject> ordered() {
            List<OwnedObject> ordered = new ArrayList<>(objects.values());
            ordered.sort(java.util.Comparator.comparing(OwnedObject::origin));
            return ordered;
        }
    }
}
