package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.GuardedField.Meaning;
import dev.launchready.check.authz.GuardedField.Source;
import dev.launchready.check.authz.MassAssignmentCheck.End;
import dev.launchready.check.authz.MassAssignmentCheck.Place;
import dev.launchready.check.authz.MassAssignmentCheck.Seen;
import dev.launchready.check.authz.MassAssignmentCheck.Sent;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.LinkedHashMap;
import java.util.Map;

/** Judges which fields the portal let its clients set. */
final class FieldJudge {
    private final Seen seen;
    private final Tally tally = new Tally();
    private int fields;

    FieldJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.places().isEmpty() && seen.lacks().isEmpty()) {
            return Tally.blocked(MassAssignmentCheck.NOTHING_TO_WRITE, Map.of());
        }
        seen.lacks().forEach(lack -> tally.unproven(MassAssignmentCheck.OWNS_NO_PARENT, lack.facts()));
        seen.places().forEach(this::judge);
        return tally.fact("fields", fields).fact("places", seen.places().size()).conclude();
    }

    private void judge(Place place) {
        Map<String, String> facts = facts(place);
        if (!place.left().isEmpty()) {
            tally.raise(raised(MassAssignmentCheck.LEFT_BEHIND, place, Proof.CONFIRMED)
                    .fact("undo", String.join(", ", place.left())));
        }
        if (place.trouble().isPresent()) {
            Reason reason =
                    switch (place.trouble().get()) {
                        case NOT_MADE -> MassAssignmentCheck.CANNOT_MAKE;
                        case NOT_READ -> MassAssignmentCheck.NO_READ_BACK;
                        case UNSTEADY -> MassAssignmentCheck.CANNOT_TELL;
                        case NO_ACCOUNT -> MassAssignmentCheck.NO_ACCOUNT;
                        case NOT_SHOWN -> MassAssignmentCheck.NOT_SHOWN;
                        case NO_PROFILE -> MassAssignmentCheck.NO_PROFILE;
                    };
            tally.unproven(reason, facts);
        } else {
            tally.control("owner-makes", facts);
        }
        if (place.stray()) {
            tally.raise(raised(MassAssignmentCheck.STORES_ANYTHING, place, Proof.CONFIRMED));
        }
        place.ownerless().ifPresent(field -> {
            facts.put("field", field);
            tally.unproven(MassAssignmentCheck.NO_OTHER_OWNER, facts);
        });
        place.sent().forEach(sent -> judge(place, sent));
    }

    private void judge(Place place, Sent sent) {
        if (sent.end() == End.KEPT || sent.end() == End.REFUSED) {
            fields++;
        } else if (sent.end() == End.UNCLEAR) {
            tally.unproven(MassAssignmentCheck.CANNOT_TELL, facts(place));
        } else if (sent.end() == End.OPENED) {
            raise(place, sent, Proof.CONFIRMED);
        } else if (sent.end() == End.REFERRING) {
            raise(place, sent, Proof.STRONG);
        } else if (sent.end() == End.FREE_TEXT && sent.source() == Source.ANSWER) {
            Map<String, String> facts = facts(place);
            facts.put("field", sent.field());
            tally.control("takes-any-text", facts);
        } else if (sent.end() == End.VANISHED && place.trouble().isEmpty()) {
            raise(place, sent, Proof.STRONG);
        } else if (sent.end() == End.STORED && !(place.stray() && sent.source() == Source.USUAL)) {
            // a price that the portal had left empty may well be the client's to name
            boolean hint = sent.meaning() == Meaning.PRICE && !sent.filled();
            raise(place, sent, hint ? Proof.HEURISTIC : Proof.CONFIRMED);
        }
    }

    private void raise(Place place, Sent sent, Proof proof) {
        tally.raise(raised(reason(sent.meaning()), place, proof)
                .fact("field", sent.field())
                .fact("status", sent.status())
                .fact("sign", sent.sign())
                .locatedBy(sent.field())
                .showing(sent.exchanges()));
    }

    private static Reason reason(Meaning meaning) {
        return switch (meaning) {
            case PRIVILEGE -> MassAssignmentCheck.ROLE_ASSIGNED;
            case OWNER -> MassAssignmentCheck.OWNER_ASSIGNED;
            case PRICE -> MassAssignmentCheck.PRICE_ASSIGNED;
            case PLAN -> MassAssignmentCheck.PLAN_ASSIGNED;
            case STATE -> MassAssignmentCheck.STATE_ASSIGNED;
        };
    }

    private Raised raised(Reason reason, Place place, Proof proof) {
        Where at = Where.route(place.method(), place.template(), place.host());
        Where where = place.line().map(line -> at.in(seen.file(), line)).orElse(at);
        Raised raised = Raised.of(reason, where, proof);
        for (Map.Entry<String, String> fact : facts(place).entrySet()) {
            raised = raised.fact(fact.getKey(), fact.getValue());
        }
        return raised;
    }

    private static Map<String, String> facts(Place place) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("method", place.method());
        facts.put("route", place.template());
        facts.put("type", place.type());
        facts.put("owner", place.owner());
        return facts;
    }
}
