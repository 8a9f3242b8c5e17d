package dev.launchready.check.secrets;

import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.detect.KeyClass;
import dev.launchready.model.Evidence;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Severity;
import dev.launchready.model.Where;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a check says of the secrets that it met, the same wherever they lie. A finding has the secret's own fingerprint, so that a waiver or a
 * baseline speaks of the value and not of its place.
 */
final class SecretReasons {
    static final Reason LIVE_SECRET = Reason.fails("live-secret");
    static final Reason TEST_KEY = Reason.warns("test-key");
    static final Reason PUBLIC_KEY = Reason.warns("public-key");
    static final Reason LOOKS_LIKE_A_SECRET = Reason.warns("looks-like-a-secret");

    static final int MOST_EVIDENCE = 5;

    private SecretReasons() {}

    static Set<Reason> all() {
        return Set.of(LIVE_SECRET, TEST_KEY, PUBLIC_KEY, LOOKS_LIKE_A_SECRET);
    }

    /** Raises a finding for each secret but for those keys of browsers behind which nothing is to be verified. */
    static void raise(Tally tally, List<FoundSecret> found) {
        found.stream().filter(each -> !told(each)).forEach(each -> tally.raise(raised(each)));
    }

    /** Raises what should not be there at all: a key that browsers may see is no find in a file of the server. */
    static void raiseButPublic(Tally tally, List<FoundSecret> found) {
        raise(
                tally,
                found.stream()
                        .filter(each -> each.keyClass() != KeyClass.PUBLIC)
                        .toList());
    }

    /** Keys made for browsers, of the kinds behind which only a console could tell more. */
    static List<FoundSecret> meantForBrowsers(List<FoundSecret> found) {
        return found.stream().filter(SecretReasons::told).toList();
    }

    /** Says which keys are in their place, where there are any. */
    static void controlOfBrowserKeys(Tally tally, List<FoundSecret> meant) {
        if (!meant.isEmpty()) {
            tally.control(
                    "made-for-browsers",
                    Map.of(
                            "kinds",
                            meant.stream().map(FoundSecret::kind).distinct().collect(Collectors.joining(", "))));
        }
    }

    private static boolean told(FoundSecret secret) {
        return secret.keyClass() == KeyClass.PUBLIC && secret.severity() == Severity.INFO;
    }

    static Reason reason(FoundSecret secret) {
        if (secret.proof() == Proof.HEURISTIC) {
            return LOOKS_LIKE_A_SECRET;
        }
        return switch (secret.keyClass()) {
            case SECRET -> LIVE_SECRET;
            case TEST -> TEST_KEY;
            case PUBLIC -> PUBLIC_KEY;
        };
    }

    static Raised raised(FoundSecret secret) {
        return raised(secret, reason(secret));
    }

    static Raised raised(FoundSecret secret, Reason reason) {
        Sighting first = secret.first();
        List<Evidence> evidence = secret.sightings().stream()
                .limit(MOST_EVIDENCE)
                .map(sighting -> sighting.evidence(secret.shown()))
                .toList();
        Severity severity = reason.equals(LOOKS_LIKE_A_SECRET) ? Severity.LOW : secret.severity();
        return Raised.of(reason, Where.file(first.file(), (int) first.line()), secret.proof())
                .fact("kind", secret.kind())
                .fact("shown", secret.shown())
                .fact("file", first.file())
                .fact("line", first.line())
                .fact("column", first.column())
                .fact("places", secret.places())
                .fact("loader", first.loader().isEmpty() ? first.file() : first.loader())
                .fact("rotate", String.join("\n", secret.rotate()))
                .fact("restriction", secret.restriction().orElse(""))
                .showing(evidence)
                .about(secret.told(severity));
    }
}
