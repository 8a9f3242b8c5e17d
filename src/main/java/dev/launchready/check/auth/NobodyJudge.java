package dev.launchready.check.auth;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.auth.AnonymousAccessCheck.Exposed;
import dev.launchready.check.auth.AnonymousAccessCheck.Seen;
import dev.launchready.check.auth.AnonymousAccessCheck.Tried;
import dev.launchready.check.auth.AnonymousAccessCheck.Try;
import dev.launchready.check.auth.Strangers.Way;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.session.Glimpse.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** Judges what nobody saw. */
final class NobodyJudge {
    private static final Map<Way, Reason> LEAKS = new EnumMap<>(Map.of(
            Way.PLAIN, AnonymousAccessCheck.DATA_WITHOUT_CREDENTIAL,
            Way.EMPTY_CREDENTIAL, AnonymousAccessCheck.DATA_WITH_EMPTY_CREDENTIAL,
            Way.GARBAGE_CREDENTIAL, AnonymousAccessCheck.DATA_WITH_GARBAGE_CREDENTIAL,
            Way.METHOD, AnonymousAccessCheck.DATA_BY_OTHER_METHOD,
            Way.PATH, AnonymousAccessCheck.DATA_BY_OTHER_PATH));

    private final Seen seen;
    private final Tally tally = new Tally();
    private int proven;

    NobodyJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        seen.routes().forEach(this::judge);
        boolean shells = !seen.routes().isEmpty() && seen.routes().stream().allMatch(Tried::shell);
        if (seen.routes().isEmpty() || shells) {
            tally.unproven(AnonymousAccessCheck.NOTHING_TO_READ, Map.of("unsafe", String.valueOf(seen.unsafe())));
        }
        tally.fact("routes", proven).fact("unsafe", seen.unsafe());
        if (!seen.variants()) {
            tally.control("variants-left-out");
        }
        return tally.conclude();
    }

    private void judge(Tried route) {
        if (route.owner().isEmpty()) {
            tally.unproven(AnonymousAccessCheck.NO_CALLER, facts(route));
            return;
        }
        if (route.closed()) {
            proven++;
            tally.control(
                    "nobody-refused",
                    Map.of(
                            "owner", route.owner(),
                            "route", route.method() + " " + route.template(),
                            "answer", route.trouble().orElse("")));
            return;
        }
        if (route.trouble().isPresent()) {
            Map<String, String> facts = new java.util.LinkedHashMap<>(facts(route));
            facts.put("answer", route.trouble().get());
            tally.unproven(
                    route.malformed() ? AnonymousAccessCheck.MALFORMED : AnonymousAccessCheck.OWNER_REFUSED, facts);
            return;
        }
        if (route.shell()) {
            return;
        }
        Optional<Try> leak = worst(route);
        if (leak.isPresent()) {
            raise(route, leak.get());
            return;
        }
        if (plain(route).filter(each -> each.glimpse().kind() == Kind.UNCLEAR).isPresent()) {
            Map<String, String> facts = new java.util.LinkedHashMap<>(facts(route));
            facts.put("sign", plain(route).get().glimpse().sign());
            tally.unproven(AnonymousAccessCheck.CANNOT_TELL, facts);
            return;
        }
        route.tries().stream()
                .filter(each -> each.way() == Way.PLAIN && each.glimpse().kind() == Kind.CRASHED)
                .findFirst()
                .ifPresent(each ->
                        tally.raise(raised(AnonymousAccessCheck.BREAKS_FOR_NOBODY, route, each, Proof.CONFIRMED)));
        proven++;
        tally.control("owner-reads", Map.of("owner", route.owner(), "route", route.method() + " " + route.template()));
    }

    static Optional<Try> plain(Tried route) {
        return route.tries().stream().filter(each -> each.way() == Way.PLAIN).findFirst();
    }

    /** The plain request before its variants; of equals, what is proved best. */
    static Optional<Try> worst(Tried route) {
        return route.tries().stream()
                .filter(each -> each.glimpse().leak().isPresent())
                .min(java.util.Comparator.comparing(
                                (Try each) -> each.glimpse().leak().orElse(Proof.HEURISTIC))
                        .thenComparing(Try::way));
    }

    private void raise(Tried route, Try leak) {
        Proof proof = leak.glimpse().leak().orElse(Proof.HEURISTIC);
        Optional<Exposed> same = leak.exposed().filter(exposed -> exposed != Exposed.OWN);
        if (same.isPresent()) {
            Reason reason =
                    switch (same.get()) {
                        case SAME_WITH_OWN -> AnonymousAccessCheck.OPEN_TO_ALL;
                        case SAME_WITH_NAME -> AnonymousAccessCheck.OPEN_WITH_NAMES;
                        case SAME, OWN -> AnonymousAccessCheck.OPEN_UNCLASSIFIED;
                    };
            tally.raise(raised(reason, route, leak, Proof.CONFIRMED));
        } else if (proof == Proof.HEURISTIC) {
            tally.raise(raised(AnonymousAccessCheck.LOOKS_OPEN, route, leak, proof));
        } else {
            Reason reason = LEAKS.get(leak.way());
            tally.raise(
                    raised(reason == null ? AnonymousAccessCheck.DATA_WITHOUT_CREDENTIAL : reason, route, leak, proof));
        }
    }

    private Raised raised(Reason reason, Tried route, Try each, Proof proof) {
        Where place = Where.route(route.method(), route.template(), route.host());
        Where where = route.line().map(line -> place.in(seen.file(), line)).orElse(place);
        return Raised.of(reason, where, proof)
                .fact("method", route.method())
                .fact("route", route.template())
                .fact("owner", route.owner())
                .fact("variant", each.variant())
                .fact("status", each.glimpse().status())
                .fact("sign", each.glimpse().sign())
                .between("nobody")
                .locatedBy(each.way() == Way.PLAIN ? "" : each.variant())
                .showing(each.exchange())
                .showing(route.control().stream().limit(1).toList());
    }

    private static Map<String, String> facts(Tried route) {
        return Map.of(
                "method",
                route.method(),
                "route",
                route.template(),
                "owner",
                route.owner().isEmpty() ? "nobody" : route.owner());
    }
}
