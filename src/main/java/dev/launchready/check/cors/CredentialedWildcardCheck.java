package dev.launchready.check.cors;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.Tally;
import dev.launchready.check.cors.CorsSurvey.Carried;
import dev.launchready.check.cors.CorsSurvey.Holds;
import dev.launchready.check.cors.CorsSurvey.RoutePolicy;
import dev.launchready.check.cors.ForeignOrigin.Kind;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Whether a wildcard stands where it was never meant to: beside credentials, or on what needs a credential. */
public final class CredentialedWildcardCheck implements Check<CorsSurvey> {
    static final Reason WITH_CREDENTIALS = Reason.fails("wildcard-with-credentials");
    static final Reason WITH_AUTHORIZATION = Reason.warns("wildcard-with-authorization");

    @Override
    public String id() {
        return "cors.credentialed-wildcard";
    }

    @Override
    public Set<Reason> reasons() {
        return Set.of(
                WITH_CREDENTIALS,
                WITH_AUTHORIZATION,
                Aliveness.NO_ANSWER,
                Aliveness.HELD_BACK,
                Aliveness.ONLY_ERRORS,
                Aliveness.ONLY_REFUSALS);
    }

    @Override
    public Class<CorsSurvey> observed() {
        return CorsSurvey.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return CorsSurveying.footprint(portal);
    }

    @Override
    public CorsSurvey observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.memo().get(CorsSurveying.SHARED);
    }

    @Override
    public Judgement judge(CorsSurvey observation, Params params) {
        Gathered found = new Gathered(observation);
        boolean byHeader =
                observation.carried().isEmpty() || observation.carried().contains(Carried.AUTHORIZATION);
        observation.routes().forEach(policy -> look(found, policy, byHeader));
        Tally tally = new Tally();
        found.raised().forEach(tally::raise);
        Aliveness.judge(observation, tally);
        return tally.conclude();
    }

    /** @param byHeader sessions travel in {@code Authorization}, as far as is known */
    private static void look(Gathered found, RoutePolicy policy, boolean byHeader) {
        Optional<CorsAnswer> both = Stream.concat(policy.answers().stream(), policy.preflights().stream())
                .filter(answer -> answer.wildcard() && answer.allowCredentials())
                .findFirst();
        if (both.isPresent()) {
            found.add(WITH_CREDENTIALS, policy, both.get(), "* with credentials");
            return;
        }
        boolean guarded = policy.holds() == Holds.GUARDED || policy.holds() == Holds.PRIVATE;
        boolean readable = policy.answers().isEmpty()
                || policy.answer(Kind.RANDOM).filter(CorsAnswer::wildcard).isPresent();
        policy.preflight(Kind.RANDOM)
                .filter(answer -> byHeader && guarded && readable && answer.success() && answer.wildcard())
                .filter(CredentialedWildcardCheck::takesAuthorization)
                .ifPresent(answer ->
                        found.add(WITH_AUTHORIZATION, policy, answer, String.join(", ", answer.allowHeaders())));
    }

    /** By the standard a wildcard does not stand for {@code authorization}; browsers still let it pass, with a warning. */
    private static boolean takesAuthorization(CorsAnswer preflight) {
        return preflight.allowHeaders().contains("authorization")
                || preflight.allowHeaders().contains("*");
    }
}
