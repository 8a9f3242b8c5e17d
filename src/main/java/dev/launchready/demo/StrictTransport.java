package dev.launchready.demo;

/** The request to come back by HTTPS alone (RFC 6797): for two years, for all that is below. */
final class StrictTransport {
    private static final String NAME = "Strict-Transport-Security";
    private static final String AGE = "max-age=63072000";
    private static final String SOUND = AGE + "; includeSubDomains";

    private final Switches on;

    StrictTransport(Switches on) {
        this.on = on;
    }

    Reply on(Visit visit, Reply reply) {
        boolean left = on.here(ContentFlaws.NO_HSTS, visit)
                || on.here(ContentFlaws.NO_HSTS_FURTHER, visit)
                || on.here(ContentFlaws.NO_HSTS_REFUSAL, visit);
        if (!visit.secure() || left) {
            return reply;
        }
        Reply asked = reply.with(NAME, line(visit));
        return on.here(ContentFlaws.HSTS_DIFFER, visit) ? asked.with(NAME, "max-age=3600") : asked;
    }

    private String line(Visit visit) {
        if (on.here(ContentFlaws.HSTS_IGNORED, visit)) {
            return "max-age=two-years; includeSubDomains";
        }
        if (on.here(ContentFlaws.HSTS_OFF, visit)) {
            return "max-age=0";
        }
        if (on.here(ContentFlaws.HSTS_SHORT, visit)) {
            return "max-age=86400; includeSubDomains";
        }
        if (on.here(ContentFlaws.HSTS_PRELOAD, visit)) {
            return AGE + "; preload";
        }
        boolean alone = on.has(ContentFlaws.HSTS_ALONE) && visit.host().equals(ContentFlaws.HSTS_ALONE.parent());
        return alone ? AGE : SOUND;
    }
}
