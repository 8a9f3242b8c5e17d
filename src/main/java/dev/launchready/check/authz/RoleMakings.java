package dev.launchready.check.authz;

import dev.launchready.check.CheckContext;
import dev.launchready.check.authz.FunctionLevelCheck.Deed;
import dev.launchready.check.authz.FunctionLevelCheck.Fate;
import dev.launchready.portal.Flows.Creation;
import dev.launchready.portal.Routes.Route;
import dev.launchready.probe.ProbeException;
import dev.launchready.probe.http.HttpAnswer;
import dev.launchready.session.Made;
import dev.launchready.session.Onlooker;
import dev.launchready.session.Pairs;
import dev.launchready.session.Session;
import dev.launchready.session.Slots;
import dev.launchready.session.Workbench;
import dev.launchready.session.Workbench.Making;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Sends the flow that makes something by a route of a role, as somebody with the role and as others. */
final class RoleMakings {
    private final CheckContext context;
    private final Workbench workbench;
    private final Pairs pairs;
    private final ReadBack readBack;
    private final RoleOdds odds;

    RoleMakings(CheckContext context, RoleOdds odds) throws ProbeException, InterruptedException {
        this.context = context;
        this.workbench = context.sessions().workbench();
        this.pairs = new Pairs(context.portal());
        this.readBack = new ReadBack(context);
        this.odds = odds;
    }

    /** What came of it. */
    record Outcome(Fate fate, List<Session> refused, List<Deed> deeds) {}

    /** Whether a flow is sent to that route. */
    boolean known(Route route) {
        return context.portal().flows().create().values().stream()
                .anyMatch(creation -> Makers.sentTo(creation.request(), route));
    }

    Outcome of(Route route, List<Session> rightful, List<Session> others) throws ProbeException, InterruptedException {
        for (String name :
                context.portal().flows().create().keySet().stream().sorted().toList()) {
            String type = Slots.singular(name);
            for (Session owner : rightful) {
                Optional<Creation> creation =
                        workbench.creation(type, owner.identity()).filter(each -> Makers.sentTo(each.request(), route));
                Optional<Made> made = creation.isPresent() ? workbench.make(type, owner) : Optional.empty();
                if (made.isPresent()) {
                    workbench.undo(made.get(), owner);
                    return tried(made.get(), creation.get(), owner, others);
                }
            }
        }
        return new Outcome(Fate.OPEN, List.of(), List.of());
    }

    private Outcome tried(Made owners, Creation creation, Session owner, List<Session> others)
            throws ProbeException, InterruptedException {
        List<Session> refused = new ArrayList<>();
        List<Deed> deeds = new ArrayList<>();
        boolean open = false;
        for (Session other : others) {
            Making making = workbench.makeLike(owners, creation, other);
            HttpAnswer answer = making.answer();
            if (making.made().isPresent()) {
                Optional<Deed> deed = deed(owner, other, making.made().get(), answer);
                deed.ifPresent(deeds::add);
                open = open || deed.isEmpty();
            } else if (Onlooker.heldBack(answer) || answer.status() >= 500) {
                open = true;
            } else if (other.isNobody() || odds.taken(other, owner, answer.call())) {
                refused.add(other);
            }
        }
        boolean somebody = refused.stream().anyMatch(each -> !each.isNobody());
        Fate fate = !deeds.isEmpty() ? Fate.DONE : open || !somebody ? Fate.OPEN : Fate.REFUSED;
        return new Outcome(fate, refused, deeds);
    }

    /** Whoever finds what was made proves that it was; it is removed by whoever may. */
    private Optional<Deed> deed(Session owner, Session other, Made made, HttpAnswer answer)
            throws ProbeException, InterruptedException {
        List<Session> readers = other.isNobody() ? List.of(owner) : List.of(other, owner);
        boolean found = there(made, readers);
        workbench.undo(made, other);
        boolean left = found && there(made, readers);
        if (left) {
            workbench.undo(made, owner);
            left = there(made, readers);
        }
        return found ? Optional.of(deed(owner, other, answer, left ? ", and stayed" : "")) : Optional.empty();
    }

    private boolean there(Made made, List<Session> readers) throws ProbeException, InterruptedException {
        for (Session reader : readers) {
            if (readBack.of(made, reader).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private Deed deed(Session owner, Session other, HttpAnswer answer, String left) {
        return new Deed(
                other.identity(),
                other.isNobody() ? other.identity() : pairs.roles(owner.identity(), other.identity()),
                answer.status(),
                "something was made" + left,
                List.of(answer.evidence()));
    }
}
