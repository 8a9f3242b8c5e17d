package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.ObjectWriteCheck.AccountTry;
import dev.launchready.check.authz.ObjectWriteCheck.End;
import dev.launchready.check.authz.ObjectWriteCheck.Seen;
import dev.launchready.check.authz.ObjectWriteCheck.Try;
import dev.launchready.check.authz.ObjectWriteCheck.Without;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Routes.Access;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Pairs;
import dev.launchready.session.RouteCalls;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Makes an object for each try, lets a stranger write to it, and reads it as its owner. What an error leaves is cleared at the run's end. */
final class WriteProbe {
    private static final Set<String> WRITES = Set.of("PUT", "PATCH", "DELETE");

    private final CheckContext context;
    private final Pairs pairs;
    private final List<Session> able;
    private final Makers makers;
    private final WriteTrial trials;
    private final Workbench workbench;

    WriteProbe(CheckContext context) throws ProbeException, InterruptedException {
        this.context = context;
        this.pairs = new Pairs(context.portal());
        this.able = context.sessions().able();
        this.makers = new Makers(context);
        this.trials = new WriteTrial(context);
        this.workbench = context.sessions().workbench();
    }

    /** Routes that change or remove an owned object. */
    static List<Route> writes(Portal portal) {
        return portal.routes().all().stream()
                .filter(route -> route.isPrivate() && WRITES.contains(route.method()))
                .filter(route -> route.access() == Access.OWNED || route.line().isEmpty())
                .filter(route -> !Slots.of(route.template()).isEmpty())
                .toList();
    }

    Seen look() throws ProbeException, InterruptedException {
        List<Route> routes = writes(context.portal());
        List<Try> tries = new ArrayList<>();
        List<Without> without = new ArrayList<>();
        Set<Lack> lacks = new LinkedHashSet<>();
        List<AccountTry> accounts = AccountWrites.look(context);
        Set<String> onAccounts = accounts.stream()
                .map(each -> each.method() + " " + each.template())
                .collect(Collectors.toSet());
        for (Route route : routes) {
            String type = Slots.subject(route).orElse("");
            List<Try> ofRoute = new ArrayList<>();
            boolean lacking = false;
            for (Session owner : makers.of(type)) {
                Optional<String> parent = workbench.lacking(type, owner.identity());
                parent.ifPresent(each -> lacks.add(new Lack(owner.identity(), type, each)));
                lacking |= parent.isPresent();
                ofRoute.addAll(parent.isPresent() ? List.of() : tries(route, owner));
            }
            tries.addAll(withoutIdle(ofRoute));
            if (ofRoute.isEmpty() && !lacking && !onAccounts.contains(route.method() + " " + RouteCalls.place(route))) {
                without.add(new Without(route.method(), route.template(), type));
            }
        }
        tries.addAll(new AddingProbe(context).look());
        int adds = AddingProbe.adds(context.portal()).size();
        return new Seen(
                tries,
                accounts,
                context.portal().lines().file().orElse("the portal file"),
                routes.size() + adds,
                without,
                List.copyOf(lacks));
    }

    /** Who could not make one counts only where strangers tried the route on nobody's. */
    static List<Try> withoutIdle(List<Try> tries) {
        boolean tried = tries.stream()
                .anyMatch(each -> each.end() != End.NOT_MADE && !each.writer().equals(HttpCall.NOBODY));
        return tries.stream()
                .filter(each -> !tried || each.end() != End.NOT_MADE)
                .toList();
    }

    private List<Try> tries(Route route, Session owner) throws ProbeException, InterruptedException {
        List<Session> writers = new ArrayList<>();
        able.stream()
                .filter(each -> pairs.strangers(route, owner.identity(), each.identity()))
                .limit(context.params().integer("max-writers"))
                .forEach(writers::add);
        writers.add(context.sessions().nobody());
        List<Try> tries = new ArrayList<>();
        for (Session writer : writers) {
            tries.add(attempt(route, owner, writer));
        }
        return tries;
    }

    private Try attempt(Route route, Session owner, Session writer) throws ProbeException, InterruptedException {
        WriteTrial.Attempt attempt = new WriteTrial.Attempt(route, owner, owner, writer);
        return told(attempt, trials.of(attempt));
    }

    private Try told(WriteTrial.Attempt attempt, WriteTrial.Trial trial) {
        String writer = attempt.writer().identity();
        String owner = attempt.maker().identity();
        List<HttpExchange> exchanges =
                trial.answers().stream().map(HttpAnswer::evidence).toList();
        return new Try(
                attempt.route().method(),
                RouteCalls.place(attempt.route()),
                context.portal().api().host(),
                attempt.route().line(),
                attempt.type(),
                owner,
                writer,
                attempt.writer().isNobody() ? "nobody" : pairs.roles(owner, writer),
                trial.end(),
                trial.status(),
                trial.left(),
                exchanges);
    }
}
