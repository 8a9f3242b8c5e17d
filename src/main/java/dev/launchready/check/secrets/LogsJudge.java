package dev.launchready.check.secrets;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.secrets.LogsCheck.Met;
import dev.launchready.check.secrets.LogsCheck.Pattern;
import dev.launchready.check.secrets.LogsCheck.Sample;
import dev.launchready.check.secrets.LogsCheck.Seen;
import dev.launchready.model.Evidence;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import java.util.Map;
import java.util.Optional;

/** Judges what was met in logs. */
record LogsJudge(Seen seen) {

    Judgement judgement() {
        Tally tally = new Tally()
                .fact(
                        "files",
                        seen.patterns().stream().mapToLong(Pattern::files).sum());
        for (Pattern pattern : seen.patterns()) {
            if (pattern.files() == 0) {
                tally.unproven(LogsCheck.NOTHING_MATCHES, Map.of("pattern", pattern.pattern()));
            } else {
                tally.control(
                        "looked",
                        Map.of(
                                "pattern", pattern.pattern(),
                                "files", String.valueOf(pattern.files()),
                                "size", size(pattern.bytes())));
            }
        }
        if (!seen.unread().isEmpty()) {
            tally.unproven(LogsCheck.NOT_READ, Map.of("file", seen.unread().get(0)));
        }
        seen.met().forEach(met -> tally.raise(raised(met)));
        SecretReasons.raiseButPublic(tally, seen.secrets());
        return tally.conclude();
    }

    private static Raised raised(Met met) {
        Sample first = met.samples().get(0);
        return Raised.of(reason(met), Where.file(first.file(), (int) first.line()), met.proof())
                .fact("count", met.count())
                .fact("different", met.different())
                .fact("file", first.file())
                .fact("line", first.line())
                .fact("kind", met.kind().key())
                .locatedBy(met.kind().key())
                .showing(met.samples().stream()
                        .map(sample -> new Evidence.FileLocation(
                                sample.file(),
                                Optional.of((int) sample.line()),
                                Optional.empty(),
                                Optional.empty(),
                                sample.text(),
                                ""))
                        .toList());
    }

    private static Reason reason(Met met) {
        return switch (met.kind()) {
            case PASSWORD -> LogsCheck.PASSWORDS;
            case SESSION_ID -> LogsCheck.SESSION_IDS;
            case BEARER_TOKEN -> LogsCheck.BEARER_TOKENS;
            case CARD_NUMBER -> LogsCheck.CARD_NUMBERS;
            case NATIONAL_ID -> LogsCheck.NATIONAL_IDS;
            case IBAN -> LogsCheck.ACCOUNT_NUMBERS;
            case PHONE, BIRTH_DATE -> LogsCheck.CONTACT_DETAILS;
            case EMAIL -> LogsCheck.EMAIL_ADDRESSES;
        };
    }

    private static String size(long bytes) {
        return bytes < 1_000_000 ? bytes / 1_000 + " kB" : bytes / 1_000_000 + " MB";
    }
}
