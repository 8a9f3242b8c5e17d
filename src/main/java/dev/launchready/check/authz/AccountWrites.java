package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.ObjectWriteCheck.AccountTry;
import dev.launchready.check.authz.ObjectWriteCheck.End;
import dev.launchready.check.authz.Victim.Fresh;
import dev.launchready.check.authz.Victim.State;
import dev.launchready.model.TrafficClass;
import dev.launchready.portal.Flows.Flow;
import dev.launchready.portal.Portal;
import dev.launchready.portal.Request;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Bodies;
import dev.launchready.session.FlowCalls;
import dev.launchready.session.FlowCalls.Prepared;
import dev.launchready.session.Guest;
import dev.launchready.session.Newcomers;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lets one throw-away account, and nobody, change or remove another one. No account of the portal file sends any of it: a portal that
 * mistakes whose account is meant would change the sender's.
 */
final class AccountWrites {
    static final String NEWCOMER = "newcomer";
    private static final int MOST_NAMES = 3;
    /** A name as long as this is random, or holds the run's own random text. */
    private static final int UNGUESSABLE = 16;

    private final CheckContext context;
    private final Newcomers newcomers;
    private final FlowCalls flows;
    private final Flow way;
    private final SelfReading reading;

    private AccountWrites(CheckContext context, Flow way) {
        this.context = context;
        this.newcomers = context.sessions().newcomers();
        this.flows = new FlowCalls(context.portal(), context.http());
        this.way = way;
        this.reading = new SelfReading(context);
    }

    /** How many requests are tried at most. */
    static int targets(Portal portal) {
        return portal.flows().named("signup").isEmpty()
                ? 0
                : AccountTarget.of(portal).size();
    }

    /** Nothing where nobody can sign up. */
    static List<AccountTry> look(CheckContext context) throws ProbeException, InterruptedException {
        Optional<Flow> way = context.sessions().newcomers().ways().stream().findFirst();
        List<AccountTry> tries = new ArrayList<>();
        if (way.isPresent()) {
            for (AccountTarget target : AccountTarget.of(context.portal())) {
                tries.addAll(new AccountWrites(context, way.get()).tries(target));
            }
        }
        return tries;
    }

    private List<AccountTry> tries(AccountTarget target) throws ProbeException, InterruptedException {
        Optional<Guest> one = newcomers.make(way);
        Optional<Guest> other = one.isPresent() ? newcomers.make(way) : Optional.empty();
        if (one.isEmpty() || other.isEmpty()) {
            return List.of(told(target, NEWCOMER, End.NOT_MADE, "", List.of()));
        }
        reading.of(one.get());
        Victim victim = new Victim(newcomers, way, reading, one.get());
        Victim writer = new Victim(newcomers, way, reading, other.get());
        List<AccountTry> tries = target.removes() ? removal(target, victim, writer) : change(target, victim, writer);
        newcomers.remove(victim.guest());
        newcomers.remove(writer.guest());
        return tries;
    }

    /** @param request of a target, and by which of the account's names it calls it */
    private record Manner(Request request, int name) {}

    private List<AccountTry> change(AccountTarget target, Victim victim, Victim writer)
            throws ProbeException, InterruptedException {
        List<HttpAnswer> refused = new ArrayList<>();
        Optional<Manner> works = Optional.empty();
        for (Manner manner : manners(target, victim)) {
            if (works.isEmpty()) {
                Fresh fresh = fresh(victim);
                HttpAnswer answer = send(manner, victim, victim.guest().session(), victim.password(), fresh);
                works = victim.after(fresh).changed() ? Optional.of(manner) : works;
                refused.add(answer);
            }
        }
        if (works.isEmpty()) {
            return List.of(told(target, NEWCOMER, End.OWNER_REFUSED, "", refused));
        }
        Manner manner = works.get();
        List<AccountTry> tries = new ArrayList<>();
        Fresh first = fresh(victim);
        HttpAnswer others = send(manner, victim, writer.guest().session(), writer.password(), first);
        tries.add(told(target, NEWCOMER, victim.after(first), others));
        // a portal that takes the session's account for the one that is meant has changed the writer's own
        writer.after(first);
        Fresh second = fresh(victim);
        HttpAnswer nobodys = send(manner, victim, context.sessions().nobody(), writer.password(), second);
        tries.add(told(target, HttpCall.NOBODY, victim.after(second), nobodys));
        return tries;
    }

