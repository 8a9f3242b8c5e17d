package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.PublicDataCheck.Case;
import dev.launchready.check.authz.PublicDataCheck.Seen;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.List;
import java.util.Map;

/** Judges what is shown of people to nobody in particular. */
final class PublicDataJudge {
    private static final int MOST_MEMBERS = 4;
    private static final int MOST_KNOWN = 4;

    private final Seen seen;
    private final Tally tally = new Tally();

    PublicDataJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.open() == 0) {
            return Tally.notApplicable(PublicDataCheck.NOTHING_OPEN);
        }
        seen.cases().forEach(this::raise);
        tally.control("open-read", Map.of("open", String.valueOf(seen.open())));
        if (!seen.known().isEmpty()) {
            tally.control("clients-known", Map.of("identities", shortened(seen.known(), MOST_KNOWN)));
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
                .fact("members", each.members().isEmpty() ? "its text" : shortened(each.members(), MOST_MEMBERS))
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

    private static String shortened(List<String> all, int most) {
        String some = String.join(", ", all.stream().limit(most).toList());
        return all.size() > most ? some + " and " + (all.size() - most) + " more" : some;
    }
}
