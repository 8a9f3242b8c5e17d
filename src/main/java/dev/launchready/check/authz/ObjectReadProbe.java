package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.ObjectReadCheck.Asked;
import dev.launchready.check.authz.ObjectReadCheck.Seen;
import dev.launchready.check.authz.ObjectReadCheck.Try;
import dev.launchready.check.authz.ObjectReadCheck.Without;
import dev.launchready.check.authz.files.FileLinks;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Backdrop;
import dev.launchready.session.Misses;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Original;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.OwnedObject.Origin;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Subject;
import dev.launchready.session.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Asks for each owned object as its owner, as everybody who has to be refused, as nobody, and as its owner again. */
final class ObjectReadProbe {
    private final CheckContext context;
    private final Subjects subjects;
    private final Misses misses;
    private final Strangers strangers;
    private final List<Session> able;
    private final Map<String, List<HttpAnswer>> own = new HashMap<>();

    ObjectReadProbe(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.subjects = new Subjects(context.portal(), context.sessions());
        this.misses = new Misses(context.portal(), context.http());
        this.strangers = new Strangers(context);
        this.able = context.sessions().able();
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Route> routes = new ArrayList<>();
        for (Route route : OwnedRoutes.of(context.portal())) {
            // a list with filters is about objects only where there are some
            if (!RouteCalls.filtersOnly(route) || !subjects.of(route).isEmpty()) {
                routes.add(route);
            }
        }
        List<Asked> asked = new ArrayList<>();
        List<Without> without = new ArrayList<>();
        for (Route route : routes) {
            List<Subject> all = subjects.of(route);
            if (all.isEmpty()) {
                without.add(new Without(
                        route.method(), route.template(), Slots.subject(route).orElse("")));
            }
            List<Held> held = new ArrayList<>();
            for (Session owner : able) {
                held.addAll(held(all.stream()
                        .filter(each -> each.owner() == owner && !strangers.onlyOversees(each, all))
                        .toList()));
            }
            held.stream().filter(each -> !anothers(each, held)).map(Held::asked).forEach(asked::add);
        }
        String file = context.portal().lines().file().orElse("the portal file");
        boolean shared =
                routes.isEmpty() && !OwnedRoutes.withId(context.portal()).isEmpty();
        return new Seen(asked, file, without, shared, routes.size());
    }

    /** An object that is taken for its owner's, and what came of asking for it. */
    private record Held(Subject subject, Asked asked) {
        boolean refused() {
            return asked.trouble().isPresent();
        }
    }

    /** As many of one owner's objects as the card wants; those that do not answer their owner count only when none does. */
    private List<Held> held(List<Subject> mine) throws ProbeException, InterruptedException {
        int most = context.params().integer("max-objects");
        List<Held> good = new ArrayList<>();
        List<Held> refused = new ArrayList<>();
        for (Subject subject : mine) {
            if (good.size() < most && refused.size() < 2 * most) {
                Held one = new Held(subject, asked(subject));
                (one.refused() ? refused : good).add(one);
            }
        }
        return good.isEmpty() ? refused.stream().limit(1).toList() : good;
    }

    /** Whether only a list made it this owner's, who is refused it, while it answers somebody else whose it is: the list shows too much. */
    private static boolean anothers(Held held, List<Held> all) {
        boolean guessed = held.subject()
                .object()
                .filter(object -> object.origin() == Origin.LEARNT)
                .isPresent();
        return held.refused()
                && guessed
                && all.stream()
                        .anyMatch(other -> !other.refused()
                                && other.subject().ids().equals(held.subject().ids()));
    }

    private Asked asked(Subject subject) throws ProbeException, InterruptedException {
        HttpAnswer before = context.http().send(subject.owner().sign(subject.call()));
        if (before.status() / 100 != 2) {
            return asked(
                    subject,
                    new Original(before, before),
                    List.of(),
                    !FileLinks.in(before).isEmpty());
        }
        List<Session> readers = new ArrayList<>(strangers.of(subject));
        readers.add(context.sessions().nobody());
        List<HttpAnswer> answers = new ArrayList<>();
        for (Session reader : readers) {
            answers.add(strangers.patiently(reader, subject.call()));
        }
        Original original =
                new Original(before, context.http().send(subject.owner().sign(subject.call())));
        List<Try> tries = new ArrayList<>();
        for (int at = 0; original.trouble().isEmpty() && at < readers.size(); at++) {
            tries.add(seen(subject, original, readers.get(at), answers.get(at)));
        }
        return asked(subject, original, tries, false);
    }

    private Try seen(Subject subject, Original original, Session reader, HttpAnswer answer)
            throws ProbeException, InterruptedException {
        Backdrop backdrop =
                new Backdrop(strangers.known(reader), misses.instead(reader, subject), own(subject.route(), reader));
        Onlooker onlooker = new Onlooker(original, backdrop);
        boolean nobody = reader.isNobody();
        return new Try(
                reader.identity(),
                strangers.roles(subject, reader),
                !nobody && strangers.listed(subject, reader),
                nobody || strangers.taken(subject, reader),
                onlooker.see(answer),
                answer.evidence());
    }

    /** Whether what nobody read stands in nobody's lists too, on a route of which no file says that it is private. */
    private boolean open(Subject subject, List<Try> tries) throws ProbeException, InterruptedException {
        boolean read = tries.stream()
                .anyMatch(each -> each.reader().equals(HttpCall.NOBODY)
                        && each.glimpse().leak().isPresent());
        OwnedObject object = subject.object().orElse(null);
        return read
                && object != null
                && object.origin() != Origin.GIVEN
                && subject.route().assumed()
                && context.sessions().publicIds().contains(Map.of(object.type(), object.id()));
    }

    /** What the reader gets for an object of its own by the same route. */
    private List<HttpAnswer> own(Route route, Session reader) throws ProbeException, InterruptedException {
        if (reader.isNobody()) {
            return List.of();
        }
        String key = reader.identity() + " " + route;
        List<HttpAnswer> known = own.get(key);
        if (known == null) {
            Optional<Subject> mine = subjects.of(route).stream()
                    .filter(each -> each.owner() == reader)
                    .findFirst();
            known = mine.isEmpty()
                    ? List.of()
                    : List.of(context.http().send(reader.sign(mine.get().call())));
            own.put(key, known);
        }
        return known;
    }

    private Asked asked(Subject subject, Original original, List<Try> tries, boolean file)
            throws ProbeException, InterruptedException {
        Route route = subject.route();
        List<HttpExchange> control =
                List.of(original.before().evidence(), original.after().evidence());
        return new Asked(
                route.method(),
                RouteCalls.place(route),
                subject.call().url().host(),
                route.line(),
                subject.object().map(object -> object.type()).orElse(""),
                subject.owner().identity(),
                open(subject, tries),
                file,
                original.trouble(),
                control,
                tries);
    }
}
