package dev.launchready.check.secrets;

import dev.launchready.check.Judgement;
import dev.launchready.check.Listing;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.secrets.ResponsesCheck.Dump;
import dev.launchready.check.secrets.ResponsesCheck.Leak;
import dev.launchready.check.secrets.ResponsesCheck.Reach;
import dev.launchready.check.secrets.ResponsesCheck.Seen;
import dev.launchready.check.secrets.ResponsesCheck.Spot;
import dev.launchready.detect.KeyClass;
import dev.launchready.model.Evidence;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Severity;
import dev.launchready.model.Where;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Judges what the answers of the run gave away. */
final class ResponsesJudge {
    private final Seen seen;
    private final Tally tally = new Tally();

    ResponsesJudge(Seen seen) {
        this.seen = seen;
    }

    Judgement judge() {
        if (seen.answers() == 0) {
            return Tally.blocked(ResponsesCheck.NOTHING_ANSWERED, Map.of());
        }
        List<FoundSecret> forBrowsers = SecretReasons.meantForBrowsers(
                seen.leaks().stream().map(Leak::secret).toList());
        seen.leaks().stream()
                .filter(leak -> !forBrowsers.contains(leak.secret()))
                .map(this::raised)
                .forEach(tally::raise);
        seen.dumps().forEach(dump -> tally.raise(raised(dump)));
        tally.control(
                "answers-read",
                Map.of(
                        "answers", String.valueOf(seen.answers()),
                        "errors", String.valueOf(seen.errors()),
                        "readers", Listing.of(seen.readers()),
                        "kib", String.valueOf(seen.bytes() / 1024)));
        SecretReasons.controlOfBrowserKeys(tally, forBrowsers);
        return tally.fact("answers", seen.answers())
                .fact("errors", seen.errors())
                .fact("overflow", seen.overflow())
                .conclude();
    }

    private static Reason reason(Leak leak) {
        Reason usual = SecretReasons.reason(leak.secret());
        boolean perhaps = leak.reach() != Reach.MANY && leak.secret().keyClass() == KeyClass.SECRET;
        return usual.equals(SecretReasons.LIVE_SECRET) && perhaps ? ResponsesCheck.PERHAPS_ITS_OWN : usual;
    }

    private Raised raised(Leak leak) {
        FoundSecret secret = leak.secret();
        Reason reason = reason(leak);
        Severity severity = severity(reason, secret.severity());
        return at(Raised.of(reason, where(leak.at()), secret.proof()), leak.at())
                .fact("kind", secret.kind())
                .fact("shown", secret.shown())
                .fact("places", secret.places())
                .fact("rotate", String.join("\n", secret.rotate()))
                .fact("restriction", secret.restriction().orElse(""))
                .showing(evidence(leak))
                .about(secret.told(severity));
    }

    /** Doubt is worth less than a kind's own severity. */
    private static Severity severity(Reason reason, Severity ofKind) {
        if (reason.equals(SecretReasons.LOOKS_LIKE_A_SECRET)) {
            return Severity.LOW;
        }
        boolean perhaps = reason.equals(ResponsesCheck.PERHAPS_ITS_OWN);
        return perhaps && ofKind.compareTo(Severity.MEDIUM) < 0 ? Severity.MEDIUM : ofKind;
    }

    private static List<Evidence> evidence(Leak leak) {
        List<Evidence> evidence = new ArrayList<>();
        evidence.add(leak.at().exchange());
        leak.secret().sightings().stream()
                .limit(SecretReasons.MOST_EVIDENCE)
                .forEach(
                        sighting -> evidence.add(sighting.evidence(leak.secret().shown())));
        return evidence;
    }

    private Raised raised(Dump dump) {
        Reason reason = ResponsesCheck.ENVIRONMENT_SHOWN;
        return at(Raised.of(reason, where(dump.at()), Proof.CONFIRMED), dump.at())
                .fact("variables", dump.variables())
                .fact("names", String.join(", ", dump.names()))
                .fact("secrets", dump.secrets() ? "secrets in clear among them" : "no secret in clear among them")
                .fact("places", dump.places())
                .locatedBy(dump.at().host())
                .showing(dump.at().exchange());
    }

    private static Raised at(Raised raised, Spot spot) {
        return raised.fact("method", spot.method())
                .fact("route", spot.template())
                .fact("status", spot.status())
                .fact("part", spot.part())
                .fact("readers", Listing.of(spot.readers()));
    }

    private Where where(Spot spot) {
        Where place = Where.route(spot.method(), spot.template(), spot.host());
        return spot.line().map(line -> place.in(seen.file(), line)).orElse(place);
    }
}
