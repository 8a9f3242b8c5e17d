package dev.launchready.check.authz;

import dev.launchready.check.Check;
import dev.launchready.check.CheckContext;
import dev.launchready.check.Footprint;
import dev.launchready.check.Judgement;
import dev.launchready.check.Params;
import dev.launchready.check.authz.backend.BackendJudge;
import dev.launchready.check.authz.backend.BackendReasons;
import dev.launchready.check.authz.backend.BackendSurvey;
import dev.launchready.check.authz.backend.Survey;
import dev.launchready.model.Reason;
import dev.launchready.portal.Portal;
import dev.launchready.probe.ProbeException;
import java.time.Duration;
import java.util.Set;

/** A back end that browsers call directly gives nobody, and no other tenant, what is somebody's. */
public final class OpenBackendCheck implements Check<Survey> {
    private static final Duration TIMEOUT = Duration.ofMinutes(10);
    private static final int PER_BACKEND = 6;
    private static final int PER_PLACE = 8;

    @Override
    public String id() {
        return "authz.open-backend";
    }

    @Override
    public Set<Reason> reasons() {
        return BackendReasons.all();
    }

    @Override
    public Class<Survey> observed() {
        return Survey.class;
    }

    @Override
    public Footprint footprint(Portal portal, Params params) {
        int readers = 1 + portal.identities().size();
        int places = params.integer("max-places") * PER_PLACE
                + params.list("likely-tables").size();
        return Footprint.reading(portal.address().backends().size() * (PER_BACKEND + places * readers))
                .within(TIMEOUT);
    }

    @Override
    public Survey observe(CheckContext context) throws ProbeException, InterruptedException {
        return new BackendSurvey(context).look();
    }

    @Override
    public Judgement judge(Survey seen, Params params) {
        return new BackendJudge(seen).judge();
    }
}
