package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.model.Json;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Bodies;
import dev.launchready.session.Likeness;
import dev.launchready.session.LookalikeId;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Welcome;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Sends writes about things that do not exist, as somebody with the role and as others: where the others are turned away and the role is
 * told something else, the role was asked for before anything else.
 */
final class RoleOdds {
    private static final Set<Integer> REFUSALS = Set.of(401, 403);
    private static final int NOT_FOUND = 404;
    private static final int NO_SUCH_METHOD = 405;
    private static final int MOST_SHAPES = 3;
    private static final int MOST_RIGHTFUL = 2;
    private static final String NUMBER = "1";

    private final CheckContext context;
    private final RouteCalls calls;
    private final Welcome welcome;
    private final LookalikeId lookalike = new LookalikeId();
    private final Map<String, Integer> beside = new HashMap<>();

    RoleOdds(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.calls = new RouteCalls(context.portal());
        this.welcome = new Welcome(context.portal(), context.http(), context.sessions());
    }

    /**
     * How others fared beside the role. Those whose session is not taken there at all are in neither list.
     *
     * @param refused who was turned away
     * @param same who was not
     * @param settled whether somebody of every role was turned away
     */
    record Odds(List<Session> refused, List<Session> same, boolean settled) {}

    Odds of(Route route, List<Session> rightful, List<Session> others) throws ProbeException, InterruptedException {
        Odds last = new Odds(List.of(), List.of(), false);
        for (Session owner : rightful.stream().limit(MOST_RIGHTFUL).toList()) {
            for (HttpCall call : missing(route, owner)) {
                HttpAnswer own = context.http().send(owner.sign(call));
                HttpAnswer nobodys =
                        context.http().send(context.sessions().nobody().sign(call));
                if (telling(own, nobodys)) {
                    last = beside(owner, own, nobodys, others);
                }
                if (last.settled()) {
                    return last;
                }
            }
        }
        return last;
    }

    private Odds beside(Session owner, HttpAnswer own, HttpAnswer nobodys, List<Session> others)
            throws ProbeException, InterruptedException {
        List<Session> refused = new ArrayList<>();
        List<Session> same = new ArrayList<>();
        HttpCall call = own.call().as(HttpCall.NOBODY, List.of());
        for (Session other : others) {
            HttpAnswer theirs = other.isNobody() ? nobodys : context.http().send(other.sign(call));
            if (!refused(theirs, own, nobodys)) {
                same.add(other);
            } else if (other.isNobody() || taken(other, owner, call)) {
                refused.add(other);
            }
        }
        Set<String> roles = refused.stream().map(this::role).collect(Collectors.toSet());
        same.removeIf(each -> roles.contains(role(each)));
        boolean somebody = refused.stream().anyMatch(each -> !each.isNobody());
        return new Odds(refused, same, somebody && same.isEmpty());
    }

    /** Whether the role's own answer is one that says it was let in. */
    private static boolean telling(HttpAnswer own, HttpAnswer nobodys) {
        boolean away = REFUSALS.contains(own.status()) || sameRedirect(own, nobodys);
        return !away && own.status() < 500 && own.status() != NO_SUCH_METHOD && !own.heldBack();
    }

    private static boolean refused(HttpAnswer theirs, HttpAnswer own, HttpAnswer nobodys) {
        if (theirs.heldBack() || theirs.status() >= 500 || theirs.status() / 100 == 2) {
            return false;
        }
        boolean asNobody = theirs.status() == nobodys.status()
                && theirs.status() != own.status()
                && theirs.status() != NOT_FOUND
                && Likeness.alike(theirs, nobodys);
        return REFUSALS.contains(theirs.status()) || sameRedirect(theirs, nobodys) || asNobody;
    }

    private static boolean sameRedirect(HttpAnswer one, HttpAnswer nobodys) {
        return one.redirect()
                && one.location()
                        .map(url -> url.path())
                        .equals(nobodys.location().map(url -> url.path()));
    }

    /** Whether that session is let in by plain routes near that place. */
    boolean welcome(Session other, Url place) throws ProbeException, InterruptedException {
        return welcome.near(other, place);
    }

    /** Whether the portal takes such a request of that session elsewhere: what turns it away everywhere turns no role away. */
    boolean taken(Session other, Session owner, HttpCall call) throws ProbeException, InterruptedException {
        for (HttpCall place : nowhere(call)) {
            if (status(other, place) == status(owner, place)) {
                return true;
            }
        }
        return false;
    }

    /** The same request to places that nothing has: at the top, and below the first word of the path. */
    private List<HttpCall> nowhere(HttpCall call) {
        String first = call.url().path().replaceFirst("^(/[^/]+).*$", "$1");
        // a PUT may make what it names
        String method = call.method().equals("PUT") ? "PATCH" : call.method();
        return Stream.of("/", first + "/")
                .map(above -> HttpCall.of(method, call.url().at(above + "no-such-place")))
                .map(place -> call.body().map(place::carrying).orElse(place))
                .map(place -> place.needing(call.traffic()))
                .toList();
    }

    private int status(Session who, HttpCall place) throws ProbeException, InterruptedException {
        String key = who.identity() + " " + place;
        Integer known = beside.get(key);
        if (known == null) {
            known = context.http().send(who.sign(place)).status();
            beside.put(key, known);
        }
        return known;
    }

    /** Calls about something that is not there, below what the owner has. */
    private List<HttpCall> missing(Route route, Session owner) throws ProbeException, InterruptedException {
        String type = Slots.subject(route).orElse("");
        Map<String, String> above = new LinkedHashMap<>();
        for (Slots.Slot slot : Slots.of(route)) {
            String known = known(slot.type(), owner).stream().findFirst().orElse(NUMBER);
            above.put(slot.type(), known);
        }
        Set<String> shapes = new LinkedHashSet<>(
                known(type, owner).stream().limit(1).map(lookalike::of).toList());
        shapes.add(lookalike.of(NUMBER));
        shapes.add(UUID.randomUUID().toString());
        List<HttpCall> missing = new ArrayList<>();
        for (String id : shapes.stream().limit(MOST_SHAPES).toList()) {
            above.put(type, id);
            calls.about(route, above).map(RoleOdds::harmless).ifPresent(missing::add);
        }
        return missing;
    }

    private static HttpCall harmless(HttpCall call) {
        boolean bare = call.method().equals("DELETE") || call.body().isPresent();
        HttpCall sent = bare ? call : call.carrying(Bodies.encode(new Json.Obj(Map.of()), Bodies.JSON));
        return sent.needing(call.method().equals("PUT") ? TrafficClass.WRITES : TrafficClass.ACTIVE);
    }

    /** Ids of that type that are known: the owner's own first. */
    private List<String> known(String type, Session owner) throws ProbeException, InterruptedException {
        List<String> ids = new ArrayList<>();
        List<Session> all = new ArrayList<>(List.of(owner));
        all.addAll(context.sessions().able());
        for (Session each : all) {
            context.sessions().holdings(each.identity()).objects(type).stream()
                    .map(OwnedObject::id)
                    .forEach(ids::add);
        }
        return ids;
    }

    private String role(Session who) {
        return Optional.ofNullable(context.portal().identities().get(who.identity()))
                .map(Identity::role)
                .orElse(who.identity());
    }
}
