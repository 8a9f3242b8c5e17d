package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Routes of mightier roles that refuse a throw-away account as it is: where one lets an account in, it has become more. */
final class Doors {
    private static final int MOST = 4;

    private final CheckContext context;
    private final Misses misses;
    private final List<Subject> closed = new ArrayList<>();

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
                Optional<Glimpse> seen = doors.seen(subject, plain.session());
                if (seen.filter(Glimpse::refused).isPresent()) {
                    doors.closed.add(subject);
                }
            }
        }
        return doors;
    }

    /** The first that shows that session what it shows to whoever has the role. */
    Optional<String> opened(Session session) throws ProbeException, InterruptedException {
        for (Subject door : closed) {
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
