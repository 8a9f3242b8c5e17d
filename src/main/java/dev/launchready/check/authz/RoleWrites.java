package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.FunctionLevelCheck.Deed;
import dev.launchready.check.authz.FunctionLevelCheck.Fate;
import dev.launchready.check.authz.FunctionLevelCheck.Written;
import dev.launchready.check.authz.ObjectWriteCheck.End;
import dev.launchready.check.authz.RoleOdds.Odds;
import dev.launchready.model.TrafficClass;
import dev.launchready.model.Url;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Tries the routes of a role that write, as somebody without it: about things that do not exist, then on objects of the run. */
final class RoleWrites {
    private static final int MOST_MAKERS = 2;
    private static final Set<String> CHANGES = Set.of("PUT", "PATCH", "DELETE");

    private final CheckContext context;
    private final Pairs pairs;
    private final List<Session> able;
    private final Makers makers;
    private final WriteTrial trials;
    private final RoleOdds odds;
    private final RoleMakings makings;
    private final boolean active;
    private final boolean writes;

    RoleWrites(CheckContext context) throws ProbeException, InterruptedException {
        LocalDate today = LocalDate.ofInstant(context.clock().instant(), ZoneOffset.UTC);
        this.context = context;
        this.pairs = new Pairs(context.portal());
        this.able = context.sessions().able();
        this.makers = new Makers(context);
        this.trials = new WriteTrial(context);
        this.odds = new RoleOdds(context);
        this.makings = new RoleMakings(context, odds);
        this.active = context.portal().consent().covers(TrafficClass.ACTIVE, today);
        this.writes = context.portal().consent().covers(TrafficClass.WRITES, today);
    }

    /** Routes of a role that cannot be called without changing something. */
    static List<Route> of(Portal portal) {
        return portal.routes().of(Access.ROLES).stream()
                .filter(route -> !RouteCalls.reads(route))
                .toList();
    }

    List<Written> look() throws ProbeException, InterruptedException {
        List<Written> written = new ArrayList<>();
        for (Route route : of(context.portal())) {
            written.add(look(route));
        }
        return written;
    }

    private Written look(Route route) throws ProbeException, InterruptedException {
        List<Session> rightful =
                able.stream().filter(each -> route.roles().contains(role(each))).toList();
        List<Session> others = others(route);
        if (rightful.isEmpty() || others.isEmpty()) {
            return told(route, rightful, Fate.OPEN, List.of(), List.of());
        }
        others.add(context.sessions().nobody());
        boolean changes =
                CHANGES.contains(route.method()) && Slots.subject(route).isPresent();
        return changes ? change(route, rightful, others) : creation(route, rightful, others);
    }

    /** Whose refusal would prove something: those without the role whose sessions are taken there. */
    private List<Session> others(Route route) throws ProbeException, InterruptedException {
        Url place = context.portal().resolve(route.template().replaceAll("[{}]", ""));
        List<Session> others = new ArrayList<>();
        for (Session each : able) {
            if (RoleProbe.refusedTo(pairs, context.portal(), route, each.identity()) && odds.welcome(each, place)) {
                others.add(each);
            }
        }
        return others;
    }

    private Written change(Route route, List<Session> rightful, List<Session> others)
            throws ProbeException, InterruptedException {
        List<Session> left = others;
        // a PUT may make what it names
        if (route.method().equals("PUT") ? writes : active) {
            Odds seen = odds.of(route, rightful, others);
            if (seen.settled()) {
                return told(route, rightful, Fate.REFUSED, seen.refused(), List.of());
            }
            left = seen.same().isEmpty() ? others : seen.same();
        }
        return writes ? onObjects(route, rightful, left) : told(route, rightful, Fate.NO_CONSENT, List.of(), List.of());
    }

    /** On objects of the run: those of the maker's own client first, as nothing but the role stands between them and it. */
    private Written onObjects(Route route, List<Session> rightful, List<Session> others)
            throws ProbeException, InterruptedException {
        List<Session> refused = new ArrayList<>();
        List<Deed> deeds = new ArrayList<>();
        Set<String> tried = new HashSet<>();
        for (Session maker : makersFor(route, rightful)) {
            Session control = rightful.contains(maker) ? maker : rightful.get(0);
            for (Session other : nearFirst(maker, others)) {
                if (other.equals(maker) || tried.contains(role(other))) {
                    continue;
                }
                WriteTrial.Trial trial = trials.of(new WriteTrial.Attempt(route, maker, control, other));
                if (trial.end() == End.UNTOUCHED
                        && (other.isNobody()
                                || odds.taken(
                                        other, control, trial.answers().get(0).call()))) {
                    tried.add(role(other));
                    refused.add(other);
                }
                if (trial.end() == End.CHANGED || trial.end() == End.REMOVED) {
                    tried.add(role(other));
                    deeds.add(deed(control, other, trial));
                }
            }
        }
        boolean all = others.stream().allMatch(each -> tried.contains(role(each)));
        Fate fate = !deeds.isEmpty() ? Fate.DONE : all ? Fate.REFUSED : Fate.OPEN;
        return told(route, rightful, fate, refused, deeds);
    }

    private List<Session> makersFor(Route route, List<Session> rightful) {
        return makers.of(Slots.subject(route).orElse("")).stream()
                .sorted(Comparator.comparing(each -> !rightful.contains(each)))
                .limit(MOST_MAKERS)
                .toList();
    }

    private List<Session> nearFirst(Session maker, List<Session> others) {
        return others.stream()
                .sorted(Comparator.comparing(each -> pairs.differ(maker.identity(), each.identity())))
                .toList();
    }

    private Deed deed(Session control, Session other, WriteTrial.Trial trial) {
        String sign =
                trial.end() == End.REMOVED ? "what the scan had made is gone" : "what the scan had made is changed";
        return new Deed(
                other.identity(),
                other.isNobody() ? other.identity() : pairs.roles(control.identity(), other.identity()),
                trial.status(),
                sign,
                trial.answers().stream().map(HttpAnswer::evidence).toList());
    }

    private Written creation(Route route, List<Session> rightful, List<Session> others)
            throws ProbeException, InterruptedException {
        if (!makings.known(route)) {
            return told(route, rightful, Fate.OPEN, List.of(), List.of());
        }
        if (!writes) {
            return told(route, rightful, Fate.NO_CONSENT, List.of(), List.of());
        }
        RoleMakings.Outcome outcome = makings.of(route, rightful, others);
        return told(route, rightful, outcome.fate(), outcome.refused(), outcome.deeds());
    }

    private String role(Session who) {
        return Optional.ofNullable(context.portal().identities().get(who.identity()))
                .map(Identity::role)
                .orElse(who.identity());
    }

    private Written told(Route route, List<Session> rightful, Fate fate, List<Session> refused, List<Deed> deeds) {
        return new Written(
                route.method(),
                RouteCalls.place(route),
                context.portal().api().host(),
                route.line(),
                rightful.isEmpty()
                        ? String.join(" or ", route.roles().stream().sorted().toList())
                        : role(rightful.get(0)),
                rightful.isEmpty() ? "" : rightful.get(0).identity(),
                Slots.subject(route).orElse(""),
                fate,
                refused.size(),
                deeds);
    }
}
