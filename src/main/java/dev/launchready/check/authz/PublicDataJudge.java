package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.Judgement;
import dev.launchready.check.Listing;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.PublicDataCheck.Case;
import dev.launchready.check.authz.PublicDataCheck.Seen;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.Map;

/** Judges what is shown of people to nobody in particular. */
final class PublicDataJudge {
    private final Seen seen;
    private final Tally tally = new Tally();

    PublicDataJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        seen.silent()
                .forEach((route, status) -> tally.unproven(
                        PublicDataCheck.NOT_ANSWERED, Map.of("route", route, "status", String.valueOf(status))));
        if (seen.open() == 0 && seen.silent().isEmpty()) {
            return Tally.notApplicable(PublicDataCheck.NOTHING_OPEN);
        }
        seen.cases().forEach(this::raise);
        if (seen.open() > 0) {
            tally.control("open-read", Map.of("open", String.valueOf(seen.open())));
        }
        if (!seen.known().isEmpty()) {
            tally.control("clients-known", Map.of("identities", Listing.of(seen.known())));
        }
        return tally.fact("open", seen.open()).fact("overflow", seen.overflow()).conclude();
    }

    private void raise(Case each) {
        Where place = Where.route(each.method(), each.template(), each.host());
        Where where = each.line().map(line -> place.in(seen.file(), line)).orElse(place);
        tally.raise(Raised.of(reason(each), where, each.proof())
                .fact("method", each.method())
                .fact("route", each.template())
                .fact("who", each.who())
                .fact("people", each.people())
                .fact("what", each.what())
                .fact("members", AnswerPlace.members(each.members()))
                .showing(each.exchange()));
    }

    private static Reason reason(Case each) {
        return switch (each.kind()) {
            case CLIENT -> PublicDataCheck.KNOWN_CLIENT;
            case CLIENTS -> PublicDataCheck.CLIENT_LIST;
            case BUSINESS -> PublicDataCheck.BUSINESS_RECORDS;
            case OBJECT -> PublicDataCheck.KNOWN_OBJECT;
            case LISTED -> PublicDataCheck.CONTACT_LIST;
            case FEW -> PublicDataCheck.SINGLE_RECORD;
            case NAME -> PublicDataCheck.KNOWN_NAME;
        };
    }
}
