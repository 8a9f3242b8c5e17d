package dev.launchready.check.headers;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.Set;

/** Whether what belongs to one visitor can be kept by a cache and handed to another. */
public final class PrivateCacheCheck implements Check<CacheSurvey> {

    @Override
    public String id() {
        return "headers.private-cache";
    }

    @Override
    public Set<Reason> reasons() {
        return PrivateCacheJudge.REASONS;
    }

    @Override
    public Class<CacheSurvey> observed() {
        return CacheSurvey.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        return Footprint.reading(CacheSurveying.requests(portal)).atLeast(Duration.ofMinutes(1));
    }

    @Override
    public CacheSurvey observe(CheckContext context) throws ProbeException, InterruptedException {
        return CacheSurveying.observe(context);
    }

    @Override
    public Judgement judge(CacheSurvey observation, Params params) {
        return PrivateCacheJudge.judge(observation);
    }
}
