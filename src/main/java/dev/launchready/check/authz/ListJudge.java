package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.TenantListsCheck.Look;
import dev.launchready.check.authz.TenantListsCheck.Seen;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** Judges what lists show of others. One finding for a list and a pair of roles. */
final class ListJudge {
    private final Seen seen;
    private final Tally tally = new Tally();
    private final Set<String> raised = new LinkedHashSet<>();

    ListJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        seen.looks().forEach(this::judge);
        if (seen.looks().isEmpty()) {
            tally.unproven(TenantListsCheck.NO_LIST, Map.of());
        }
        return tally.fact("lists", seen.lists())
                .fact("looks", seen.looks().size())
                .conclude();
    }

    private void judge(Look look) {
        switch (look.shown()) {
            case NOTHING -> tally.control("own-only", facts(look));
            case GIVEN_OBJECT, ADDRESS, OBJECT_REFUSED_TO_READER ->
                raise(TenantListsCheck.LISTS_FOREIGN, look, Proof.CONFIRMED);
            case FOUND -> raise(TenantListsCheck.FINDS_FOREIGN, look, Proof.CONFIRMED);
            case LIKE -> raise(TenantListsCheck.LOOKS_FOREIGN, look, Proof.HEURISTIC);
            case SAME_FOR_BOTH -> tally.unproven(TenantListsCheck.SAME_FOR_BOTH, facts(look));
            case NO_WORD -> tally.unproven(TenantListsCheck.NO_WORD, facts(look));
            case UNCLEAR -> tally.unproven(TenantListsCheck.CANNOT_TELL, facts(look));
        }
    }

    private void raise(Reason reason, Look look, Proof proof) {
        if (!raised.add(reason.code() + " " + look.method() + " " + look.template() + " " + look.roles())) {
            return;
        }
        Where place = Where.route(look.method(), look.template(), look.host());
        Where where = look.line().map(line -> place.in(seen.file(), line)).orElse(place);
        Raised one = Raised.of(reason, where, proof).between(look.roles());
        for (Map.Entry<String, String> fact : facts(look).entrySet()) {
            one = one.fact(fact.getKey(), fact.getValue());
        }
        tally.raise(one.showing(look.exchanges()));
    }

    private static String plural(String type) {
        if (type.matches(".*[^aeiou]y")) {
            return type.substring(0, type.length() - 1) + "ies";
        }
        return type + (type.matches(".*(s|x|z|ch|sh)") ? "es" : "s");
    }

    private static Map<String, String> facts(Look look) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", look.method());
        facts.put("route", look.template());
        facts.put("reader", look.reader());
        facts.put("owner", look.owner());
        facts.put("type", look.type());
        facts.put("kinds", plural(look.type()));
        facts.put("objects", look.count() == 1 ? "1 " + look.type() : look.count() + " " + plural(look.type()));
        facts.put("variant", look.variant().isEmpty() ? "as it is" : look.variant());
        return facts;
    }
}