    private List<AccountTry> removal(AccountTarget target, Victim victim, Victim writer)
            throws ProbeException, InterruptedException {
        List<AccountTry> tries = new ArrayList<>();
        Map<String, Session> writers = Map.of(
                NEWCOMER,
                writer.guest().session(),
                HttpCall.NOBODY,
                context.sessions().nobody());
        for (String name : List.of(NEWCOMER, HttpCall.NOBODY)) {
            boolean heldBack = false;
            for (Manner manner : manners(target, victim)) {
                Fresh fresh = fresh(victim);
                HttpAnswer answer = send(
                        manner,
                        victim,
                        writers.getOrDefault(name, context.sessions().nobody()),
                        "",
                        fresh);
                heldBack |= Onlooker.heldBack(answer);
                if (victim.after(fresh) == State.GONE) {
                    boolean sound = writer.after(fresh) == State.AS_IT_WAS;
                    tries.add(told(
                            target,
                            name,
                            sound ? End.REMOVED : End.UNCLEAR,
                            "it cannot sign in any more, while others can",
                            List.of(answer)));
                    return tries;
                }
            }
            tries.add(told(target, name, heldBack ? End.UNCLEAR : End.UNTOUCHED, "", List.of()));
        }
        List<HttpAnswer> own = new ArrayList<>();
        for (Manner manner : manners(target, victim)) {
            Fresh fresh = fresh(victim);
            own.add(send(manner, victim, victim.guest().session(), victim.password(), fresh));
            if (victim.after(fresh) == State.GONE) {
                return tries;
            }
        }
        return List.of(told(target, NEWCOMER, End.OWNER_REFUSED, "", own));
    }

    private List<Manner> manners(AccountTarget target, Victim victim) throws ProbeException, InterruptedException {
        List<String> names = victim.names();
        List<Integer> sure = new ArrayList<>();
        for (int name = 0; name < names.size(); name++) {
            if (sure.size() < MOST_NAMES && means(target, victim, names.get(name))) {
                sure.add(name);
            }
        }
        List<Manner> manners = new ArrayList<>();
        for (Request request : target.requests()) {
            sure.forEach(name -> manners.add(new Manner(request, name)));
        }
        return manners;
    }

    /**
     * Whether that name can mean nothing but the account. A short number might be the id of somebody else's object: it counts where the
     * route that reads what this one changes shows the account itself.
     */
    private boolean means(AccountTarget target, Victim victim, String name)
            throws ProbeException, InterruptedException {
        if (name.length() >= UNGUESSABLE) {
            return true;
        }
        for (Route route : context.portal().routes().all()) {
            boolean above =
                    route.method().equals("GET") && route.safe() && AccountTarget.about(route) && target.below(route);
            if (above) {
                HttpCall call = flows.call(AccountTarget.reading(route), Map.of(AccountTarget.WHOSE, name));
                String shown = flows.send(victim.guest().session(), call).text();
                if (victim.randoms().stream().anyMatch(shown::contains)) {
                    return true;
                }
            }
        }
        return false;
    }

    private Fresh fresh(Victim victim) {
        return new Fresh(
                newcomers.password(),
                newcomers.otherMail(victim.guest().who().mail()),
                context.sessions().workbench().marker());
    }

    private HttpAnswer send(Manner manner, Victim about, Session sender, String password, Fresh fresh)
            throws ProbeException, InterruptedException {
        List<String> names = about.names();
        Map<String, String> values =
                fresh.values(names.get(Math.min(manner.name(), names.size() - 1)), about.mail(), password);
        Request request = manner.request();
        boolean form =
                flows.encoding(request).equals(Bodies.FORM) && request.body().isPresent();
        List<Request> pages = form && !sender.isNobody() ? List.of(about.guest().proof()) : List.<Request>of();
        Prepared prepared = flows.asBrowser(sender, request, values, pages);
        return context.http().send(prepared.session().sign(prepared.call()).needing(TrafficClass.WRITES));
    }

    private AccountTry told(AccountTarget target, String writer, State state, HttpAnswer answer) {
        End end =
                switch (state) {
                    case AS_IT_WAS -> Onlooker.heldBack(answer) ? End.UNCLEAR : End.UNTOUCHED;
                    case GONE -> End.UNCLEAR;
                    default -> End.CHANGED;
                };
        String sign =
                switch (state) {
                    case PASSWORD_CHANGED ->
                        "it signs in with the password from that request, and with its own no more";
                    case MAIL_CHANGED -> "it has the e-mail address from that request";
                    case TEXT_CHANGED -> "its profile shows the text from that request";
                    default -> "";
                };
        return told(target, writer, end, sign, List.of(answer));
    }

    private AccountTry told(AccountTarget target, String writer, End end, String sign, List<HttpAnswer> answers) {
        return new AccountTry(
                target.method(),
                target.route(),
                context.portal().api().host(),
                target.line(),
                writer,
                end,
                sign,
                answers.isEmpty() ? 0 : answers.get(answers.size() - 1).status(),
                answers.stream().map(HttpAnswer::evidence).toList());
    }
}
