package dev.launchready.check.headers;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.face.PublicFace;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.util.Set;

/** Whether the portal tells browsers which scripts, frames and types to trust. */
public final class SecurityCheck implements Check<HeaderSurvey> {

    @Override
    public String id() {
        return "headers.security";
    }

    @Override
    public Set<Reason> reasons() {
        return SecurityReasons.ALL;
    }

    @Override
    public Class<HeaderSurvey> observed() {
        return HeaderSurvey.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(0)
                .sharing("header-survey", HeaderSurveying.MOST_REQUESTS)
                .sharing(PublicFace.NAME, PublicFace.USUAL_REQUESTS);
    }

    @Override
    public HeaderSurvey observe(CheckContext context) throws ProbeException, InterruptedException {
        return context.memo().get(HeaderSurveying.SHARED);
    }

    @Override
    public Judgement judge(HeaderSurvey observation, Params params) {
        return SecurityJudge.judge(observation);
    }
}
