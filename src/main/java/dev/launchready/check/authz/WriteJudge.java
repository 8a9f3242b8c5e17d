package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.ObjectWriteCheck.AccountTry;
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
        if (seen.writes() == 0 && seen.accounts().isEmpty()) {
            return Tally.notApplicable(ObjectWriteCheck.NO_WRITE_ROUTE);
        }
        seen.without()
                .forEach(route -> tally.unproven(
                        ObjectWriteCheck.NO_CREATE_FLOW,
                        Map.of("method", route.method(), "route", route.template(), "type", route.type())));
        seen.lacks().forEach(lack -> tally.unproven(ObjectWriteCheck.OWNS_NO_PARENT, lack.facts()));
        seen.tries().forEach(this::judge);
        seen.accounts().forEach(this::judge);
        boolean strangers =
                seen.tries().stream().anyMatch(each -> !each.writer().equals(HttpCall.NOBODY));
        if (!seen.tries().isEmpty() && !strangers) {
            tally.unproven(ObjectWriteCheck.NO_STRANGERS, Map.of());
        }
        return tally.fact("routes", routes()).fact("refusals", refusals).conclude();
    }

    private int routes() {
        Set<String> routes = new LinkedHashSet<>();
        seen.tries().forEach(each -> routes.add(each.method() + " " + each.template()));
        seen.accounts().forEach(each -> routes.add(each.method() + " " + each.template()));
        return routes.size();
    }

    private void judge(AccountTry each) {
        boolean nobody = each.writer().equals(HttpCall.NOBODY);
        Map<String, String> facts = facts(each);
        switch (each.end()) {
            case UNTOUCHED -> {
                refusals++;
                tally.control("account-writes", facts);
            }
            case CHANGED, REMOVED, ADDED -> {
                Reason reason = nobody ? ObjectWriteCheck.ANYONE_TAKES : ObjectWriteCheck.OTHER_TAKES;
                Where place = Where.route(each.method(), each.template(), each.host());
                Where where =
                        each.line().map(line -> place.in(seen.file(), line)).orElse(place);
                tally.raise(Raised.of(reason, where, Proof.CONFIRMED)
                        .between(each.writer())
                        .fact("method", each.method())
                        .fact("route", each.template())
                        .fact("status", each.status())
                        .fact("sign", each.sign())
                        .showing(each.exchanges()));
            }
            case NOT_MADE -> tally.unproven(ObjectWriteCheck.NO_ACCOUNT, facts);
            case OWNER_REFUSED, NOT_READ -> tally.unproven(ObjectWriteCheck.ACCOUNT_NOT_WRITTEN, facts);
            case UNCLEAR -> tally.unproven(ObjectWriteCheck.ACCOUNT_UNCLEAR, facts);
        }
    }

    private static Map<String, String> facts(AccountTry each) {
        return Map.of("method", each.method(), "route", each.template(), "status", String.valueOf(each.status()));
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
            case ADDED -> raise(ObjectWriteCheck.OTHER_ADDS, each);
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
