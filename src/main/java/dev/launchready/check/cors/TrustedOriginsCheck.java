package dev.launchready.check.cors;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.Set;

/** Whether the portal's own pages can work with an API that lies on another origin. */
public final class TrustedOriginsCheck implements Check<CorsSurvey> {

    @Override
    public String id() {
        return "cors.trusted-origins";
    }

    @Override
    public Set<Reason> reasons() {
        return TrustedOriginsJudge.REASONS;
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
        return TrustedOriginsJudge.judge(observation);
    }
}
