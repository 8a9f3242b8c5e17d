package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Holdings;
import dev.launchready.session.IdFinder;
import dev.launchready.session.OwnedObject;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Subject;
import dev.launchready.session.Subjects;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Which children each identity has under which parents, as the portal itself answers. */
final class Families {
    /** A child whose parent is not known is asked for under each parent of the same owner. */
    private static final int MOST_GUESSES = 12;

    private static final int MOST_PARENTS = 2;

    private final CheckContext context;
    private final Subjects subjects;
    private final RouteCalls calls;
    private final IdFinder finder;
    private final int most;
    private final Map<String, List<Family>> known = new HashMap<>();

    Families(CheckContext context) {
        this.context = context;
        this.subjects = new Subjects(context.portal(), context.sessions());
        this.calls = new RouteCalls(context.portal());
        this.finder = IdFinder.of(context.portal());
        this.most = context.params().integer("max-objects");
    }

    /** The children that the portal shows their owner, as many as the card wants; one that it does not show where there is no other. */
    List<Family> of(Lineage line, Session owner) throws ProbeException, InterruptedException {
        String key = owner.identity() + " " + line.route();
        List<Family> here = known.get(key);
        if (here == null) {
            here = look(line, owner);
            known.put(key, here);
        }
        return here;
    }

    private List<Family> look(Lineage line, Session owner) throws ProbeException, InterruptedException {
        List<Family> good = new ArrayList<>();
        List<Family> refused = new ArrayList<>();
        for (Subject subject : subjects.of(line.route())) {
            if (subject.owner() == owner && good.size() < most && refused.size() < MOST_GUESSES) {
                Family one = new Family(subject, context.http().send(owner.sign(subject.call())));
                (one.answered() ? good : refused).add(one);
            }
        }
        return good.isEmpty() ? refused.stream().limit(1).toList() : List.copyOf(good);
    }

    /** Parents of that route which the identity may enter: those of its own children there, else what it holds of their types. */
    List<Map<String, String>> parents(Lineage line, Session session) throws ProbeException, InterruptedException {
        List<Map<String, String>> proved = of(line, session).stream()
                .filter(Family::answered)
                .map(each -> line.above(each.subject().ids()))
                .distinct()
                .limit(MOST_PARENTS)
                .toList();
        return proved.isEmpty() ? held(line, context.sessions().holdings(session.identity())) : proved;
    }

    private static List<Map<String, String>> held(Lineage line, Holdings holdings) {
        List<Map<String, String>> all = List.of(Map.of());
        for (String type : line.parents()) {
            List<Map<String, String>> more = new ArrayList<>();
            for (Map<String, String> ids : all) {
                if (ids.containsKey(type)) {
                    more.add(ids);
                    continue;
                }
                for (OwnedObject parent : holdings.objects(type)) {
                    Map<String, String> both = new LinkedHashMap<>(ids);
                    both.putAll(parent.ids());
                    more.add(both);
                }
            }
            all = more;
        }
        return all.stream().map(line::above).distinct().limit(MOST_PARENTS).toList();
    }

    /** The same object's call with these ids. */
    Subject about(Subject subject, Map<String, String> ids) {
        return new Subject(
                subject.route(),
                subject.owner(),
                calls.about(subject.route(), ids).orElseThrow(),
                subject.object(),
                ids);
    }

    /** Whether the identity has, under these very parents, a child of its own with that id: then ids are numbered under each parent. */
    boolean has(Lineage line, Session session, Subject mixed) throws ProbeException, InterruptedException {
        Map<String, String> above = line.above(mixed.ids());
        String id = mixed.ids().getOrDefault(line.child(), "");
        Map<String, String> whole = new LinkedHashMap<>(above);
        whole.put(line.child(), id);
        boolean held = context.sessions().holdings(session.identity()).objects(line.child()).stream()
                .anyMatch(each -> each.ids().equals(whole));
        if (held) {
            return true;
        }
        Optional<HttpCall> list = list(line).flatMap(route -> calls.about(route, above));
        HttpAnswer answer = list.isEmpty() ? null : context.http().send(session.sign(list.get()));
        return answer != null
                && answer.status() / 100 == 2
                && finder.in(answer).stream()
                        .anyMatch(ids -> id.equals(ids.get(line.child()))
                                && whole.entrySet().containsAll(ids.entrySet()));
    }

    /** The route that lists the children under their parents, where it is known. */
    private Optional<Route> list(Lineage line) {
        String template = line.route().template();
        String list = template.substring(0, Math.max(0, template.lastIndexOf("/{")));
        return context.portal().routes().all().stream()
                .filter(route ->
                        route.isPrivate() && route.safe() && route.method().equals("GET"))
                .filter(route -> line.parentsInPath() && route.template().equals(list))
                .findFirst();
    }
}
