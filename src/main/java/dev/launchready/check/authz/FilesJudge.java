package dev.launchready.check.authz;

import dev.launchready.check.Judgement;
import dev.launchready.check.Raised;
import dev.launchready.check.Tally;
import dev.launchready.check.authz.FilesCheck.File;
import dev.launchready.check.authz.FilesCheck.Seen;
import dev.launchready.check.authz.FilesCheck.Sight;
import dev.launchready.check.authz.FilesCheck.State;
import dev.launchready.check.authz.FilesCheck.Try;
import dev.launchready.check.authz.FilesCheck.Way;
import dev.launchready.model.Proof;
import dev.launchready.model.Reason;
import dev.launchready.model.Where;
import dev.launchready.probe.http.HttpCall;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Judges who got whose file, and what a signature was worth. */
final class FilesJudge {
    private final Seen seen;
    private final int maxHours;
    private final Tally tally = new Tally();
    private final Set<String> said = new LinkedHashSet<>();
    private int refusals;
    private int ended;

    FilesJudge(Seen seen, int maxHours) {
        this.seen = seen;
        this.maxHours = maxHours;
    }

    Judgement judge() {
        if (seen.files().isEmpty()) {
            return Tally.notApplicable(FilesCheck.NO_FILES);
        }
        seen.files().forEach(this::judge);
        return tally.empty()
                ? Tally.notApplicable(FilesCheck.NO_FILES)
                : tally.fact("files", seen.files().size())
                        .fact("refusals", refusals)
                        .fact("ended", ended)
                        .conclude();
    }

    private void judge(File file) {
        file.signed().ifPresent(signed -> {
            signed.hours()
                    .filter(hours -> hours > maxHours)
                    .ifPresent(hours -> raise(FilesCheck.LONG_LIVED, file, Optional.empty(), Proof.CONFIRMED));
            if (signed.endless()) {
                raise(FilesCheck.NEVER_ENDS, file, Optional.empty(), Proof.CONFIRMED);
            }
        });
        if (file.state() == State.ELSEWHERE) {
            unproven(FilesCheck.OTHER_HOST, file);
        } else if (file.state() == State.REFUSED_TO_OWNER) {
            unproven(FilesCheck.OWNER_REFUSED, file);
        } else {
            tally.control("owner-fetches", facts(file));
            boolean unchecked = opened(file, Way.UNSIGNED) || opened(file, Way.ALTERED);
            file.tries().stream()
                    .filter(each -> !unchecked || (each.way() != Way.LATER && each.way() != Way.BORROWED))
                    .forEach(each -> judge(file, each));
            missing(file);
        }
    }

    /** What was not tried, and why. */
    private void missing(File file) {
        boolean openToAll = opened(file, Way.AS_IT_IS);
        if (file.signed().isPresent() && openToAll && !file.tampering()) {
            unproven(FilesCheck.TAMPERING_NOT_ALLOWED, file);
        }
        if (!openToAll && !file.strangers()) {
            unproven(FilesCheck.NO_STRANGERS, file);
        }
    }

    /** Whether nobody got it in that way. */
    private static boolean opened(File file, Way way) {
        return file.tries().stream()
                .anyMatch(each ->
                        each.reader().equals(HttpCall.NOBODY) && each.way() == way && each.sight() != Sight.REFUSED);
    }

    private void judge(File file, Try each) {
        if (each.sight() == Sight.REFUSED) {
            refusals++;
            ended += each.way() == Way.ENDED ? 1 : 0;
        } else if (each.sight() == Sight.UNCLEAR) {
            unproven(FilesCheck.CANNOT_TELL, file);
        } else if (each.sight() == Sight.EARLY) {
            unproven(FilesCheck.CLOCK_BEHIND, file);
        } else if (each.way() == Way.AS_IT_IS) {
            fetched(file, each);
        } else if (each.guarded() || each.sight() == Sight.MARKED) {
            boolean shown = file.picture() && each.way() == Way.UNSIGNED && each.sight() != Sight.MARKED;
            raise(shown ? FilesCheck.PICTURE_OPEN : broken(each.way()), file, Optional.of(each), proof(each));
        }
    }

    private static Reason broken(Way way) {
        return switch (way) {
            case LATER -> FilesCheck.END_NOT_SIGNED;
            case BORROWED -> FilesCheck.SIGNATURE_MOVES;
            case ENDED -> FilesCheck.OUTLIVES_ITS_END;
            case AS_IT_IS, UNSIGNED, ALTERED -> FilesCheck.SIGNATURE_NOT_CHECKED;
        };
    }

    /** A signed address opens to whoever has it, by design; any other is for its own client alone. */
    private void fetched(File file, Try each) {
        boolean nobody = each.reader().equals(HttpCall.NOBODY);
        boolean open = opened(file, Way.AS_IT_IS);
        boolean own = each.guarded() || each.sight() == Sight.MARKED;
        boolean told = open && (file.signed().isPresent() || !nobody);
        if (told || !own) {
            return;
        }
        Reason sure = nobody ? FilesCheck.ANYONE_FETCHES : FilesCheck.OTHER_FETCHES;
        if (each.sight() == Sight.ALIKE) {
            raise(FilesCheck.LOOKS_OPEN, file, Optional.of(each), Proof.HEURISTIC);
        } else if (file.picture() && each.sight() == Sight.SAME) {
            raise(FilesCheck.PICTURE_OPEN, file, Optional.of(each), Proof.STRONG);
        } else {
            raise(sure, file, Optional.of(each), proof(each));
        }
    }

    private static Proof proof(Try each) {
        return switch (each.sight()) {
            case MARKED -> Proof.CONFIRMED;
            case SAME -> Proof.STRONG;
            case ALIKE, REFUSED, UNCLEAR, EARLY -> Proof.HEURISTIC;
        };
    }

    private void raise(Reason reason, File file, Optional<Try> shown, Proof proof) {
        String roles = shown.map(Try::roles).orElse("");
        if (!said.add(reason.code() + " " + file.host() + file.template() + " " + roles)) {
            return;
        }
        Raised one = Raised.of(reason, Where.route("GET", file.template(), file.host()), proof)
                .between(roles)
                .locatedBy(file.source());
        for (Map.Entry<String, String> fact : facts(file).entrySet()) {
            one = one.fact(fact.getKey(), fact.getValue());
        }
        one = one.fact("reader", shown.map(Try::reader).orElse(HttpCall.NOBODY));
        tally.raise(shown.isPresent() ? one.showing(shown.get().exchange()) : one);
    }

    private void unproven(Reason reason, File file) {
        if (said.add(reason.code() + " " + file.host() + file.template())) {
            tally.unproven(reason, facts(file));
        }
    }

    private Map<String, String> facts(File file) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("route", file.template());
        facts.put("host", file.host());
        facts.put("source", file.source());
        facts.put("place", file.place());
        facts.put("owner", file.owner());
        facts.put("answer", file.answer());
        facts.put("max", String.valueOf(maxHours));
        file.signed().ifPresent(signed -> {
            facts.put("kind", signed.kind());
            signed.hours().ifPresent(hours -> facts.put("hours", hours.toString()));
        });
        return facts;
    }
}
