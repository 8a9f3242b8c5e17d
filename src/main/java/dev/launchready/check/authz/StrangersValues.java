package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.files.FileLink;
import dev.launchready.check.authz.files.FileLinks;
import dev.launchready.model.Url;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.probe.http.HttpCall.Purpose;
import dev.launchready.session.IdFinder;
import dev.launchready.session.Mark;
import dev.launchready.session.Marks;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which marks of others an answer shows although the access matrix expects that its reader is refused them. What sibling checks ask for on
 * purpose is theirs to tell: objects named by a foreign id, routes of a role, lists that hold foreign records, forged credentials, files
 * whose address another's answers name.
 */
final class StrangersValues {
    private final CheckContext context;
    private final Portal portal;
    private final Pairs pairs;
    private final Marks marks;
    private final IdFinder finder;
    private final Set<Route> owned;
    private final List<Session> able;
    private final Map<String, Set<String>> files = new HashMap<>();

    /** @param own what each identity gets of its own right */
    StrangersValues(CheckContext context, Marks marks, List<Session> able, List<HttpAnswer> own) {
        this.context = context;
        this.portal = context.portal();
        this.pairs = new Pairs(portal);
        this.marks = marks;
        this.finder = IdFinder.of(portal);
        this.owned = new HashSet<>(OwnedRoutes.withId(portal));
        this.able = able;
        own.forEach(answer -> FileLinks.in(answer)
                .forEach(link -> files.computeIfAbsent(link.file(), unseen -> new HashSet<>())
                        .add(answer.call().sender())));
    }

    /** Whether two of the identities must not see each other's. */
    boolean possible() {
        return able.stream()
                .anyMatch(owner -> able.stream()
                        .anyMatch(reader -> strangers(Optional.empty(), owner.identity(), reader.identity())));
    }

    List<Mark> in(HttpAnswer answer, AnswerPlace place) throws ProbeException, InterruptedException {
        String reader = answer.call().sender();
        boolean somebody = portal.identities().containsKey(reader);
        if (!somebody
                || fileOfOthers(answer.call().url(), reader)
                || !genuine(answer.call(), reader)
                || closedTo(reader, place)) {
            return List.of();
        }
        List<Mark> foreign = new ArrayList<>();
        for (Mark mark : marks.in(answer)) {
            if (foreign(mark, reader, place) && !toldElsewhere(mark, answer, place)) {
                foreign.add(mark);
            }
        }
        return foreign;
    }

    private boolean fileOfOthers(Url url, String reader) {
        Set<String> named = files.getOrDefault(FileLink.file(url), Set.of());
        return !named.isEmpty() && !named.contains(reader);
    }

    /** Whether the portal knows the asker as that identity: not by a forged part, nor in the middle of signing in. */
    private boolean genuine(HttpCall call, String reader) {
        if (call.purpose() == Purpose.LOGIN || call.credentials().isEmpty()) {
            return false;
        }
        boolean usual = !call.traffic().needsConsent();
        return usual
                || able.stream()
                        .filter(session -> session.identity().equals(reader))
                        .anyMatch(session -> session.sign(HttpCall.of(call.method(), call.url()))
                                .credentials()
                                .equals(call.credentials()));
    }

    private boolean closedTo(String reader, AnswerPlace place) {
        String role = Optional.ofNullable(portal.identities().get(reader))
                .map(Identity::role)
                .orElse("");
        return place.route()
                .filter(route ->
                        route.access() == Access.ROLES && !route.roles().contains(role))
                .isPresent();
    }

    /** Owners are people; what only staff have may be meant for all whom they serve. */
    private boolean foreign(Mark mark, String reader, AnswerPlace place) {
        List<String> clients =
                mark.owners().stream().filter(owner -> !pairs.staff(owner)).toList();
        return !clients.isEmpty()
                && mark.owners().stream()
                        .filter(owner -> !pairs.staff(owner) || owner.equals(reader))
                        .allMatch(owner -> strangers(place.route(), owner, reader));
    }

    private boolean strangers(Optional<Route> route, String owner, String reader) {
        return route.map(each -> pairs.strangers(each, owner, reader)).orElseGet(() -> pairs.strangers(owner, reader));
    }

    private boolean toldElsewhere(Mark mark, HttpAnswer answer, AnswerPlace place)
            throws ProbeException, InterruptedException {
        Optional<Route> route = place.route();
        if (searches(answer.call())) {
            return true;
        }
        for (String owner : mark.owners()) {
            Set<String> ids = ids(owner);
            boolean named = route.filter(owned::contains).isPresent() && names(answer.call(), ids);
            boolean listed = route.filter(RouteCalls::plainRead).isPresent() && lists(answer, ids, mark);
            if (named || listed) {
                return true;
            }
        }
        return false;
    }

    private boolean searches(HttpCall call) {
        return portal.flows().named("search").stream()
                .map(Flow::request)
                .map(request -> portal.resolve(request.target()).path())
                .anyMatch(call.url().path()::equals);
    }

    private Set<String> ids(String owner) throws ProbeException, InterruptedException {
        return context.sessions().holdings(owner).objects().stream()
                .map(OwnedObject::id)
                .collect(Collectors.toSet());
    }

    private static boolean names(HttpCall call, Set<String> ids) {
        Set<String> said = Set.of(call.url().target().split("[/?&=]", -1));
        String body = AnswerPlace.sent(call);
        return ids.stream().anyMatch(id -> said.contains(id) || body.contains("\"" + id + "\""));
    }

    /** What the check of lists looks for in a list: records of the owner's, or its address. */
    private boolean lists(HttpAnswer answer, Set<String> ids, Mark mark) {
        boolean address = mark.kind() == Mark.Kind.WORD && mark.value().indexOf('@') > 0;
        return address
                || finder.in(answer).stream()
                        .map(Map::values)
                        .anyMatch(values -> values.stream().anyMatch(ids::contains));
    }
}
