package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.ObjectReadCheck.Asked;
import dev.launchready.check.authz.ObjectReadCheck.Seen;
import dev.launchready.check.authz.ObjectReadCheck.Try;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.probe.http.HttpCall;
import dev.launchready.session.Glimpse.Kind;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Judges who saw whose object. One finding for a route and a pair of roles, however many objects show it. */
final class ObjectReadJudge {
    private final Seen seen;
    private final Tally tally = new Tally();
    private final Set<String> raised = new LinkedHashSet<>();
    private int refusals;

    ObjectReadJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.shared()) {
            return Tally.notApplicable(ObjectReadCheck.ALL_SHARED);
        }
        if (seen.routes() == 0) {
            return Tally.blocked(ObjectReadCheck.NO_OWNED_ROUTE, Map.of());
        }
        seen.without()
                .forEach(route -> tally.unproven(
                        ObjectReadCheck.NO_OBJECT,
                        Map.of("method", route.method(), "route", route.template(), "type", route.type())));
        seen.asked().forEach(this::judge);
        if (tally.empty() && seen.asked().stream().anyMatch(Asked::open)) {
            return Tally.notApplicable(ObjectReadCheck.ALL_OPEN);
        }
        if (tally.empty() && seen.asked().stream().allMatch(Asked::file)) {
            return Tally.notApplicable(ObjectReadCheck.ALL_FILES);
        }
        lockedOut();
        boolean tried = seen.asked().stream()
                .flatMap(asked -> asked.tries().stream())
                .anyMatch(each -> !each.reader().equals(HttpCall.NOBODY));
        boolean answered =
                seen.asked().stream().anyMatch(asked -> asked.trouble().isEmpty());
        if (answered && !tried) {
            tally.unproven(ObjectReadCheck.NO_STRANGERS, Map.of());
        }
        return tally.fact("routes", seen.routes())
                .fact("objects", seen.asked().size())
                .fact("refusals", refusals)
                .conclude();
    }

    /** Routes on which every reader is one that such routes do not take at all. */
    private void lockedOut() {
        Map<String, List<Asked>> routes = seen.asked().stream()
                .filter(asked -> asked.trouble().isEmpty() && !asked.open())
                .collect(Collectors.groupingBy(
                        asked -> asked.method() + " " + asked.template(), LinkedHashMap::new, Collectors.toList()));
        routes.values().forEach(all -> {
            List<Try> readers = all.stream()
                    .flatMap(asked -> asked.tries().stream())
                    .filter(each -> !each.reader().equals(HttpCall.NOBODY))
                    .toList();
            boolean told = readers.stream()
                    .anyMatch(each -> each.welcome() || each.glimpse().leak().isPresent());
            if (!readers.isEmpty() && !told) {
                Map<String, String> facts = facts(all.get(0));
                facts.put("reader", readers.get(0).reader());
                tally.unproven(ObjectReadCheck.READER_LOCKED_OUT, facts);
            }
        });
    }

    private void judge(Asked asked) {
        if (asked.file()) {
            return;
        }
        if (asked.trouble().isPresent()) {
            Map<String, String> facts = facts(asked);
            facts.put("answer", asked.trouble().get());
            tally.unproven(ObjectReadCheck.OWNER_REFUSED, facts);
            return;
        }
        if (asked.open()) {
            return;
        }
        tally.control("owner-reads", facts(asked));
        asked.tries().forEach(each -> judge(asked, each));
    }

    private void judge(Asked asked, Try each) {
        boolean nobody = each.reader().equals(HttpCall.NOBODY);
        Map<String, String> facts = facts(asked);
        facts.put("reader", each.reader());
        facts.put("sign", each.glimpse().sign());
        if (each.glimpse().kind() == Kind.UNCLEAR) {
            tally.unproven(ObjectReadCheck.CANNOT_TELL, facts);
        } else if (each.glimpse().refused()) {
            refusals += each.welcome() ? 1 : 0;
            if (each.glimpse().kind() == Kind.CRASHED) {
                raise(ObjectReadCheck.BREAKS_ON_FOREIGN_ID, asked, each, Proof.CONFIRMED);
            }
        } else if (each.listed()) {
            tally.unproven(ObjectReadCheck.IN_BOTH_LISTS, facts);
        } else {
            Proof proof = each.glimpse().leak().orElse(Proof.HEURISTIC);
            Reason sure = nobody ? ObjectReadCheck.ANYONE_READS : ObjectReadCheck.OTHER_READS;
            raise(proof == Proof.HEURISTIC ? ObjectReadCheck.LOOKS_READABLE : sure, asked, each, proof);
        }
    }

    private void raise(Reason reason, Asked asked, Try each, Proof proof) {
        if (!raised.add(reason.code() + " " + asked.method() + " " + asked.template() + " " + each.roles())) {
            return;
        }
        Where place = Where.route(asked.method(), asked.template(), asked.host());
        Where where = asked.line().map(line -> place.in(seen.file(), line)).orElse(place);
        Raised one = Raised.of(reason, where, proof).between(each.roles());
        for (Map.Entry<String, String> fact : facts(asked).entrySet()) {
            one = one.fact(fact.getKey(), fact.getValue());
        }
        tally.raise(one.fact("reader", each.reader())
                .fact("status", each.glimpse().status())
                .fact("sign", each.glimpse().sign())
                .showing(each.exchange())
                .showing(asked.control().get(0)));
    }

    private static Map<String, String> facts(Asked asked) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", asked.method());
        facts.put("route", asked.template());
        facts.put("type", asked.type());
        facts.put("owner", asked.owner());
        return facts;
    }
}
