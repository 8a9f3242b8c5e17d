package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.ParentChildCheck.Asked;
import dev.launchready.check.authz.ParentChildCheck.Astray;
import dev.launchready.check.authz.ParentChildCheck.Lack;
import dev.launchready.check.authz.ParentChildCheck.Seen;
import dev.launchready.check.authz.ParentChildCheck.Try;
import dev.launchready.model.Evidence.HttpExchange;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.session.Glimpse;
import dev.launchready.session.Glimpse.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges what opened a child: its own parent, or any. One finding for a route and a pair of roles, however many objects show it. */
final class ParentChildJudge {
    private final Seen seen;
    private final Tally tally = new Tally();
    private final Set<String> raised = new LinkedHashSet<>();
    private int refusals;

    ParentChildJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.routes() == 0) {
            return Tally.notApplicable(ParentChildCheck.NO_NESTED_ROUTE);
        }
        seen.without()
                .forEach(route -> tally.unproven(
                        ParentChildCheck.NO_OBJECT,
                        Map.of(
                                "method", route.method(),
                                "route", route.template(),
                                "type", route.type(),
                                "parent", route.parent())));
        seen.asked().forEach(this::judge);
        byRoute().values().forEach(this::untold);
        if (tally.empty()) {
            boolean open = seen.asked().stream().anyMatch(Asked::open);
            return Tally.notApplicable(open ? ParentChildCheck.ALL_OPEN : ParentChildCheck.ONE_PARENT);
        }
        return tally.fact("routes", seen.routes()).fact("refusals", refusals).conclude();
    }

    private Map<String, List<Asked>> byRoute() {
        return seen.asked().stream()
                .filter(asked -> asked.trouble().isEmpty() && !asked.open())
                .collect(Collectors.groupingBy(
                        asked -> asked.method() + " " + asked.template(), LinkedHashMap::new, Collectors.toList()));
    }

    /** A route on which nobody could try, or nobody whom such routes take at all. */
    private void untold(List<Asked> route) {
        List<Try> tries =
                route.stream().flatMap(asked -> asked.tries().stream()).toList();
        boolean told = tries.stream()
                .anyMatch(each -> each.welcome() || each.glimpse().leak().isPresent());
        Map<String, String> facts = facts(route.get(0));
        if (!tries.isEmpty() && !told) {
            facts.put("reader", tries.get(0).reader());
            tally.unproven(ParentChildCheck.READER_LOCKED_OUT, facts);
        } else if (tries.isEmpty() && lacks(route, Lack.PARENT)) {
            tally.unproven(ParentChildCheck.NO_OWN_PARENT, facts);
        } else if (tries.isEmpty() && !lacks(route, Lack.DIFFERENCE)) {
            tally.unproven(ParentChildCheck.NO_STRANGERS, facts);
        }
    }

    private static boolean lacks(List<Asked> route, Lack lack) {
        return route.stream().anyMatch(asked -> asked.lack() == lack);
    }

    private void judge(Asked asked) {
        Map<String, String> facts = facts(asked);
        if (asked.trouble().isPresent()) {
            facts.put("answer", asked.trouble().get());
            tally.unproven(ParentChildCheck.OWNER_REFUSED, facts);
            return;
        }
        if (!asked.tries().isEmpty()) {
            tally.control("owner-reads", facts);
        }
        asked.tries().forEach(each -> judge(asked, each));
        asked.astray().ifPresent(each -> judge(asked, each));
    }

    private void judge(Asked asked, Try each) {
        Glimpse glimpse = each.glimpse();
        Map<String, String> facts = facts(asked);
        facts.put("reader", each.reader());
        facts.put("sign", glimpse.sign());
        facts.put("status", String.valueOf(glimpse.status()));
        if (glimpse.kind() == Kind.UNCLEAR) {
            tally.unproven(ParentChildCheck.CANNOT_TELL, facts);
        } else if (glimpse.refused()) {
            refusals += each.welcome() ? 1 : 0;
            if (glimpse.kind() == Kind.CRASHED) {
                raise(
                        ParentChildCheck.BREAKS_ON_MIXED_IDS,
                        asked,
                        facts,
                        each.roles(),
                        Proof.CONFIRMED,
                        each.exchange());
            }
        } else if (each.listed()) {
            tally.unproven(ParentChildCheck.IN_BOTH_LISTS, facts);
        } else {
            Proof proof = glimpse.leak().orElse(Proof.HEURISTIC);
            Reason reason = proof == Proof.HEURISTIC ? ParentChildCheck.LOOKS_READABLE : ParentChildCheck.FOREIGN_CHILD;
            raise(reason, asked, facts, each.roles(), proof, each.exchange());
        }
    }

    /** One's own child under somebody else's parent is no leak by itself; what that parent's owner alone gets is one. */
    private void judge(Asked asked, Astray astray) {
        Map<String, String> facts = facts(asked);
        facts.put("other", astray.other());
        facts.put("status", String.valueOf(astray.own().status()));
        if (astray.others().filter(each -> each.kind() == Kind.SHOWN).isPresent()) {
            facts.put("sign", astray.others().get().sign());
            raise(
                    ParentChildCheck.FOREIGN_PARENT_SHOWN,
                    asked,
                    facts,
                    astray.roles(),
                    Proof.CONFIRMED,
                    astray.exchange());
        } else if (astray.own().kind() == Kind.SHOWN || astray.own().kind() == Kind.ALIKE) {
            facts.put("sign", astray.own().sign());
            raise(ParentChildCheck.PARENT_IGNORED, asked, facts, astray.roles(), Proof.CONFIRMED, astray.exchange());
        }
    }

    private void raise(
            Reason reason, Asked asked, Map<String, String> facts, String roles, Proof proof, HttpExchange exchange) {
        if (!raised.add(reason.code() + " " + asked.method() + " " + asked.template() + " " + roles)) {
            return;
        }
        Where place = Where.route(asked.method(), asked.template(), asked.host());
        Where where = asked.line().map(line -> place.in(seen.file(), line)).orElse(place);
        Raised one = Raised.of(reason, where, proof).between(roles);
        for (Map.Entry<String, String> fact : facts.entrySet()) {
            one = one.fact(fact.getKey(), fact.getValue());
        }
        tally.raise(one.showing(exchange).showing(asked.control().get(0)));
    }

    private static Map<String, String> facts(Asked asked) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", asked.method());
        facts.put("route", asked.template());
        facts.put("type", asked.type());
        facts.put("parent", asked.parent());
        facts.put("owner", asked.owner());
        return facts;
    }
}
