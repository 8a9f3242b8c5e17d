package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.ObjectWriteCheck.Seen;
import dev.launchready.check.authz.ObjectWriteCheck.Try;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.probe.http.HttpCall;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Judges what strangers could do to objects of the run. */
final class WriteJudge {
    private final Seen seen;
    private final Tally tally = new Tally();
    private final Set<String> raised = new LinkedHashSet<>();
    private int refusals;

    WriteJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.writes() == 0) {
            return Tally.notApplicable(ObjectWriteCheck.NO_WRITE_ROUTE);
        }
        seen.without()
                .forEach(route -> tally.unproven(
                        ObjectWriteCheck.NO_CREATE_FLOW,
                        Map.of("method", route.method(), "route", route.template(), "type", route.type())));
        seen.tries().forEach(this::judge);
        boolean strangers =
                seen.tries().stream().anyMatch(each -> !each.writer().equals(HttpCall.NOBODY));
        if (!seen.tries().isEmpty() && !strangers) {
            tally.unproven(ObjectWriteCheck.NO_STRANGERS, Map.of());
        }
        return tally.fact("routes", seen.writes()).fact("refusals", refusals).conclude();
    }

    private void judge(Try each) {
        boolean nobody = each.writer().equals(HttpCall.NOBODY);
        switch (each.end()) {
            case UNTOUCHED -> {
                refusals++;
                tally.control("owner-writes", facts(each));
            }
            case CHANGED -> raise(nobody ? ObjectWriteCheck.ANYONE_CHANGES : ObjectWriteCheck.OTHER_CHANGES, each);
            case REMOVED -> raise(nobody ? ObjectWriteCheck.ANYONE_REMOVES : ObjectWriteCheck.OTHER_REMOVES, each);
            case NOT_MADE -> tally.unproven(ObjectWriteCheck.CANNOT_MAKE, facts(each));
            case NOT_READ -> tally.unproven(ObjectWriteCheck.NO_READ_BACK, facts(each));
            case OWNER_REFUSED -> tally.unproven(ObjectWriteCheck.OWNER_CANNOT_WRITE, facts(each));
            case UNCLEAR -> tally.unproven(ObjectWriteCheck.CANNOT_TELL, facts(each));
        }
        each.left().ifPresent(undo -> raise(ObjectWriteCheck.LEFT_BEHIND, each));
    }

    /** Once for a route and a pair of roles. */
    private void raise(Reason reason, Try each) {
        if (!raised.add(reason.code() + " " + each.method() + " " + each.template() + " " + each.roles())) {
            return;
        }
        Where place = Where.route(each.method(), each.template(), each.host());
        Where where = each.line().map(line -> place.in(seen.file(), line)).orElse(place);
        Raised one = Raised.of(reason, where, Proof.CONFIRMED).between(each.roles());
        for (Map.Entry<String, String> fact : facts(each).entrySet()) {
            one = one.fact(fact.getKey(), fact.getValue());
        }
        tally.raise(one.showing(each.exchanges()));
    }

    private static Map<String, String> facts(Try each) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", each.method());
        facts.put("route", each.template());
        facts.put("type", each.type());
        facts.put("owner", each.owner());
        facts.put("writer", each.writer());
        facts.put("status", String.valueOf(each.status()));
        facts.put("undo", each.left().orElse(""));
        return facts;
    }
}
