package dev.launchready.check.cors;

import dev.launchready.check.Tally;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Reason;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Whether the portal was seen at work while its policy was looked at: what every judge of the family owes before a pass. */
final class Aliveness {
    static final Reason NO_ANSWER = Reason.blocks("no-answer");
    static final Reason HELD_BACK = Reason.blocks("held-back");
    static final Reason ONLY_ERRORS = Reason.blocks("only-errors");
    static final Reason ONLY_REFUSALS = Reason.blocks("only-refusals");

    private Aliveness() {}

    /** Notes a control for each server that answered, and what was not seen of the others. */
    static void judge(CorsSurvey survey, Tally tally) {
        survey.routes().forEach(policy -> answered(policy, tally));
        Map<String, Optional<RoutePolicy>> servers = new LinkedHashMap<>();
        List<RoutePolicy> read = survey.routes().stream()
                .filter(each -> !each.answers().isEmpty())
                .toList();
        read.forEach(policy -> servers.merge(
                policy.origin(),
                Optional.of(policy).filter(RoutePolicy::alive),
                (one, other) -> one.isPresent() ? one : other));
        servers.forEach((origin, alive) -> alive.ifPresentOrElse(
                policy -> tally.control("answered", seen(policy)),
                () -> tally.unproven(ONLY_ERRORS, Map.of("host", origin))));
        boolean content = read.stream()
                .flatMap(policy -> policy.answer(Kind.OWN).stream())
                .anyMatch(own -> own.answered() && own.status() < 400);
        if (!content) {
            tally.unproven(ONLY_REFUSALS, Map.of("host", survey.trusted().get(0)));
        }
        tally.fact("routes", survey.routes().size());
        tally.fact(
                "answers",
                read.stream().mapToInt(policy -> policy.answers().size()).sum());
    }

    private static void answered(RoutePolicy policy, Tally tally) {
        Stream<CorsAnswer> all = policy.answers().isEmpty() ? policy.preflights().stream() : policy.answers().stream();
        all.filter(answer -> !answer.answered()).findFirst().ifPresent(answer -> {
            Map<String, String> facts = Map.of(
                    "route", policy.toString(),
                    "host", policy.host(),
                    "origin", answer.origin(),
                    "seen", answer.failure().orElse("The status was " + answer.status() + "."));
            tally.unproven(answer.kind() == Kind.OWN ? NO_ANSWER : HELD_BACK, facts);
        });
    }

    private static Map<String, String> seen(RoutePolicy policy) {
        int status = policy.answer(Kind.OWN).map(CorsAnswer::status).orElse(0);
        return Map.of("route", policy.toString(), "host", policy.host(), "status", Integer.toString(status));
    }
}
