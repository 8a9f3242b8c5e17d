package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.FunctionLevelCheck.Asked;
import dev.launchready.check.authz.FunctionLevelCheck.Seen;
import dev.launchready.check.authz.FunctionLevelCheck.Try;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.session.Glimpse.Kind;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Judges who reached what belongs to another role. One finding for a route and a pair of roles. */
final class RoleJudge {
    private final Seen seen;
    private final Tally tally = new Tally();
    private int refusals;

    RoleJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        seen.asked().forEach(this::judge);
        List<Asked> told = seen.asked().stream().filter(Asked::declared).toList();
        boolean nothing = told.isEmpty() || told.stream().allMatch(Asked::shell);
        boolean answered = told.stream()
                .anyMatch(asked -> asked.trouble().isEmpty() && !asked.owner().isEmpty());
        if (nothing && seen.written().isEmpty()) {
            tally.unproven(FunctionLevelCheck.NOTHING_TO_READ, Map.of());
        } else if (answered && told.stream().allMatch(asked -> asked.tries().isEmpty())) {
            tally.unproven(FunctionLevelCheck.NO_OTHER_ROLE, Map.of());
        }
        refusals += new RoleWriteJudge(seen, tally).judge();
        if (!seen.spellings()) {
            tally.control("spellings-left-out");
        }
        return tally.fact("routes", told.size())
                .fact("refusals", refusals)
                .fact("writes", seen.written().size())
                .conclude();
    }

    private void judge(Asked asked) {
        if (asked.owner().isEmpty()) {
            tally.unproven(FunctionLevelCheck.NO_ONE_WITH_ROLE, facts(asked));
            return;
        }
        if (asked.trouble().isPresent()) {
            if (asked.declared()) {
                Map<String, String> facts = facts(asked);
                facts.put("answer", asked.trouble().get());
                tally.unproven(FunctionLevelCheck.ROLE_REFUSED, facts);
            }
            return;
        }
        if (asked.shell()) {
            return;
        }
        if (asked.declared()) {
            tally.control("role-reads", facts(asked));
        }
        boolean told = asked.tries().stream()
                .anyMatch(each -> each.welcome() || each.glimpse().leak().isPresent());
        if (asked.declared() && !asked.tries().isEmpty() && !told) {
            Map<String, String> facts = facts(asked);
            facts.put("reader", asked.tries().get(0).reader());
            tally.unproven(FunctionLevelCheck.READER_LOCKED_OUT, facts);
        }
        asked.tries().stream()
                .collect(Collectors.groupingBy(Try::roles, LinkedHashMap::new, Collectors.toList()))
                .values()
                .forEach(tries -> judge(asked, tries));
    }

    /** All tries of one pair of roles. */
    private void judge(Asked asked, List<Try> tries) {
        Optional<Try> leak = tries.stream()
                .filter(each -> each.glimpse().leak().isPresent())
                .min(Comparator.comparing((Try each) -> each.glimpse().leak().orElse(Proof.HEURISTIC))
                        .thenComparing(each -> !each.spelling().isEmpty()));
        if (leak.isPresent()) {
            raise(asked, leak.get());
            return;
        }
        refusals +=
                (int) tries.stream().filter(each -> each.glimpse().refused()).count();
        if (!asked.declared()) {
            return;
        }
        List<Try> plain =
                tries.stream().filter(each -> each.spelling().isEmpty()).toList();
        plain.stream()
                .filter(each -> each.glimpse().kind() == Kind.UNCLEAR)
                .findFirst()
                .ifPresent(each -> {
                    Map<String, String> facts = facts(asked);
                    facts.put("reader", each.reader());
                    facts.put("sign", each.glimpse().sign());
                    tally.unproven(FunctionLevelCheck.CANNOT_TELL, facts);
                });
        plain.stream()
                .filter(each -> each.glimpse().kind() == Kind.CRASHED)
                .findFirst()
                .ifPresent(
                        each -> tally.raise(raised(FunctionLevelCheck.BREAKS_FOR_ROLE, asked, each, Proof.CONFIRMED)));
    }

    private void raise(Asked asked, Try leak) {
        Proof proof = leak.glimpse().leak().orElse(Proof.HEURISTIC);
        Reason sure = leak.spelling().isEmpty()
                ? FunctionLevelCheck.OTHER_ROLE_READS
                : FunctionLevelCheck.OTHER_ROLE_BY_SPELLING;
        Reason reason = proof == Proof.HEURISTIC ? FunctionLevelCheck.LOOKS_OPEN : sure;
        tally.raise(raised(asked.declared() ? reason : FunctionLevelCheck.UNDECLARED_STAFF_ROUTE, asked, leak, proof));
    }

    private Raised raised(Reason reason, Asked asked, Try each, Proof proof) {
        Where place = Where.route(asked.method(), asked.template(), asked.host());
        Where where = asked.line().map(line -> place.in(seen.file(), line)).orElse(place);
        return Raised.of(reason, where, proof)
                .between(each.roles())
                .locatedBy(each.spelling())
                .fact("method", asked.method())
                .fact("route", asked.template())
                .fact("owner", asked.owner())
                .fact("role", asked.role())
                .fact("reader", each.reader())
                .fact("spelling", each.spelling())
                .fact("status", each.glimpse().status())
                .fact("sign", each.glimpse().sign())
                .showing(each.exchange())
                .showing(asked.control().get(0));
    }

    private static Map<String, String> facts(Asked asked) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", asked.method());
        facts.put("route", asked.template());
        facts.put("role", asked.role());
        facts.put("owner", asked.owner());
        return facts;
    }
}
