package dev.launchready.check.authz;

import dev.launchready.check.AnswerPlace;
import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.ExcessDataCheck.Case;
import dev.launchready.check.authz.ExcessDataCheck.Reader;
import dev.launchready.check.authz.ExcessDataCheck.Seen;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.Map;

/** Judges what answers held too much. */
final class ExcessDataJudge {

    private final Seen seen;
    private final Tally tally = new Tally();

    ExcessDataJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        seen.cases().forEach(this::raise);
        for (Reader reader : seen.readers()) {
            Map<String, String> facts =
                    Map.of("reader", reader.identity(), "answers", String.valueOf(reader.answers()));
            if (reader.answers() > 0) {
                tally.control("answers-read", facts);
            } else {
                tally.unproven(ExcessDataCheck.NOTHING_ANSWERED, facts);
            }
        }
        if (!seen.strangers()) {
            tally.unproven(ExcessDataCheck.NO_STRANGERS, Map.of());
        }
        return tally.fact("answers", seen.answers())
                .fact("overflow", seen.overflow())
                .conclude();
    }

    private void raise(Case each) {
        Where place = Where.route(each.method(), each.template(), each.host());
        Where where = each.line().map(line -> place.in(seen.file(), line)).orElse(place);
        tally.raise(Raised.of(reason(each), where, each.proof())
                .between(each.roles())
                .fact("method", each.method())
                .fact("route", each.template())
                .fact("reader", each.reader())
                .fact("owner", each.owner())
                .fact("values", each.values())
                .fact("members", AnswerPlace.members(each.members()))
                .fact("what", each.what())
                .showing(each.exchange()));
    }

    private static Reason reason(Case each) {
        return switch (each.kind()) {
            case FOREIGN ->
                each.proof() == Proof.HEURISTIC ? ExcessDataCheck.LOOKS_FOREIGN : ExcessDataCheck.FOREIGN_VALUES;
            case SESSION -> ExcessDataCheck.FOREIGN_SESSION;
            case HASH -> ExcessDataCheck.PASSWORD_HASH;
            case PASSWORD -> ExcessDataCheck.PASSWORD_IN_CLEAR;
            case SECRET -> ExcessDataCheck.ACCOUNT_SECRET;
            case INTERNAL -> ExcessDataCheck.INTERNAL_FIELDS;
        };
    }
}
