package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.FunctionLevelCheck.Asked;
import dev.launchready.check.authz.FunctionLevelCheck.Seen;
import dev.launchready.check.authz.FunctionLevelCheck.Try;
import dev.launchready.check.authz.FunctionLevelCheck.Written;
import dev.launchready.portal.Identity;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Backdrop;
import dev.launchready.session.Glimpse;
import dev.launchready.session.Misses;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Original;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Spellings;
import dev.launchready.session.Subject;
import dev.launchready.session.Subjects;
import dev.launchready.session.Welcome;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Asks for the routes of a role as somebody who has it, as everybody who has not, and as the first again. */
final class RoleProbe {
    private static final Pattern STAFF = Pattern.compile(
            "(^|[/_-])(admin|admins|staff|internal|backoffice|back-office|superuser|moderation)([/_?-]|$)");

    private final CheckContext context;
    private final boolean active;
    private final Subjects subjects;
    private final Misses misses;
    private final Pairs pairs;
    private final Welcome welcome;
    private final List<Session> able;

    RoleProbe(CheckContext context, boolean active) throws ProbeException, InterruptedException {
        this.context = context;
        this.active = active;
        this.subjects = new Subjects(context.portal(), context.sessions());
        this.misses = new Misses(context.portal(), context.http());
        this.pairs = new Pairs(context.portal());
        this.welcome = new Welcome(context.portal(), context.http(), context.sessions());
        this.able = context.sessions().able();
    }

    /** Routes of a role, and unclassified ones whose own words say that they are for staff, that can be read without changing anything. */
    static List<Route> readable(Portal portal) {
        return portal.routes().all().stream()
                .filter(route -> RouteCalls.reads(route) && (declared(route) || staff(route)))
                .toList();
    }

    private static boolean declared(Route route) {
        return route.access() == Access.ROLES;
    }

    private static boolean staff(Route route) {
        return route.isPrivate()
                && route.line().isEmpty()
                && STAFF.matcher(route.template().toLowerCase(java.util.Locale.ROOT))
                        .find();
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Asked> asked = new ArrayList<>();
        for (Route route : readable(context.portal())) {
            asked(route).ifPresent(asked::add);
        }
        List<Written> written = new RoleWrites(context).look();
        return new Seen(asked, context.portal().lines().file().orElse("the portal file"), active, written);
    }

    /** By the first who has the role and gets an answer; for an unclassified route, by the staff of the file alone. */
    private Optional<Asked> asked(Route route) throws ProbeException, InterruptedException {
        Optional<Asked> last = Optional.empty();
        for (Subject subject : subjects.withoutFilters(route)) {
            if (!declared(route) && !pairs.oversees(subject.owner().identity())) {
                continue;
            }
            Asked asked = asked(subject);
            if (asked.trouble().isEmpty()) {
                return Optional.of(asked);
            }
            last = last.isPresent() ? last : Optional.of(asked);
        }
        if (last.isPresent() || !declared(route)) {
            return last;
        }
        String role = String.join(" or ", route.roles());
        return Optional.of(record(route, "", role, Optional.empty(), false, List.of(), List.of()));
    }

    private Asked asked(Subject subject) throws ProbeException, InterruptedException {
        HttpAnswer before = context.http().send(subject.owner().sign(subject.call()));
        String owner = subject.owner().identity();
        if (before.status() / 100 != 2) {
            Original refused = new Original(before, before);
            return record(subject.route(), owner, role(owner), refused.trouble(), false, List.of(before), List.of());
        }
        Map<Session, Map<String, HttpAnswer>> answers = new LinkedHashMap<>();
        for (Session reader : able) {
            if (refusedTo(subject.route(), owner, reader.identity())) {
                answers.put(reader, answers(subject.call(), reader, declared(subject.route())));
            }
        }
        Original original =
                new Original(before, context.http().send(subject.owner().sign(subject.call())));
        List<Try> tries = new ArrayList<>();
        boolean shell = false;
        for (Map.Entry<Session, Map<String, HttpAnswer>> each : answers.entrySet()) {
            Onlooker onlooker = onlooker(subject, original, each.getKey());
            shell = shell || (original.trouble().isEmpty() && onlooker.shell());
            tries.addAll(tries(subject, onlooker, each.getKey(), each.getValue()));
        }
        return record(
                subject.route(),
                owner,
                role(owner),
                original.trouble(),
                shell,
                List.of(before, original.after()),
                tries);
    }

    /**
     * Those of another role than the ones under which the route is listed, administrators on others' routes left out; of an unclassified
     * route, all who are not staff.
     */
    private boolean refusedTo(Route route, String owner, String reader) {
        return !owner.equals(reader) && refusedTo(pairs, context.portal(), route, reader);
    }

    static boolean refusedTo(Pairs pairs, Portal portal, Route route, String reader) {
        boolean declared =
                declared(route) && !route.roles().contains(role(portal, reader)) && !pairs.standsAbove(route, reader);
        boolean undeclared = !declared(route) && !pairs.oversees(reader);
        return declared || undeclared;
    }

    private Map<String, HttpAnswer> answers(HttpCall call, Session reader, boolean spelt)
            throws ProbeException, InterruptedException {
        Map<String, HttpAnswer> answers = new LinkedHashMap<>();
        HttpAnswer plain = context.http().send(reader.sign(call));
        answers.put("", plain.status() >= 500 ? context.http().send(reader.sign(call)) : plain);
        if (active && spelt) {
            for (Map.Entry<String, HttpCall> each : Spellings.of(call).entrySet()) {
                answers.put(each.getKey(), context.http().send(reader.sign(each.getValue())));
            }
        }
        return answers;
    }

    private Onlooker onlooker(Subject subject, Original original, Session reader)
            throws ProbeException, InterruptedException {
        Set<String> known =
                new HashSet<>(context.sessions().holdings(reader.identity()).texts());
        known.addAll(context.sessions().words(reader.identity()));
        return new Onlooker(original, new Backdrop(known, misses.beside(reader, subject.call()), List.of()));
    }

    private List<Try> tries(Subject subject, Onlooker onlooker, Session reader, Map<String, HttpAnswer> answers)
            throws ProbeException, InterruptedException {
        boolean taken = welcome.near(reader, subject.call().url());
        String roles = pairs.roles(subject.owner().identity(), reader.identity());
        List<Try> tries = new ArrayList<>();
        answers.forEach((spelling, answer) -> {
            Glimpse glimpse = onlooker.see(answer);
            tries.add(new Try(reader.identity(), roles, spelling, taken, glimpse, answer.evidence()));
        });
        return tries;
    }

    private String role(String identity) {
        return role(context.portal(), identity);
    }

    private static String role(Portal portal, String identity) {
        return Optional.ofNullable(portal.identities().get(identity))
                .map(Identity::role)
                .orElse(identity);
    }

    private Asked record(
            Route route,
            String owner,
            String role,
            Optional<String> trouble,
            boolean shell,
            List<HttpAnswer> control,
            List<Try> tries) {
        return new Asked(
                route.method(),
                RouteCalls.place(route),
                context.portal().api().host(),
                route.line(),
                declared(route),
                owner,
                role,
                trouble,
                shell,
                control.stream().map(HttpAnswer::evidence).toList(),
                tries);
    }
}
