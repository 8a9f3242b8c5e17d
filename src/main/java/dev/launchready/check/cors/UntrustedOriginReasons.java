package dev.launchready.check.cors;

import dev.launchready.model.Reason;
import java.util.Set;

/** The cases that {@link UntrustedOriginJudge} tells apart: which origin gets in, and what it can read there. */
final class UntrustedOriginReasons {
    static final Reason REFLECTED_WITH = Reason.fails("reflected-with-credentials");
    static final Reason REFLECTED_OPEN = Reason.fails("reflected-with-credentials-open");
    static final Reason REFLECTED_WITHOUT = Reason.warns("reflected-without-credentials");
    static final Reason NULL_WITH = Reason.fails("null-origin-with-credentials");
    static final Reason NULL_OPEN = Reason.fails("null-origin-with-credentials-open");
    static final Reason NULL_WITHOUT = Reason.warns("null-origin-without-credentials");
    static final Reason LOOKALIKE_WITH = Reason.fails("lookalike-origin-with-credentials");
    static final Reason LOOKALIKE_OPEN = Reason.fails("lookalike-origin-with-credentials-open");
    static final Reason LOOKALIKE_WITHOUT = Reason.warns("lookalike-origin-without-credentials");
    static final Reason ODD_WITH = Reason.fails("odd-origin-with-credentials");
    static final Reason DOWNGRADED_WITH = Reason.fails("downgraded-origin-with-credentials");
    static final Reason SUBDOMAIN_WITH = Reason.warns("subdomain-origin-with-credentials");
    static final Reason DEVELOPMENT_WITH = Reason.warns("development-origin-with-credentials");
    static final Reason OTHER_SITE_WITH = Reason.warns("other-site-with-credentials");
    static final Reason PREFLIGHT_WITH = Reason.fails("preflight-with-credentials");
    static final Reason UNSTEADY = Reason.blocks("unsteady");
    static final Reason PRIVATE_UNSEEN = Reason.blocks("private-unseen");

    static final Set<Reason> ALL = Set.of(
            REFLECTED_WITH,
            REFLECTED_OPEN,
            REFLECTED_WITHOUT,
            NULL_WITH,
            NULL_OPEN,
            NULL_WITHOUT,
            LOOKALIKE_WITH,
            LOOKALIKE_OPEN,
            LOOKALIKE_WITHOUT,
            ODD_WITH,
            DOWNGRADED_WITH,
            SUBDOMAIN_WITH,
            DEVELOPMENT_WITH,
            OTHER_SITE_WITH,
            PREFLIGHT_WITH,
            Aliveness.NO_ANSWER,
            Aliveness.HELD_BACK,
            UNSTEADY,
            Aliveness.ONLY_ERRORS,
            Aliveness.ONLY_REFUSALS,
            PRIVATE_UNSEEN);

    private UntrustedOriginReasons() {}
}
