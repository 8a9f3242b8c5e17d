package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.model.Json;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Backdrop;
import dev.launchready.session.Glimpse;
import dev.launchready.session.Guest;
import dev.launchready.session.Misses;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Original;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Subject;
import dev.launchready.session.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Routes of mightier roles, and objects of the identities, that are refused to a throw-away account as it is: where one lets an account in, it
 * has become more, or somebody else's.
 */
final class Doors {
    private static final int MOST = 4;
    private static final int OBJECTS_EACH = 2;
    /** Shorter ids, and numbers, may be the same by chance. */
    private static final int LEAST_ID = 3;

    private final CheckContext context;
    private final Misses misses;
    private final List<Subject> closed = new ArrayList<>();
    private final List<Subject> objects = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private Doors(CheckContext context) {
        this.context = context;
        this.misses = new Misses(context.portal(), context.http());
    }

    /** Those that refuse that account, which has nothing but what anybody gets who signs up. */
    static Doors refusing(Guest plain, CheckContext context) throws ProbeException, InterruptedException {
        Doors doors = new Doors(context);
        Subjects subjects = new Subjects(context.portal(), context.sessions());
        List<Route> routes = context.portal().routes().of(Access.ROLES).stream()
                .filter(RouteCalls::plainRead)
                .limit(MOST)
                .toList();
        for (Route route : routes) {
            for (Subject subject : subjects.of(route).stream().limit(1).toList()) {
                if (doors.refuses(subject, plain.session())) {
                    doors.closed.add(subject);
                }
            }
        }
        doors.objects(subjects, plain.session());
        return doors;
    }

    /** A few objects of each identity, and the ids of all. */
    private void objects(Subjects subjects, Session plain) throws ProbeException, InterruptedException {
        Map<String, Integer> tried = new HashMap<>();
        for (Route route : OwnedRoutes.of(context.portal()).stream()
                .filter(RouteCalls::reads)
                .toList()) {
            for (Subject subject : subjects.of(route)) {
                ids.addAll(subject.ids().values());
                boolean more = tried.merge(subject.owner().identity(), 1, Integer::sum) <= OBJECTS_EACH;
                if (more && refuses(subject, plain)) {
                    objects.add(subject);
                }
            }
        }
    }

    private boolean refuses(Subject subject, Session plain) throws ProbeException, InterruptedException {
        return seen(subject, plain).filter(Glimpse::refused).isPresent();
    }

    /** Whether a text is the id of an object of some identity, or of what it lies under: then it refers to that, and is no word. */
    boolean leadsTo(Json value) {
        return value.text()
                .filter(text -> text.length() >= LEAST_ID && !text.chars().allMatch(Character::isDigit))
                .filter(ids::contains)
                .isPresent();
    }

    /** The first that shows that session what is not for it, objects only where whose something is was set. */
    Optional<String> opened(Session session, List<GuardedField> set) throws ProbeException, InterruptedException {
        Optional<String> mighty = first(closed, session);
        boolean owner = set.stream().anyMatch(field -> field.meaning() == GuardedField.Meaning.OWNER);
        return mighty.isPresent() || !owner ? mighty : first(objects, session);
    }

    private Optional<String> first(List<Subject> doors, Session session) throws ProbeException, InterruptedException {
        for (Subject door : doors) {
            boolean open = seen(door, session)
                    .filter(glimpse -> glimpse.kind() == Glimpse.Kind.SHOWN || glimpse.kind() == Glimpse.Kind.ALIKE)
                    .isPresent();
            if (open) {
                return Optional.of(door.route().toString());
            }
        }
        return Optional.empty();
    }

    /** Empty where the rightful one gets nothing that tells. */
    private Optional<Glimpse> seen(Subject door, Session session) throws ProbeException, InterruptedException {
        HttpAnswer before = context.http().send(door.owner().sign(door.call()));
        HttpAnswer answer = context.http().send(session.sign(door.call()));
        Original original =
                new Original(before, context.http().send(door.owner().sign(door.call())));
        if (original.trouble().isPresent()) {
            return Optional.empty();
        }
        Onlooker onlooker =
                new Onlooker(original, new Backdrop(Set.of(), misses.beside(session, door.call()), List.of()));
        return onlooker.canTell() ? Optional.of(onlooker.see(answer)) : Optional.empty();
    }
}
